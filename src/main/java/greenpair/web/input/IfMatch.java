package greenpair.web.input;

import greenpair.message.Message;
import greenpair.web.http.Fault;
import greenpair.web.http.ProblemKind;
import greenpair.web.http.RefusedException;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The state of a record that a change is based on, as the header `If-Match` names it.
final class IfMatch {
  private static final Pattern NUMBER = Pattern.compile("(?:W/)?\"?([0-9]{1,9})\"?");

  private IfMatch() {}

  /// The number of the state that the change is based on; -1 for what is no number.
  ///
  /// @param last number of the current state; 0 if there is none
  /// @throws RefusedException if there is one and the header is missing
  static int expected(Context context, int last) {
    String match = context.header(Header.IF_MATCH);
    if (match == null) {
      if (last == 0 || "*".equals(context.header(Header.IF_NONE_MATCH))) {
        return 0;
      }
      throw new RefusedException(
          ProblemKind.PRECONDITION_REQUIRED,
          Fault.of(
              Header.IF_MATCH,
              null,
              Message.of("edit.if_match"),
              Message.of("edit.if_match.next", "last", last)));
    }
    Matcher number = NUMBER.matcher(match.strip());
    return match.strip().equals("*")
        ? last
        : number.matches() ? Integer.parseInt(number.group(1)) : -1;
  }
}
