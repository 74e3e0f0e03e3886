package greenpair.registry.config;

import greenpair.catalog.Language;
import greenpair.config.LinedMap;
import greenpair.config.Problems;
import greenpair.registry.format.JsonFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
  static Map<String, Object> read(Path file, String name, Problems problems) {
    try {
      if (Files.size(file) > MAX_LENGTH) {
        problems.add(
            name + " must have at most " + MAX_LENGTH + " bytes, but has " + Files.size(file));
        return Map.of();
      }
      return parse(Files.readAllBytes(file), name, problems);
    } catch (NoSuchFileException e) {
      problems.add(name + " does not exist; put it in " + file.getParent());
    } catch (IOException e) {
      problems.add(name + " cannot be read: " + e);
    }
    return Map.of();
  }

  private static Map<String, Object> parse(byte[] bytes, String name, Problems problems) {
    try (YAMLParser yaml = (YAMLParser) YAML.createParser(ObjectReadContext.empty(), bytes)) {
      return new YamlReader(name, yaml, problems).document();
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      String reason = reason(e);
      problems.add(
          name
              + (line > 0 ? ":" + line : "")
              + ": not valid YAML: "
              + reason
              + (reason.contains("UTF-8") ? "; save the file as UTF-8" : ""));
      return Map.of();
    }
  }

  /// The first lines of the message; the rest is a drawing of the place.
  private static String reason(JacksonException fault) {
    String said = String.valueOf(fault.getOriginalMessage());
    return said.startsWith("Duplicate") ? JsonFaults.reason(fault).in(Language.EN) : plain(said);
  }

  private static String plain(String said) {
    return said.lines().filter(line -> !line.startsWith(" ")).collect(Collectors.joining(", "));
  }

  private Map<String, Object> document() {
    JsonToken first = yaml.nextToken();
    if (first == null) {
      return Map.of(); // Nothing but comments: all is left as it is.
    }
    if (first != JsonToken.START_OBJECT) {
      problems.add(name + " must be a map of settings, but was " + yaml.getString());
      return Map.of();
    }
    Map<String, Object> top = map(1);
    if (yaml.nextToken() != null) {
      problem("a second document; a settings file has one");
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
      problem("alias *" + yaml.getString() + " is not supported; write the value out");
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
    problem(key + " has no value; write one or remove it");
    return null;
  }

  private void problem(String problem) {
    problems.add(name + ":" + yaml.currentTokenLocation().getLineNr() + ": " + problem);
  }
}
