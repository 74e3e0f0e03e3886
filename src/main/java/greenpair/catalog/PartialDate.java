package greenpair.catalog;

import module java.base;

import greenpair.catalog.value.InvalidException;
import greenpair.catalog.value.Nearest;
import org.jspecify.annotations.Nullable;

/// A date of which the month or the day may be unknown, as sources give dates: `2024`, `2024-10` or
/// `2024-10-15`. What is unknown is null, never the first of January.
///
/// @param year 1800 to 2200
public record PartialDate(int year, @Nullable Integer month, @Nullable Integer day) {
  private static final Pattern FORM = Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?");

  public PartialDate {
    if (year < 1800 || year > 2200 || (month == null && day != null) || !exists(year, month, day)) {
      throw new InvalidException("date", "value", year + ", " + month + ", " + day);
    }
  }

  private static boolean exists(int year, @Nullable Integer month, @Nullable Integer day) {
    try {
      if (month != null) {
        int last = YearMonth.of(year, month).lengthOfMonth();
        return day == null || (day >= 1 && day <= last);
      }
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /// Reads one of the three forms.
  ///
  /// @throws IllegalArgumentException if it is none, or no such day exists
  public static PartialDate of(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new InvalidException("date", "value", Nearest.shorten(text));
    }
    return new PartialDate(
        Integer.parseInt(parts.group(1)), number(parts.group(2)), number(parts.group(3)));
  }

  private static @Nullable Integer number(@Nullable String digits) {
    return digits == null ? null : (Integer) Integer.parseInt(digits);
  }

  /// The last day that it can mean.
  public LocalDate last() {
    int lastMonth = month == null ? 12 : month;
    return day == null
        ? YearMonth.of(year, lastMonth).atEndOfMonth()
        : LocalDate.of(year, lastMonth, day);
  }

  /// The first day that it can mean.
  public LocalDate first() {
    return LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
  }

  /// As people write it, as precise as it is known: `April 2025`, `2025年4月`.
  public Text text() {
    String precise = day != null ? " d, yyyy" : " yyyy";
    String english = month == null ? "yyyy" : "MMMM" + precise;
    String chinese = "yyyy年" + (month == null ? "" : "M月") + (day == null ? "" : "d日");
    return new Text(
        DateTimeFormatter.ofPattern(english, Locale.US).format(first()),
        DateTimeFormatter.ofPattern(chinese, Locale.SIMPLIFIED_CHINESE).format(first()));
  }

  /// The form in which it is read.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(10).append(String.format(Locale.ROOT, "%04d", year));
    if (month != null) {
      text.append(String.format(Locale.ROOT, "-%02d", month));
    }
    if (day != null) {
      text.append(String.format(Locale.ROOT, "-%02d", day));
    }
    return text.toString();
  }
}
