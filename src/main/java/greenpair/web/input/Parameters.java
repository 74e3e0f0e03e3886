package greenpair.web.input;

import greenpair.message.Message;
import greenpair.web.http.ValueParser;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
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
  static ObjectNode object(@Nullable String query, ValueParser checks) {
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

  /// The text behind percent-encoding, or nothing if it is no UTF-8.
  public static Optional<String> decode(String encoded) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
    for (int at = 0; at < encoded.length(); at++) {
      char each = encoded.charAt(at);
      if (each == '%') {
        int byteValue = at + 2 < encoded.length() ? hex(encoded, at + 1) : -1;
        if (byteValue < 0) {
          return Optional.empty();
        }
        bytes.write(byteValue);
        at += 2;
      } else if (each < 0x80) {
        bytes.write(each == '+' ? ' ' : each);
      } else {
        int point = encoded.codePointAt(at);
        bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
        at += Character.charCount(point) - 1;
      }
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.toByteArray()))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static int hex(String text, int at) {
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
