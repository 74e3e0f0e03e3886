package greenpair.web.pages.frame;

import module java.base;

import greenpair.pages.view.Form;
import greenpair.web.auth.Guard;
import greenpair.web.http.Fault;
import greenpair.web.http.RefusedException;
import greenpair.web.input.RequestBody;
import greenpair.web.program.WriteEndpoint;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The content of a submitted form. It is read by the same code as the body of the API: each field
/// is a key of one object, and an empty field is left out.
public record PageForm(Map<String, List<String>> typed) {
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final String BACK = "back";
  private static final int LONGEST_BACK = 2_000;

  /// The fields that every form sends in addition to its own.
  public static final Set<String> FRAME = Set.of(Guard.CSRF_FIELD, BACK, WriteEndpoint.FORM_KEY);

  /// Reads the form of a request.
  ///
  /// @throws RefusedException if it is too long or not declared as a form
  public static PageForm of(Context context) {
    return new PageForm(RequestBody.form(context));
  }

  /// Where the form of a request was sent from; the front page for one that cannot be read.
  public static String backOf(Context context) {
    try {
      return of(context).back();
    } catch (RefusedException e) {
      return "/";
    }
  }

  /// The first value of a field; empty for none.
  public String value(String name) {
    List<String> values = typed.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.getFirst().strip();
  }

  public List<String> values(String name) {
    return typed.getOrDefault(name, List.of());
  }

  /// The fields as the body of a request to the API; a name with a dot is a key of an object.
  public ObjectNode body() {
    ObjectNode body = MAPPER.createObjectNode();
    for (Map.Entry<String, List<String>> each : typed.entrySet()) {
      List<String> values =
          each.getValue().stream().map(String::strip).filter(word -> !word.isEmpty()).toList();
      if (FRAME.contains(each.getKey()) || values.isEmpty()) {
        continue;
      }
      String[] path = each.getKey().split("\\.", 2);
      ObjectNode object = path.length == 1 ? body : body.withObjectProperty(path[0]);
      object.set(
          path[path.length - 1],
          MAPPER.valueToTree(values.size() == 1 ? values.getFirst() : values));
    }
    return body;
  }

  public Form again(List<Fault> faults) {
    return new Form(typed, PageFrame.shown(faults));
  }

  /// The page from which the form was sent; the front page if it is not stated.
  public String back() {
    return back(value(BACK));
  }

  /// A path of this server that is safe to send a browser to, or the front page.
  public static String back(String path) {
    boolean isLocal =
        path.matches("/[!-~]*")
            && !path.startsWith("//")
            && !path.contains("\\")
            && path.length() <= LONGEST_BACK;
    return isLocal ? path : "/";
  }

  /// The version that a form was made for; -1 for what is no number.
  public int number() {
    String word = value("number");
    return word.matches("[0-9]{1,9}") ? Integer.parseInt(word) : -1;
  }

  /// Sends the browser on by GET, so that to load the page again repeats nothing.
  public static void goOn(Context context, String path) {
    context.redirect(back(path), HttpStatus.SEE_OTHER);
  }
}
