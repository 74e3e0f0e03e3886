package greenpair.registry.source.value;

import greenpair.message.Message;
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
/// The value is the text, as precise as known (`2012-08-01`, `2012-08`, `2012`). Parts: `year`,
/// `month`, `day`.
///
/// `8/1/2012` is in January in one country and in August in another. If the mapping does not say
/// which applies, the value is an error; it is never guessed. `13/8/2012` is not ambiguous.
public final class Dates {
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

  private static final Pattern SERIAL = Pattern.compile("\\d{1,7}(?:\\.\\d+)?");
  private static final LocalDate BEFORE_SERIAL = LocalDate.of(1899, 12, 30);
  private static final long FIRST_SERIAL = 61;

  /// 31 December 2199.
  private static final long LAST_SERIAL = 109_939;

  private Dates() {}

  /// The date format of a mapping.
  ///
  /// @param dayFirst whether `8/1/2012` is the 8th of January; null if not stated
  /// @param serial whether a plain number is a day as Excel counts: 1 is the 1st of January 1900
  public record Form(@Nullable Boolean dayFirst, boolean serial) {
    /// No format is stated.
    public static final Form PLAIN = new Form(null, false);
  }

  public static Item date(String text, Form form) throws ValueFault {
    String plain = text.strip();
    if (form.serial() && SERIAL.matcher(plain).matches()) {
      return serial(text, (long) Double.parseDouble(plain));
    }
    Matcher found = YEAR_FIRST.matcher(plain);
    if (found.matches()) {
      return date(text, found.group("y"), found.group("m"), found.group("d"));
    }
    found = YEAR_LAST.matcher(plain);
    if (found.matches()) {
      boolean dayFirst = isDayFirst(text, found.group("a"), found.group("b"), form);
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

  private static boolean isDayFirst(String text, String first, String second, Form form)
      throws ValueFault {
    if (form.dayFirst() != null) {
      return form.dayFirst();
    }
    if (isAmbiguous(first, second)) {
      throw new ValueFault(text, Message.of("row.ambiguous_date"));
    }
    return Integer.parseInt(first) > MONTHS.size();
  }

  /// Whether it can be read in two ways.
  public static boolean isAmbiguous(String text) {
    Matcher found = YEAR_LAST.matcher(text.strip());
    return found.matches() && isAmbiguous(found.group("a"), found.group("b"));
  }

  private static boolean isAmbiguous(String first, String second) {
    int one = Integer.parseInt(first);
    int other = Integer.parseInt(second);
    return one <= MONTHS.size() && other <= MONTHS.size() && one != other;
  }

  /// Excel counts a 29th of February 1900, which was none; the days before it are rarely meant.
  private static Item serial(String text, long days) throws ValueFault {
    if (days < FIRST_SERIAL || days > LAST_SERIAL) {
      throw new ValueFault(
          text, Message.of("row.serial", "first", FIRST_SERIAL, "last", LAST_SERIAL));
    }
    LocalDate day = BEFORE_SERIAL.plusDays(days);
    return date(
        text,
        String.valueOf(day.getYear()),
        String.valueOf(day.getMonthValue()),
        String.valueOf(day.getDayOfMonth()));
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
    return new ValueFault(text, Message.of("row.date"));
  }
}
