package greenpair.web.input;

import greenpair.catalog.Language;
import greenpair.program.access.Audit.RequestOrigin;
import greenpair.web.http.RequestId;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The parts of a request on which its answer depends: of a current HTTP request, or of one stored
/// in a decision record.
public interface ApiRequest {
  default boolean isPost() {
    return false;
  }

  /// The query string after `?`, still encoded; null if there is none.
  default @Nullable String query() {
    return null;
  }

  /// The part of the address that the route calls so.
  default String inPath(String name) {
    throw new IllegalStateException("a request without a path has no " + name);
  }

  /// The languages that the client prefers; reading them makes the answer depend on the header.
  default @Nullable String acceptLanguage() {
    return null;
  }

  /// The JSON object of the body.
  ///
  /// @throws greenpair.web.http.RefusedException if there is none
  default ObjectNode body() {
    throw new IllegalStateException("a GET has no body");
  }

  /// How the values of the body are written.
  default BodyFields.Encoding bodyEncoding() {
    return BodyFields.Encoding.JSON;
  }

  /// The number of the state that a change is based on, by `If-Match` or a field of the form; -1
  /// for what is no number.
  ///
  /// @param last number of the current state; 0 if there is none
  /// @throws greenpair.web.http.RefusedException if there is one and the request names none
  default int basis(int last) {
    throw new IllegalStateException("a request without headers has no basis");
  }

  /// Where the request comes from, for the audit.
  default RequestOrigin origin() {
    throw new IllegalStateException("a stored request has no origin");
  }

  /// Marks the answer as dependent on `Accept-Language`.
  static void varies(Context context) {
    context.header(
        Header.VARY, Header.ACCEPT_ENCODING + ", " + Header.ACCEPT_LANGUAGE + ", " + Header.ACCEPT);
  }

  /// What HTTP brought.
  public static ApiRequest of(Context context) {
    return new OverHttp(context);
  }

  /// The content of a submitted form.
  ///
  /// @param form its fields as the body that a program would send
  static ApiRequest of(Context context, ObjectNode form) {
    return new ByForm(new OverHttp(context), form);
  }

  /// Fields that are written as in a form, such as options of a command.
  ///
  /// @param fields texts, flags, and lists of texts
  static ApiRequest of(Map<String, Object> fields) {
    return new Written(JsonMapper.shared().valueToTree(fields));
  }

  /// The address of a GET and its preferred language: the parts that remain available after the
  /// request.
  static Told told(Context context) {
    return new Told(Place.of(context), context.pathParamMap());
  }

  /// The address of a GET. Equal addresses have the same answer.
  ///
  /// @param preferred language of ours that the client likes best, where the answer follows it
  record Place(String path, @Nullable String query, @Nullable Language preferred) {
    public static Place of(Context context) {
      varies(context);
      return new Place(
          context.req().getRequestURI(),
          context.queryString(),
          ContentNegotiation.preferred(context.header(Header.ACCEPT_LANGUAGE)));
    }
  }

  /// A GET that is kept.
  record Told(Place place, Map<String, String> parts) implements ApiRequest {
    @Override
    public @Nullable String query() {
      return place.query;
    }

    @Override
    public String inPath(String name) {
      return Objects.requireNonNull(parts.get(name), name);
    }

    @Override
    public @Nullable String acceptLanguage() {
      return place.preferred == null ? null : place.preferred.name();
    }
  }

  /// A form of a page, which is in the language of its address.
  record ByForm(OverHttp http, ObjectNode form) implements ApiRequest {
    @Override
    public boolean isPost() {
      return http.isPost();
    }

    @Override
    public @Nullable String query() {
      return http.query();
    }

    @Override
    public String inPath(String name) {
      return http.inPath(name);
    }

    @Override
    public ObjectNode body() {
      return form;
    }

    @Override
    public BodyFields.Encoding bodyEncoding() {
      return BodyFields.Encoding.FORM;
    }

    @Override
    public RequestOrigin origin() {
      return http.origin();
    }

    @Override
    public int basis(int last) {
      String number = form.path("number").asString("");
      return number.matches("[0-9]{1,9}") ? Integer.parseInt(number) : -1;
    }
  }

  record Written(ObjectNode body) implements ApiRequest {
    @Override
    public BodyFields.Encoding bodyEncoding() {
      return BodyFields.Encoding.FORM;
    }
  }

  record OverHttp(Context context) implements ApiRequest {
    @Override
    public boolean isPost() {
      return context.method().equals(HandlerType.POST);
    }

    @Override
    public @Nullable String query() {
      return context.queryString();
    }

    @Override
    public String inPath(String name) {
      return context.pathParam(name);
    }

    @Override
    public @Nullable String acceptLanguage() {
      varies(context);
      return context.header(Header.ACCEPT_LANGUAGE);
    }

    @Override
    public ObjectNode body() {
      return RequestBody.read(context);
    }

    @Override
    public RequestOrigin origin() {
      return RequestId.origin(context);
    }

    @Override
    public int basis(int last) {
      return IfMatch.expected(context, last);
    }
  }
}
