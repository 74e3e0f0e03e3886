package greenpair.web.input;

import module java.base;

import greenpair.message.Message;
import greenpair.web.http.ValueParser;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads the query of an address.
public final class Parameters {
  /// No list is so long.
  public static final int FARTHEST = 1_000_000_000;

  private Parameters() {}

  /// The parameters of a query, each with a list of its values; one that is not percent-encoded
  /// UTF-8 is a fault.
  ///
  /// @param query the query string after `?`, still encoded; null if there is none
  public static ObjectNode object(@Nullable String query, ValueParser checks) {
    ObjectNode parameters = JsonMapper.shared().createObjectNode();
    for (String pair : query == null ? new String[0] : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        read(pair, parameters, checks);
      }
    }
    return parameters;
  }

  private static void read(String pair, ObjectNode parameters, ValueParser checks) {
    int at = pair.indexOf('=');
    String name = at < 0 ? pair : pair.substring(0, at);
    String value = at < 0 ? "" : pair.substring(at + 1);
    Optional<String> plainName = decode(name);
    Optional<String> plainValue = decode(value);
    if (plainName.isPresent() && plainValue.isPresent()) {
      var _ = parameters.withArrayProperty(plainName.get()).add(plainValue.get());
      return;
    }
    checks.fault(
        plainName.orElse(name),
        value,
        Message.of("check.percent_encoding"),
        Message.of("check.percent_encoding.next"));
  }

  /// The text behind percent-encoding, or nothing if it is no UTF-8, or has U+FFFD, in place
  /// of a lost character.
  public static Optional<String> decode(String encoded) {
    try {
      String text = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
      return text.contains("\ufffd") ? Optional.empty() : Optional.of(text);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
