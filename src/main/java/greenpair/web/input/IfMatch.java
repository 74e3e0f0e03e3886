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

  /// The number of the state that the change is based on: of several, the current one.
  ///
  /// @param last number of the current state; 0 if there is none
  /// @throws RefusedException if there is one and the header is missing or has no such number
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
    if (match.strip().equals("*")) {
      return last;
    }
    int expected = -1;
    for (String each : match.split(",", -1)) {
      Matcher number = NUMBER.matcher(each.strip());
      if (!number.matches()) {
        throw new RefusedException(
            ProblemKind.INVALID_REQUEST,
            Fault.of(
                Header.IF_MATCH,
                match,
                Message.of("edit.if_match"),
                Message.of("edit.if_match.next", "last", last)));
      }
      int state = Integer.parseInt(number.group(1));
      expected = expected == last ? last : state;
    }
    return expected;
  }
}
