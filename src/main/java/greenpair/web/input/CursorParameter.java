package greenpair.web.input;

import greenpair.match.ListCursor;
import greenpair.message.Message;
import greenpair.program.database.Page;
import greenpair.web.http.ValueParser;
import java.util.OptionalLong;

/// Reads the [ListCursor] of a request.
public final class CursorParameter {
  public static final String PARAMETER = "cursor";

  private CursorParameter() {}

  /// As [#read], for a list that is counted from its beginning: items before the place, from 0.
  public static int offset(Parameters parameters, ValueParser checks) {
    long place = read(parameters, checks);
    return place == Page.NEWEST ? 0 : (int) Math.min(place, Parameters.FARTHEST);
  }

  /// The place that a request names; the beginning of the list without one or after an error.
  public static long read(Parameters parameters, ValueParser checks) {
    String word = parameters.one(PARAMETER);
    if (word == null) {
      return Page.NEWEST;
    }
    OptionalLong place = ListCursor.place(word);
    if (place.isPresent()) {
      return place.getAsLong();
    }
    checks.fault(PARAMETER, word, Message.of("check.cursor"), Message.of("check.cursor.next"));
    return Page.NEWEST;
  }
}
