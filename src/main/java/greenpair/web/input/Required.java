package greenpair.web.input;

import greenpair.message.Message;

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
}
