package greenpair.registry.source;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads amounts as people write them: `1,200 t/d`, `2.5M`, `3.2亿元`, `1.5万吨`, `25–30 MW`,
/// `US$ 12 million`, `约500`.
///
/// The value of a range is its middle. Parts: `min` and `max` (equal without a range), `unit`.
final class Numbers {
  private static final String NUMBER = "([-−]?\\d[\\d,\u00a0' ]*(?:\\.\\d+)?|[-−]?\\.\\d+)";
  private static final String SCALE =
      "(?:\\s*(thousand|million|billion|bn|mn|[kKMB](?![A-Za-z])|万亿|千万|百万|千|万|亿|億|萬))?";
  private static final Pattern AMOUNT =
      Pattern.compile(
          "^\\D{0,12}?"
              + NUMBER
              + SCALE
              + "(?:\\s*(?:-|–|—|~|～|至|到|to)\\s*"
              + NUMBER
              + SCALE
              + ")?(?<unit>\\D.*)?$",
          Pattern.DOTALL);
  private static final Map<String, Double> SCALES =
      Map.ofEntries(
          Map.entry("thousand", 1e3),
          Map.entry("k", 1e3),
          Map.entry("千", 1e3),
          Map.entry("万", 1e4),
          Map.entry("萬", 1e4),
          Map.entry("m", 1e6),
          Map.entry("mn", 1e6),
          Map.entry("million", 1e6),
          Map.entry("百万", 1e6),
          Map.entry("千万", 1e7),
          Map.entry("亿", 1e8),
          Map.entry("億", 1e8),
          Map.entry("b", 1e9),
          Map.entry("bn", 1e9),
          Map.entry("billion", 1e9),
          Map.entry("万亿", 1e12));

  private Numbers() {}

  static Item amount(String text) throws ValueFault {
    Matcher found = AMOUNT.matcher(text.strip());
    if (!found.matches()) {
      throw new ValueFault(
          text, "is a number, such as 1,200 t/d, 2.5M, 3.2亿 or 25–30 MW; map or remove the rest");
    }
    String lastScale = found.group(4) == null ? found.group(2) : found.group(4);
    double min = plain(found.group(1)) * scale(found.group(2) == null ? lastScale : found.group(2));
    double max = found.group(3) == null ? min : plain(found.group(3)) * scale(lastScale);
    if (max < min) {
      throw new ValueFault(text, "is a range from low to high");
    }
    Map<String, Object> parts = new HashMap<>(Map.of("min", min, "max", max));
    String unit = found.group("unit");
    if (unit != null && !unit.isBlank()) {
      parts.put("unit", unit.strip());
    }
    return new Item((min + max) / 2, parts);
  }

  private static double plain(String digits) {
    String bare = digits.replace('−', '-').replaceAll("[,\u00a0' ]", "");
    return new BigDecimal(bare).doubleValue();
  }

  private static double scale(@org.jspecify.annotations.Nullable String word) {
    if (word == null) {
      return 1;
    }
    return SCALES.getOrDefault(word.toLowerCase(java.util.Locale.ROOT), 1.0);
  }
}
