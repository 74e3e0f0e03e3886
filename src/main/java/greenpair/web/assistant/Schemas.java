package greenpair.web.assistant;

import greenpair.catalog.Kind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Arguments in JSON Schema.
final class Schemas {
  private static final String TYPE = "type";
  private static final String DESCRIPTION = "description";

  private Schemas() {}

  record Property(String name, Map<String, Object> schema) {}

  static Map<String, Object> of(Property... properties) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (Property each : properties) {
      all.put(each.name(), each.schema());
    }
    return all;
  }

  static Property text(String name, String description) {
    return new Property(name, Map.of(TYPE, "string", DESCRIPTION, description));
  }

  static Property texts(String name, String description) {
    return list(name, description, Map.of(TYPE, "string"));
  }

  static Property word(String name, String description, Kind... kinds) {
    return new Property(
        name, Map.of(TYPE, "string", "enum", words(kinds), DESCRIPTION, description));
  }

  static Property words(String name, String description, Kind... kinds) {
    return list(name, description, Map.of(TYPE, "string", "enum", words(kinds)));
  }

  static Property whole(String name, int min, int max) {
    return new Property(name, Map.of(TYPE, "integer", "minimum", min, "maximum", max));
  }

  static Property language() {
    return new Property(
        "lang",
        Map.of(
            TYPE,
            "string",
            "enum",
            List.of("en", "zh"),
            DESCRIPTION,
            "language of the texts; both without it"));
  }

  private static Property list(String name, String description, Map<String, Object> items) {
    return new Property(name, Map.of(TYPE, "array", "items", items, DESCRIPTION, description));
  }

  private static List<String> words(Kind... kinds) {
    return Arrays.stream(kinds).map(Kind::word).toList();
  }
}
