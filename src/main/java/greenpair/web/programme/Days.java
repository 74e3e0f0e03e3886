package greenpair.web.programme;

import greenpair.web.http.Said;
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
    // Somewhere it is tomorrow already.
    if (day == null || day.isAfter(today.plusDays(1))) {
      body.checks()
          .faults()
          .add(
              body.path(key),
              word,
              new Said(
                  "is a day such as 2026-03-01, from 1900 on and not to come",
                  "须为2026-03-01形式的日期，不早于1900年且不晚于今天"),
              new Said("leave it out for today", "若为今天可省略"));
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
              new Said(
                  "is a day such as 2026-03-01, from 1900 to 2200",
                  "须为2026-03-01形式的日期，在1900年至2200年之间"),
              new Said("leave it out when none was agreed", "若未约定可省略"));
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
