package greenpair.program.database;

import greenpair.catalog.Text;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Arguments of sentences as JSON: a text, a whole number, or an object of both languages.
final class SentenceArguments {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private SentenceArguments() {}

  static String encode(Map<?, ?> arguments) {
    ObjectNode node = MAPPER.createObjectNode();
    arguments.forEach(
        (name, value) -> {
          String key = String.valueOf(name);
          if (value instanceof Text text) {
            node.putObject(key).put("en", text.en()).put("zh", text.zh());
          } else if (value instanceof Number number) {
            node.put(key, number.longValue());
          } else {
            node.put(key, value.toString());
          }
        });
    return MAPPER.writeValueAsString(node);
  }

  static Map<String, Object> decode(String json) {
    Map<String, Object> arguments = new TreeMap<>();
    try {
      MAPPER.readTree(json).forEachEntry((name, value) -> arguments.put(name, value(value)));
    } catch (JacksonException e) {
      throw new IllegalArgumentException("arguments must be a JSON object", e);
    }
    return arguments;
  }

  private static Object value(JsonNode value) {
    if (value.isObject()) {
      return new Text(string(value.path("en")), string(value.path("zh")));
    }
    return value.isIntegralNumber() ? (Object) value.longValue() : value.asString();
  }

  private static @Nullable String string(JsonNode node) {
    return node.isString() ? node.stringValue() : null;
  }
}
