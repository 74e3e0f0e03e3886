package greenpair.web.auth;

import module java.base;

import greenpair.web.input.Request;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.security.RouteRole;
import org.jspecify.annotations.Nullable;

/// One address with its method, who may call it, and what it reads and gives; every GET takes HEAD
/// too. Only these are served, and `/openapi.json` describes those that have a name.
///
/// @param name of the operation, such as `addContact`; empty for pages
/// @param reads the record of its query or body
/// @param parameters examples of parts of the path, by name
public record Route(
    HandlerType method,
    String path,
    Access access,
    Handler handler,
    String name,
    Class<?> reads,
    Gives gives,
    List<String> examples,
    Map<String, String> parameters) {
  /// What an address gives if all is well.
  ///
  /// @param type null for a file
  /// @param media type of a file; empty for JSON
  public record Gives(int status, @Nullable Class<?> type, Shape shape, String media) {}

  /// How many there are of the type.
  public enum Shape {
    ONE,
    /// All in one list.
    ALL,
    /// A list, a part at a time.
    PARTS
  }

  private static final Gives PAGE = new Gives(200, null, Shape.ONE, "text/html");

  public Route {
    examples = List.copyOf(examples);
    parameters = Map.copyOf(parameters);
  }

  /// An address that nothing describes: a page or the target of a form.
  public static Route of(HandlerType method, String path, Access access, Handler handler) {
    return new Route(
        method, path, access, handler, "", Request.Nothing.class, PAGE, List.of(), Map.of());
  }

  public static Route get(String path, Access access, Handler handler) {
    return of(HandlerType.GET, path, access, handler);
  }

  public static Route post(String path, Access access, Handler handler) {
    return of(HandlerType.POST, path, access, handler);
  }

  public static Route put(String path, Access access, Handler handler) {
    return of(HandlerType.PUT, path, access, handler);
  }

  public static Route delete(String path, Access access, Handler handler) {
    return of(HandlerType.DELETE, path, access, handler);
  }

  public boolean isDescribed() {
    return !name.isEmpty();
  }

  /// Whether nothing but its address says what is wanted.
  public boolean readsNothing() {
    return isDescribed() && reads == Request.Nothing.class && gives.shape() != Shape.PARTS;
  }

  /// The same, described.
  public Route as(String name, Class<?> reads, Gives gives) {
    return new Route(method, path, access, handler, name, reads, gives, examples, parameters);
  }

  public Route as(String name, Class<?> gives) {
    return as(name, Request.Nothing.class, new Gives(200, gives, Shape.ONE, ""));
  }

  public Route as(String name, Class<?> reads, Class<?> gives) {
    return as(name, reads, new Gives(200, gives, Shape.ONE, ""));
  }

  public Route asList(String name, Class<?> reads, Class<?> item) {
    return as(name, reads, new Gives(200, item, Shape.PARTS, ""));
  }

  /// Gives a whole list.
  public Route asAll(String name, Class<?> item) {
    return as(name, Request.Nothing.class, new Gives(200, item, Shape.ALL, ""));
  }

  /// Makes a thing, whose address is in `Location`.
  public Route asNew(String name, Class<?> reads, Class<?> gives) {
    return as(name, reads, new Gives(201, gives, Shape.ONE, ""));
  }

  /// Begins work that goes on after the answer.
  public Route asBegun(String name, Class<?> reads, Class<?> gives) {
    return as(name, reads, new Gives(202, gives, Shape.ONE, ""));
  }

  public Route asFile(String name, Class<?> reads, String media) {
    return as(name, reads, new Gives(200, null, Shape.ONE, media));
  }

  public Route example(String body) {
    List<String> all = new ArrayList<>(examples);
    all.add(body);
    return new Route(method, path, access, handler, name, reads, gives, all, parameters);
  }

  public Route where(String part, String example) {
    Map<String, String> all = new HashMap<>(parameters);
    all.put(part, example);
    return new Route(method, path, access, handler, name, reads, gives, examples, all);
  }

  public Route withHandler(Handler other) {
    return new Route(method, path, access, other, name, reads, gives, examples, parameters);
  }

  /// Who may call a route. The handler asks the [greenpair.program.access.Caller] what the user may
  /// see or change there.
  public enum Access implements RouteRole {
    /// Everyone, always: whether the server is up, and how to sign in.
    OPEN,
    /// May read: everyone if anonymous reading is on, otherwise signed-in users.
    READ,
    /// Signed-in users.
    MEMBER,
    /// Staff of a city for what is their city's; coordinators and operators.
    EDIT,
    /// Coordinators and operators.
    COORDINATE,
    OPERATE
  }
}
