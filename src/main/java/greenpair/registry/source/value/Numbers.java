package greenpair.registry.source.value;

import greenpair.message.Message;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads amounts as people write them: `1,200 t/d`, `2.5M`, `3.2亿元`, `1.5万吨`, `25–30 MW`,
/// `US$ 12 million`, `约500`, `1.2E+07`; with a decimal comma also `1.250,5 kW` and `1,2 Mio. €`.
///
/// An amount is, in this order:
/// - optionally a word such as `about` or `约`, and a currency
/// - a number: a sign, digits with or without marks between groups, a fraction, an exponent
/// - optionally a word for a power of ten, and `–` or `to` with a second number
/// - optionally a unit, whose digits follow a letter (`m2`) or are in brackets (`MW (2019)`)
///
/// The value of a range is its middle. Parts: `min` and `max` (equal without a range), `unit`.
///
/// Everything else is an error: `12,5` is neither 125 nor 12.5, `(1,200)` may be negative, and
/// `12-` and `Q3 2019` are no amounts.
public final class Numbers {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final Numbers POINT = new Numbers("\\.", ",");
  private static final Numbers COMMA = new Numbers(",", "\\.");

  private static final String SPACE = "[\\s\\p{Zs}]*+";

  /// Han characters before a number are words, such as 注册资本, except the signs of an ordinal, of
  /// a negative number, and digits.
  private static final String BEFORE =
      "(?:(?i:about|approx\\.?|approximately|ca\\.?|circa|around|over|under|up to|at least|at most"
          + "|more than|less than)(?![\\p{L}.])|[><≥≤~≈]=?"
          + "|[\\p{IsHan}：:、&&[^第负負减減亏虧零〇]]{1,12}(?<![一二三四五六七八九十百千万亿萬億两][：:、]{0,9}))?"
          + SPACE
          + "(?:[A-Z]{0,3}\\p{Sc}|[A-Z]{3}(?![A-Z]))?"
          + SPACE;

  private static final String SCALE =
      "(?:"
          + SPACE
          + "((?i:hundred|thousand|millions?|billions?|trillions?|lakh|crore|bn|mio\\.?|mrd\\.?)"
          + "(?![A-Za-z0-9])|(?:[kKMB]|[mM]n)(?![A-Za-z0-9])"
          + "|万亿|千亿|百亿|十亿|千万|百万|十万|千|百(?!分)|万|亿|億|萬))?";

  /// Powers of ten, counted in decimals: as doubles 2.3 times 1e8 is not 230,000,000.
  private static final Map<String, Integer> SCALES =
      Map.ofEntries(
          Map.entry("hundred", 2),
          Map.entry("百", 2),
          Map.entry("thousand", 3),
          Map.entry("k", 3),
          Map.entry("千", 3),
          Map.entry("万", 4),
          Map.entry("萬", 4),
          Map.entry("lakh", 5),
          Map.entry("十万", 5),
          Map.entry("m", 6),
          Map.entry("mn", 6),
          Map.entry("mio", 6),
          Map.entry("million", 6),
          Map.entry("百万", 6),
          Map.entry("crore", 7),
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

  /// Possessive, so that it never reads a letter twice.
  private static final String UNIT =
      "(?<unit>(?:\\p{L}++(?:\\^[-−]?[0-9]|[0-9]{1,2}+|[⁻¹²³⁴₀-₉]++)?+|\\([^()]*+\\)"
          + "|[^\\p{L}\\p{N}\\p{Cc}\\p{Cf}()\\[\\]_]++)*+)";

  /// What begins like a unit and would change the amount: a second word for a power of ten, an
  /// exponent without digits, a number in another notation (`0x1F`, `4k7`).
  private static final Pattern NO_UNIT =
      Pattern.compile(
          SPACE
              + "(?:(?i:hundred|thousand|million|billion|trillion|lakh|crore)|[十百千万亿萬億])"
              + "|[eEdD](?!\\p{L})|[kKMGTBbxX][0-9]");

  private static final Pattern MEANING = Pattern.compile("[\\p{L}\\p{Sc}\\p{So}%‰]");

  private final Pattern amount;
  private final String decimal;

  /// @param decimal regular expression of the mark before the fraction
  /// @param group regular expression of the mark between groups of digits, beside spaces and
  ///     apostrophes
  private Numbers(String decimal, String group) {
    this.decimal = decimal;
    String grouped =
        List.of(group, "'", "’", " ", "\u00a0", "\u202f").stream()
            .map(mark -> "[1-9]\\d{0,2}(?:" + mark + "\\d{3})++") // 1,200,000
            .collect(Collectors.joining("|"));
    String indian = "[1-9]\\d?(?:" + group + "\\d{2})+" + group + "\\d{3}"; // 12,34,567
    String number =
        "([-−+]?(?:(?:"
            + grouped
            + "|"
            + indian
            + "|\\d++)(?:"
            + decimal
            + "\\d++)?|"
            + decimal
            + "\\d++)(?:[eE][-+−]?\\d{1,4})?)";
    this.amount =
        Pattern.compile(
            BEFORE
                + number
                + SCALE
                + "(?:"
                + SPACE
                + "(?:-|–|—|~|〜|至|到|to)"
                + SPACE
                + number
                + SCALE
                + ")?"
                + UNIT);
  }

  /// Reads an amount of money.
  ///
  /// @param decimalComma whether `1,5` is one and a half
  public static Item amount(String text, boolean decimalComma) throws ValueFault {
    return (decimalComma ? COMMA : POINT).read(text);
  }

  private Item read(String text) throws ValueFault {
    Matcher found = amount.matcher(CellText.isLong(text) ? "" : CellText.narrow(text));
    if (!found.matches() || !isUnit(found.group("unit"))) {
      throw new ValueFault(text, Message.of("row.number"));
    }
    String lastScale = found.group(4) == null ? found.group(2) : found.group(4);
    BigDecimal min = plain(found.group(1), found.group(2) == null ? lastScale : found.group(2));
    BigDecimal max = found.group(3) == null ? min : plain(found.group(3), lastScale);
    if (!isDouble(min) || !isDouble(max)) {
      throw new ValueFault(text, Message.of("row.size", "least", "1e-307", "most", "1e308"));
    }
    if (max.compareTo(min) < 0) {
      throw new ValueFault(text, Message.of("row.range"));
    }
    Map<String, Object> parts =
        new HashMap<>(Map.of("min", min.doubleValue(), "max", max.doubleValue()));
    String unit = CellText.trim(found.group("unit"));
    if (!unit.isEmpty()) {
      parts.put("unit", unit);
    }
    return new Item(min.add(max).divide(TWO).doubleValue(), parts);
  }

  private static boolean isUnit(String unit) {
    return unit.isBlank() || (MEANING.matcher(unit).find() && !NO_UNIT.matcher(unit).lookingAt());
  }

  /// Whether it is neither infinite nor, without being so, zero as a double.
  private static boolean isDouble(BigDecimal number) {
    double value = number.doubleValue();
    return Double.isFinite(value) && (value != 0 || number.signum() == 0);
  }

  private BigDecimal plain(String digits, @Nullable String scale) {
    String bare = digits.replace('−', '-').replaceAll(decimal, "D");
    return new BigDecimal(bare.replaceAll("[^-+0-9DEe]", "").replace('D', '.'))
        .scaleByPowerOfTen(power(scale));
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
