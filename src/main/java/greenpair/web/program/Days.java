package greenpair.web.program;

import greenpair.message.Message;
import greenpair.web.input.BodyFields;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Days of a body, such as 2026-03-01.
public final class Days {
  private static final int FIRST = 1900;
  private static final int LAST = 2200;

  private Days() {}

  /// The day that something happened: today without one, and tomorrow at the latest.
  static LocalDate notAfterTomorrow(BodyFields body, String key, LocalDate today) {
    String word = body.string(key);
    LocalDate day = word == null ? today : read(word);
    // The caller may be in a time zone where it is tomorrow already.
    if (day == null || day.isAfter(today.plusDays(1))) {
      body.checks()
          .fault(
              body.path(key),
              word,
              Message.of("introduction.day", "example", "2026-03-01"),
              Message.of("introduction.day.next"));
      return today;
    }
    return day;
  }

  /// A day that may be to come; null without one and after an error.
  public static @Nullable LocalDate any(BodyFields body, String key, Message next) {
    String word = body.string(key);
    LocalDate day = word == null ? null : read(word);
    if (word != null && day == null) {
      body.checks()
          .fault(
              body.path(key),
              word,
              Message.of("check.calendar_day", "example", "2026-03-01"),
              next);
    }
    return day;
  }

  private static @Nullable LocalDate read(String word) {
    try {
      return parse(word);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /// Reads a day. Years that calendars cannot hold are refused.
  ///
  /// @throws DateTimeException if it is none, or its year is not from 1900 to 2200
  public static LocalDate parse(String word) {
    LocalDate day = LocalDate.parse(word);
    if (day.getYear() < FIRST || day.getYear() > LAST) {
      throw new DateTimeException(word + " is not from " + FIRST + " to " + LAST);
    }
    return day;
  }
}
