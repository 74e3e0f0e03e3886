package greenpair.registry.source.read;

import com.google.re2j.Pattern;
import greenpair.registry.source.value.Item;
import greenpair.registry.source.value.Numbers;
import greenpair.registry.source.value.ValueFault;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the number formats of a workbook make of the numbers in its cells; no format shows them as
/// they are. For use by one thread.
final class NumberFormats {
  private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|[\\\\_*].");
  private static final Pattern DAY = Pattern.compile("(?i)[yd]");
  private static final Pattern NUMBER = Pattern.compile("(?i)general|0|#");
  private static final Pattern ELAPSED = Pattern.compile("(?i)\\[[hms]+\\]");
  private static final Pattern CLOCK = Pattern.compile("(?i)[hms]");
  private static final Pattern TAG = Pattern.compile("\\[[^\\]]*\\]|[_*].");
  private static final Pattern THOUSANDS = Pattern.compile("[0#?],+([^0#?,]|$)");
  private static final Pattern DIGITS =
      Pattern.compile("(?i)(?:general|[0#?][0#?,.]*)(?:E[-+]0+)?");

  private final Map<String, Boolean> days = new HashMap<>();
  private final Map<String, String> suffixes = new HashMap<>();

  static boolean isShare(@Nullable String shown) {
    return shown != null && LITERAL.matcher(shown).replaceAll("").contains("%");
  }

  boolean isDay(@Nullable String shown) {
    return shown != null && days.computeIfAbsent(shown, NumberFormats::isDate);
  }

  /// Whether a number format shows a day or a year, outside of quotes and brackets.
  private static boolean isDate(String format) {
    String bare = LITERAL.matcher(format).replaceAll("");
    return DAY.matcher(bare).find() && !NUMBER.matcher(bare).find();
  }

  /// What a number format shows behind the number: a unit, or the format itself if it shows another
  /// number than the cell holds: 1 as `0.000001`, `1 million` or `24:00`, 40000 as `Jul`.
  String suffix(@Nullable String shown) {
    return shown == null ? "" : suffixes.computeIfAbsent(shown, NumberFormats::suffixOf);
  }

  private static String suffixOf(String format) {
    String other = " [" + format + "]";
    String section = format.split(";", 2)[0];
    String bare = TAG.matcher(section).replaceAll("");
    String codes = LITERAL.matcher(ELAPSED.matcher(section).replaceAll("h")).replaceAll("");
    if (CLOCK.matcher(codes).find() || THOUSANDS.matcher(bare).find()) {
      return other;
    }
    String one = DIGITS.matcher(bare).replaceAll("1").replaceAll("[\"\\\\]", "");
    try {
      Item item = Numbers.amount(one, false);
      Object unit = item.parts().getOrDefault("unit", "");
      return item.value().equals(1.0) ? unit.toString() : other;
    } catch (ValueFault e) {
      return "";
    }
  }
}
