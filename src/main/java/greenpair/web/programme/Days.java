package greenpair.web.programme;

import greenpair.message.Message;
import greenpair.web.input.Fields;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// Days of a body, such as 2026-03-01.
final class Days {
  private static final int FIRST = 1900;
  private static final int LAST = 2200;

  private Days() {}

  /// The day that something happened: today without one, never later.
  static LocalDate past(Fields body, String key, LocalDate today) {
    String word = body.string(key);
    LocalDate day = word == null ? today : read(word);
    // In other time zones it may already be tomorrow.
    if (day == null || day.isAfter(today.plusDays(1))) {
      body.checks()
          .faults()
          .add(
              body.path(key),
              word,
              Message.of("introduction.day", "example", "2026-03-01"),
              Message.of("introduction.day.next"));
      return today;
    }
    return day;
  }

  /// A day that may be to come; null without one and after its fault.
  static @Nullable LocalDate any(Fields body, String key) {
    String word = body.string(key);
    LocalDate day = word == null ? null : read(word);
    if (word != null && day == null) {
      body.checks()
          .faults()
          .add(
              body.path(key),
              word,
              Message.of("introduction.due", "example", "2026-03-01"),
              Message.of("introduction.due.next"));
    }
    return day;
  }

  private static @Nullable LocalDate read(String word) {
    try {
      LocalDate day = LocalDate.parse(word);
      return day.getYear() >= FIRST && day.getYear() <= LAST ? day : null;
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
