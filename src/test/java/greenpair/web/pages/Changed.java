package greenpair.web.pages;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Every body that differs from a given one at one place: a key left out, a key that no schema
/// knows, or a value of another type or far out of any range.
final class Changed {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final List<JsonNode> VALUES =
      List.of(
          MAPPER.readTree("null"),
          MAPPER.readTree("true"),
          MAPPER.readTree("-1"),
          MAPPER.readTree("0.5"),
          MAPPER.readTree("1e12"),
          MAPPER.readTree("\"\""),
          MAPPER.readTree("\"no such word\""),
          MAPPER.readTree("[]"),
          MAPPER.readTree("{}"));

  private final JsonNode whole;
  private final List<JsonNode> all = new ArrayList<>();

  private Changed(JsonNode whole) {
    this.whole = whole;
  }

  static List<JsonNode> of(JsonNode body) {
    Changed changed = new Changed(body.deepCopy());
    changed.visit(changed.whole);
    return List.copyOf(changed.all);
  }

  private void keep() {
    all.add(whole.deepCopy());
  }

  private void visit(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.put("undocumented", 1);
      keep();
      object.remove("undocumented");
      for (String key : List.copyOf(object.propertyNames())) {
        JsonNode value = object.remove(key);
        keep();
        for (JsonNode other : VALUES) {
          object.set(key, other);
          keep();
        }
        object.set(key, value);
        visit(value);
      }
    } else if (node instanceof ArrayNode array) {
      for (int at = 0; at < array.size(); at++) {
        JsonNode value = array.get(at);
        for (JsonNode other : VALUES) {
          array.set(at, other);
          keep();
        }
        array.set(at, value);
        visit(value);
      }
    }
  }
}
