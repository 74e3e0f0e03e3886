package greenpair.web.input;

import greenpair.message.Message;
import java.lang.reflect.RecordComponent;
import java.util.List;

/// Faults of fields that must be there.
public final class Required {
  private Required() {}

  /// Adds the fault of a field that must be there.
  public static void missing(BodyFields body, String key, Message what) {
    body.missing(key, of(what), Message.of("next.add"));
  }

  /// Adds the fault of a field if it is missing.
  public static void check(BodyFields body, String key, Message what) {
    if (body.isMissing(key)) {
      missing(body, key, what);
    }
  }

  /// The rule of a field that must be there.
  public static Message of(Message what) {
    return Message.of("check.required_what", "what", what);
  }

  /// Adds the fault of a field that its rule requires.
  static void missing(
      BodyFields body, String key, Rules.Required required, RecordComponent component) {
    body.missing(key, rule(required, component), next(required, body));
  }

  private static Message rule(Rules.Required required, RecordComponent component) {
    if (!required.value().isEmpty()) {
      return of(Message.of(required.value()));
    }
    return component.getType().isEnum()
        ? of(
            Message.of(
                "what.choice",
                "values",
                List.copyOf(Rules.words(component.getType(), component).keySet())))
        : Message.of("check.required");
  }

  private static Message next(Rules.Required required, BodyFields fields) {
    if (required.next().equals("next.add_or_leave_out")) {
      String parent = fields.path("").replaceFirst("\\.$", "").replaceFirst(".*\\.", "");
      return Message.of(required.next(), "field", parent);
    }
    if (!required.next().isEmpty()) {
      return Message.of(required.next());
    }
    return required.example().isEmpty()
        ? Message.of("next.add")
        : Message.of("next.add_such_as", "example", required.example());
  }
}
