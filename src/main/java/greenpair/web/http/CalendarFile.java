package greenpair.web.http;

import module java.base;

import io.javalin.http.Context;
import io.javalin.http.Header;

/// Writes iCalendar (RFC 5545), line by line.
public final class CalendarFile {
  public static final String MEDIA_TYPE = "text/calendar";

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /// Octets of a line at most, without its end (RFC 5545, 3.1).
  private static final int LINE = 75;

  private final StringBuilder text = new StringBuilder();

  public CalendarFile() {
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//Greenpair//Meetings//EN");
    line("METHOD", "PUBLISH");
  }

  /// Answers with a calendar, which nothing between the server and the caller keeps.
  public static void answer(Context context, String name, String calendar) {
    context.contentType(MEDIA_TYPE + "; charset=utf-8");
    context.header(Header.CACHE_CONTROL, "private, no-cache");
    context.header(Header.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    context.result(calendar);
  }

  public static String time(Instant time) {
    return UTC.format(time);
  }

  /// A line with a text (RFC 5545, 3.3.11); control characters and line breaks, also those of
  /// Unicode, at which some programs end a line, are spaces.
  public void text(String name, String value) {
    line(
        name,
        value
            .replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ")
            .replace("\\", "\\\\")
            .replace(";", "\\;")
            .replace(",", "\\,"));
  }

  /// A line, folded if it is too long, but never within a character.
  public void line(String name, String value) {
    int octets = 0;
    int[] characters = (name + ":" + value).codePoints().toArray();
    for (int each : characters) {
      String character = Character.toString(each);
      int more = character.getBytes(StandardCharsets.UTF_8).length;
      if (octets + more > LINE) {
        text.append("\r\n ");
        octets = 1;
      }
      text.append(character);
      octets += more;
    }
    text.append("\r\n");
  }

  public String end() {
    line("END", "VCALENDAR");
    return text.toString();
  }
}
