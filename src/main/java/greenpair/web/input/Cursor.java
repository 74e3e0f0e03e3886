package greenpair.web.input;

import greenpair.message.Message;
import greenpair.program.database.Page;
import greenpair.web.http.Checks;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// The place in a list where its next part begins, as clients get it: an opaque word, so that its
/// contents can change.
public final class Cursor {
  public static final String PARAMETER = "cursor";
  private static final String MARK = "c1:";

  private Cursor() {}

  public static @Nullable String of(long place) {
    byte[] plain = (MARK + place).getBytes(StandardCharsets.US_ASCII);
    return place == 0 ? null : Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
  }

  /// The cursor of what follows a place in a list of a known length; null at its end.
  public static @Nullable String next(long place, long total) {
    return place < total ? of(place) : null;
  }

  /// As [#read], for a list that is counted from its beginning: items before the place, from 0.
  public static int offset(Parameters parameters, Checks checks) {
    long place = read(parameters, checks);
    return place == Page.NEWEST ? 0 : (int) Math.min(place, Parameters.FARTHEST);
  }

  /// The place that a request names; the beginning of the list without one or after its fault.
  public static long read(Parameters parameters, Checks checks) {
    String word = parameters.one(PARAMETER);
    if (word == null) {
      return Page.NEWEST;
    }
    try {
      String plain = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.US_ASCII);
      if (plain.startsWith(MARK)) {
        long place = Long.parseLong(plain.substring(MARK.length()));
        if (place > 0) {
          return place;
        }
      }
    } catch (IllegalArgumentException e) {
      // The same fault as for a word of another list.
    }
    checks
        .faults()
        .add(PARAMETER, word, Message.of("check.cursor"), Message.of("check.cursor.next"));
    return Page.NEWEST;
  }
}
