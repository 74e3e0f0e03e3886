package greenpair.registry.config;

import module java.base;

import greenpair.config.LinedMap;
import greenpair.config.Problems;
import greenpair.message.Message;
import greenpair.registry.format.JsonFaults;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/// Reads a YAML file of settings into plain maps, lists, strings, numbers and booleans.
///
/// Aliases (`*name`) are refused, because a settings file does not need them, Jackson would return
/// the name instead of the value, and their expansion could exhaust memory. Duplicate keys and keys
/// without a value are also refused.
record YamlReader(String name, YAMLParser yaml, Problems problems) {
  private static final int MAX_LENGTH = 1 << 20;
  private static final int MAX_DEPTH = 20;

  private static final YAMLFactory YAML =
      YAMLFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /// The top map of a file; empty after a problem was recorded.
  static Map<String, Object> read(byte[] bytes, String name, Problems problems) {
    if (bytes.length > MAX_LENGTH) {
      int length = bytes.length;
      problems.add(
          Message.of("config.yaml_length", "file", name, "most", MAX_LENGTH, "length", length));
      return Map.of();
    }
    try (YAMLParser yaml = (YAMLParser) YAML.createParser(ObjectReadContext.empty(), bytes)) {
      return new YamlReader(name, yaml, problems).document();
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      problems.add(
          Message.of(
              "config.yaml", "place", name + (line > 0 ? ":" + line : ""), "reason", reason(e)));
      return Map.of();
    }
  }

  private static Message reason(JacksonException fault) {
    String said = String.valueOf(fault.getOriginalMessage());
    return said.startsWith("Duplicate") || said.contains("nesting depth")
        ? JsonFaults.reason(fault)
        : Message.of(said.contains("UTF-8") ? "config.yaml_encoding" : "config.yaml_form");
  }

  private Map<String, Object> document() {
    JsonToken first = yaml.nextToken();
    if (first == null) {
      return Map.of(); // Nothing but comments: all is left as it is.
    }
    if (first != JsonToken.START_OBJECT) {
      problems.add(Message.of("config.yaml_map", "file", name, "value", yaml.getString()));
      return Map.of();
    }
    Map<String, Object> top = map(1);
    if (yaml.nextToken() != null) {
      problems.add(Message.of("config.yaml_second", "place", place()));
    }
    return top;
  }

  /// @param begins the line of the key that the map belongs to
  private Map<String, Object> map(int begins) {
    LinedMap map = new LinedMap(begins);
    while (yaml.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = yaml.currentName();
      int line = yaml.currentTokenLocation().getLineNr();
      yaml.nextToken();
      Object value = value(key, line);
      if (value != null) {
        map.put(key, value, line);
      }
    }
    return map;
  }

  private List<Object> list() {
    List<Object> list = new ArrayList<>();
    while (yaml.nextToken() != JsonToken.END_ARRAY) {
      Object value = value("an element of the list", yaml.currentTokenLocation().getLineNr());
      if (value != null) {
        list.add(value);
      }
    }
    return list;
  }

  private @Nullable Object value(String key, int line) {
    if (yaml.isCurrentAlias()) {
      problems.add(Message.of("config.yaml_alias", "place", place(), "name", yaml.getString()));
      return null;
    }
    return switch (yaml.currentToken()) {
      case START_OBJECT -> map(line);
      case START_ARRAY -> list();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> yaml.getNumberValue();
      case VALUE_STRING -> text(key);
      case VALUE_NULL, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE, PROPERTY_NAME, END_OBJECT, END_ARRAY ->
          noValue(key);
    };
  }

  private @Nullable String text(String key) {
    String text = yaml.getString();
    // An empty scalar and the YAML 1.1 word for null come as strings. A space is in quotes, and so
    // is meant.
    return text.isEmpty() || text.equals("~") ? noValue(key) : text;
  }

  private @Nullable String noValue(String key) {
    problems.add(Message.of("config.yaml_empty", "place", place(), "key", key));
    return null;
  }

  private String place() {
    return name + ":" + yaml.currentTokenLocation().getLineNr();
  }
}
