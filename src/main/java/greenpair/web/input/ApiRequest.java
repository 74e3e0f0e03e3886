package greenpair.web.input;

import module java.base;

import greenpair.catalog.Language;
import greenpair.message.Message;
import greenpair.program.access.Audit.RequestOrigin;
import greenpair.web.http.Fault;
import greenpair.web.http.Format;
import greenpair.web.http.ProblemKind;
import greenpair.web.http.RefusedException;
import greenpair.web.http.RequestId;
import io.javalin.http.Context;
import io.javalin.http.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The parts of a request on which its answer depends: of a current HTTP request, or of one that
/// was stored or written otherwise.
///
/// @param hasFormat whether its query may name the format of the answer
/// @param query the query string after `?`, still encoded; null if there is none
/// @param parts the parts of the address by their names in the route
/// @param preferred our language that the client likes best, null for none; asking makes the answer
///     depend on the header
/// @param content the object of the body, or a [greenpair.web.http.RefusedException]
/// @param encoding how the values of the body are written
/// @param context the current request; null if it is none
public record ApiRequest(
    boolean hasFormat,
    @Nullable String query,
    Map<String, String> parts,
    Supplier<@Nullable Language> preferred,
    Supplier<ObjectNode> content,
    BodyFields.Encoding encoding,
    @Nullable Context context) {
  /// What HTTP brought.
  public static ApiRequest of(Context context) {
    return of(context, () -> RequestBody.read(context), BodyFields.Encoding.JSON);
  }

  /// The content of a submitted form.
  ///
  /// @param form its fields as the body that a program would send
  public static ApiRequest of(Context context, ObjectNode form) {
    return of(context, () -> form, BodyFields.Encoding.FORM);
  }

  private static ApiRequest of(
      Context context, Supplier<ObjectNode> content, BodyFields.Encoding encoding) {
    return new ApiRequest(
        Format.isChosen(context),
        context.queryString(),
        context.pathParamMap(),
        () -> Target.of(context).preferred(),
        content,
        encoding,
        context);
  }

  /// A GET that is kept: what remains available after the request.
  public static ApiRequest of(Target place, Map<String, String> parts) {
    return new ApiRequest(
        true,
        place.query,
        parts,
        () -> place.preferred,
        ApiRequest::none,
        BodyFields.Encoding.JSON,
        null);
  }

  /// A body without a request, such as the arguments of an assistant.
  public static ApiRequest of(ObjectNode body) {
    return new ApiRequest(
        false, null, Map.of(), () -> null, () -> body, BodyFields.Encoding.JSON, null);
  }

  private static ObjectNode none() {
    throw new IllegalStateException("a GET has no body");
  }

  /// The part of the address that the route calls so.
  public String inPath(String name) {
    return Objects.requireNonNull(parts.get(name), name);
  }

  /// The number of the state that a change is based on, by `If-Match` or a field of the form; -1
  /// for what is no number.
  ///
  /// @param last number of the current state; 0 if there is none
  /// @throws greenpair.web.http.RefusedException if there is one and the request names none
  public int basis(int last) {
    if (encoding == BodyFields.Encoding.FORM) {
      String number = content.get().path("number").asString("");
      return number.matches("[0-9]{1,9}") ? Integer.parseInt(number) : -1;
    }
    Objects.requireNonNull(context).attribute(Header.IF_MATCH, true);
    return IfMatch.expected(context, last);
  }

  /// Refuses a version that no change was based on, because the record has none.
  public static void refuseUnreadVersion(Context context) {
    String match = context.header(Header.IF_MATCH);
    if (match != null && context.attribute(Header.IF_MATCH) == null) {
      Message rule = Message.of("programme.no_version");
      throw RefusedException.invalid(Header.IF_MATCH, match, rule, Message.of("next.leave_out"));
    }
  }

  /// Where the request comes from, for the audit.
  public RequestOrigin origin() {
    return RequestId.origin(Objects.requireNonNull(context));
  }

  /// The address of a GET. Equal addresses have the same answer.
  ///
  /// @param preferred language of ours that the client likes best, where the answer follows it
  public record Target(String path, @Nullable String query, @Nullable Language preferred) {
    public static Target of(Context context) {
      context.header(
          Header.VARY,
          Header.ACCEPT_ENCODING + ", " + Header.ACCEPT_LANGUAGE + ", " + Header.ACCEPT);
      return new Target(
          context.req().getRequestURI(),
          context.queryString(),
          ContentNegotiation.preferred(context.header(Header.ACCEPT_LANGUAGE)));
    }
  }

  /// The state of a record that a change is based on, as the header `If-Match` names it.
  private static final class IfMatch {
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
}
