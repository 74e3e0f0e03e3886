package greenpair.registry.source.value;

import greenpair.message.Message;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads amounts as people write them: `1,200 t/d`, `2.5M`, `3.2亿元`, `1.5万吨`, `25–30 MW`,
/// `US$ 12 million`, `约500`; with a decimal comma also `1.250,5 kW` and `1,2 Mio. €`.
///
/// The value of a range is its middle. Parts: `min` and `max` (equal without a range), `unit`.
///
/// An ambiguous amount is an error and never guessed: `12,5` is neither 125 nor 12.5, and digits
/// after a mark (`3/4`, `2x5 MW`, `Q3 2019`) are not a unit.
public final class Numbers {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final Numbers POINT = new Numbers("\\.", ",");
  private static final Numbers COMMA = new Numbers(",", ".");

  private static final String SCALE =
      "(?:\\s*((?i:thousand|millions?|billions?|trillions?|bn|mn|mio\\.?|mrd\\.?)(?![A-Za-z])"
          + "|[kKMB](?![A-Za-z])|万亿|千亿|百亿|十亿|千万|百万|十万|千|万|亿|億|萬))?";
  /// Powers of ten, counted in decimals: as doubles 2.3 times 1e8 is not 230,000,000.
  private static final Map<String, Integer> SCALES =
      Map.ofEntries(
          Map.entry("thousand", 3),
          Map.entry("k", 3),
          Map.entry("千", 3),
          Map.entry("万", 4),
          Map.entry("萬", 4),
          Map.entry("十万", 5),
          Map.entry("m", 6),
          Map.entry("mn", 6),
          Map.entry("mio", 6),
          Map.entry("million", 6),
          Map.entry("百万", 6),
          Map.entry("千万", 7),
          Map.entry("亿", 8),
          Map.entry("億", 8),
          Map.entry("b", 9),
          Map.entry("bn", 9),
          Map.entry("mrd", 9),
          Map.entry("billion", 9),
          Map.entry("十亿", 9),
          Map.entry("百亿", 10),
          Map.entry("千亿", 11),
          Map.entry("trillion", 12),
          Map.entry("万亿", 12));

  private final Pattern amount;
  private final String decimal;

  /// @param decimal regular expression of the mark before the fraction
  /// @param group the mark between groups of digits, beside spaces and apostrophes
  private Numbers(String decimal, String group) {
    this.decimal = decimal;
    String digits =
        "(?:\\d{1,3}(?:["
            + group
            + "\u00a0\u202f'’ ]\\d{3})+(?!\\d)" // 1,200,000
            + "|\\d{1,2}(?:["
            + group
            + "]\\d{2})+["
            + group
            + "]\\d{3}(?!\\d)" // 12,34,567
            + "|\\d+)";
    String number = "([-−]?" + digits + "(?:" + decimal + "\\d+)?|[-−]?" + decimal + "\\d+)";
    this.amount =
        Pattern.compile(
            "^\\D{0,12}?"
                + number
                + SCALE
                + "(?:\\s*(?:-|–|—|~|～|至|到|to)\\s*"
                + number
                + SCALE
                + ")?(?<unit>(?!\\s*[.,'’:/*xX×]?\\s*\\d)\\D.*)?$",
            Pattern.DOTALL);
  }

  /// Reads an amount of money.
  ///
  /// @param decimalComma whether `1,5` is one and a half
  public static Item amount(String text, boolean decimalComma) throws ValueFault {
    return (decimalComma ? COMMA : POINT).read(text);
  }

  private Item read(String text) throws ValueFault {
    Matcher found = amount.matcher(text.strip());
    if (!found.matches()) {
      throw new ValueFault(text, Message.of("row.number"));
    }
    String lastScale = found.group(4) == null ? found.group(2) : found.group(4);
    BigDecimal min = plain(found.group(1), found.group(2) == null ? lastScale : found.group(2));
    BigDecimal max = found.group(3) == null ? min : plain(found.group(3), lastScale);
    if (!Double.isFinite(min.doubleValue()) || !Double.isFinite(max.doubleValue())) {
      throw new ValueFault(text, Message.of("row.too_large"));
    }
    if (max.compareTo(min) < 0) {
      throw new ValueFault(text, Message.of("row.range"));
    }
    Map<String, Object> parts =
        new HashMap<>(Map.of("min", min.doubleValue(), "max", max.doubleValue()));
    String unit = found.group("unit");
    if (unit != null && !unit.isBlank()) {
      parts.put("unit", unit.strip());
    }
    return new Item(min.add(max).divide(TWO).doubleValue(), parts);
  }

  private BigDecimal plain(String digits, @Nullable String scale) {
    String[] halves = digits.replace('−', '-').split(decimal, 2);
    String whole = halves[0].replaceAll("[^-\\d]", "");
    BigDecimal plain = new BigDecimal(halves.length == 1 ? whole : whole + "." + halves[1]);
    return plain.scaleByPowerOfTen(power(scale));
  }

  private static int power(@Nullable String word) {
    if (word == null) {
      return 0;
    }
    String bare = word.toLowerCase(Locale.ROOT).replace(".", "");
    String one = bare.endsWith("ons") ? bare.substring(0, bare.length() - 1) : bare;
    return SCALES.getOrDefault(one, 0);
  }
}
