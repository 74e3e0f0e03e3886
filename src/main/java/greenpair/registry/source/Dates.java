package greenpair.registry.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads days, months and years in the forms that registries use: `2012-08-01`, `2012/8`,
/// `2012年8月`, `8/1/2012`, `1 Aug 2012`, `August 1, 2012`, `Aug 2012`, `2012`.
///
/// The value is the text as exact as it is known (`2012-08-01`, `2012-08`, `2012`). Parts: `year`,
/// `month`, `day`.
final class Dates {
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(?<y>\\d{4})(?:\\s*[-/.年]\\s*(?<m>\\d{1,2})(?:\\s*[-/.月]\\s*(?<d>\\d{1,2})"
              + "(?:[日号T ].*)?)?)?[年月日]?");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(?<a>\\d{1,2})[-/.](?<b>\\d{1,2})[-/.](?<y>\\d{4})(?:[T ].*)?");
  private static final Pattern DAY_WORD =
      Pattern.compile("(?:(?<d>\\d{1,2})\\.?\\s+)?(?<w>[A-Za-z]{3,9})\\.?,?[\\s-]+(?<y>\\d{4})");
  private static final Pattern WORD_DAY =
      Pattern.compile("(?<w>[A-Za-z]{3,9})\\.?\\s+(?<d>\\d{1,2}),?\\s+(?<y>\\d{4})");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private Dates() {}

  /// @param dayFirst whether `8/1/2012` is the 8th of January
  static Item date(String text, boolean dayFirst) throws ValueFault {
    String plain = text.strip();
    Matcher found = YEAR_FIRST.matcher(plain);
    if (found.matches()) {
      return date(text, found.group("y"), found.group("m"), found.group("d"));
    }
    found = YEAR_LAST.matcher(plain);
    if (found.matches()) {
      String month = found.group(dayFirst ? "b" : "a");
      return date(text, found.group("y"), month, found.group(dayFirst ? "a" : "b"));
    }
    for (Pattern each : List.of(DAY_WORD, WORD_DAY)) {
      found = each.matcher(plain);
      if (found.matches()) {
        String word = found.group("w").substring(0, 3).toLowerCase(Locale.ROOT);
        int month = MONTHS.indexOf(word) + 1;
        return date(text, found.group("y"), String.valueOf(month), found.group("d"));
      }
    }
    throw wrong(text);
  }

  private static Item date(String text, String year, @Nullable String month, @Nullable String day)
      throws ValueFault {
    try {
      LocalDate date = LocalDate.of(whole(year), whole(month), whole(day));
      Map<String, Object> parts = new HashMap<>(Map.of("year", (long) date.getYear()));
      if (month == null) {
        return new Item(year, parts);
      }
      parts.put("month", (long) date.getMonthValue());
      if (day == null) {
        return new Item(date.toString().substring(0, "2012-08".length()), parts);
      }
      parts.put("day", (long) date.getDayOfMonth());
      return new Item(date.toString(), parts);
    } catch (DateTimeException e) {
      throw wrong(text);
    }
  }

  private static int whole(@Nullable String digits) {
    return digits == null ? 1 : Integer.parseInt(digits);
  }

  private static ValueFault wrong(String text) {
    return new ValueFault(
        text, "is a date that exists, such as 2012-08-01, 8/1/2012, Aug 2012, 2012年8月 or 2012");
  }
}
