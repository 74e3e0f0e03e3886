package greenpair.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A request as far as its answer depends on it: one that was sent over HTTP just now, or one that
/// a decision record keeps.
interface Sent {
  boolean isPost();

  boolean isVersioned();

  /// What stands behind the `?`, still encoded; null for nothing.
  @Nullable String query();

  /// The part of the address that the route calls so.
  String inPath(String name);

  /// The languages that the client prefers; who asks lets the answer depend on it.
  @Nullable String acceptLanguage();

  /// The JSON object of the body.
  ///
  /// @throws RefusedException when there is none
  ObjectNode body(int maxBytes);

  /// Says that the answer follows `Accept-Language`.
  static void varies(Context context) {
    context.header(Header.VARY, Header.ACCEPT_ENCODING + ", " + Header.ACCEPT_LANGUAGE);
  }

  /// What HTTP brought.
  static Sent of(Context context) {
    return new OverHttp(context);
  }

  /// What a form of a page brought.
  ///
  /// @param form its fields as the body that a program would send
  static Sent of(Context context, ObjectNode form) {
    return new ByForm(new OverHttp(context), form);
  }

  /// A form of a page: a request whose body is its fields.
  record ByForm(OverHttp http, ObjectNode form) implements Sent {
    @Override
    public boolean isPost() {
      return http.isPost();
    }

    @Override
    public boolean isVersioned() {
      return http.isVersioned();
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
    public @Nullable String acceptLanguage() {
      return http.acceptLanguage();
    }

    @Override
    public ObjectNode body(int maxBytes) {
      return form;
    }
  }

  /// A request over HTTP.
  record OverHttp(Context context) implements Sent {
    @Override
    public boolean isPost() {
      return context.method().equals(HandlerType.POST);
    }

    @Override
    public boolean isVersioned() {
      return Version.isVersioned(context);
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
    public ObjectNode body(int maxBytes) {
      return Body.read(context, maxBytes);
    }
  }
}
