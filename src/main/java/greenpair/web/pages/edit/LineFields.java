package greenpair.web.pages.edit;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads and changes values of a line by their paths, such as `target.text.en`.
final class LineFields {
  private LineFields() {}

  static List<String> texts(JsonNode list) {
    return list.valueStream().map(each -> each.asString("")).toList();
  }

  static void list(ObjectNode line, String key, Set<String> values) {
    line.remove(key);
    if (!values.isEmpty()) {
      ArrayNode list = line.putArray(key);
      values.forEach(list::add);
    }
  }

  static String key(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /// The object that holds a value, made if it is missing.
  static ObjectNode parent(ObjectNode line, String path) {
    ObjectNode at = line;
    String[] names = path.split("\\.", -1);
    for (int i = 0; i < names.length - 1; i++) {
      at = at.get(names[i]) instanceof ObjectNode inner ? inner : at.putObject(names[i]);
    }
    return at;
  }

  /// Takes a value away, and each object that is empty without it.
  static void remove(ObjectNode line, String path) {
    int dot = path.lastIndexOf('.');
    if (dot < 0) {
      line.remove(path);
    } else if (line.at("/" + path.substring(0, dot).replace('.', '/')) instanceof ObjectNode in) {
      in.remove(path.substring(dot + 1));
      if (in.isEmpty()) {
        remove(line, path.substring(0, dot));
      }
    }
  }
}
