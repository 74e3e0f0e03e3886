package greenpair.evaluate.trec;

import greenpair.catalog.Kind;
import greenpair.catalog.value.Nearest;
import greenpair.config.Problems;
import greenpair.index.query.Facet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads queries from JSON Lines:
/// `{"id":"t1-en","pair":"t1","sort":"technology","language":"en","q":"heat pump",
/// "filters":{"kind":"firm","country":"CN"}}`; `pair`, `filters` and `speaker` are optional.
/// `speaker` states who would ask this question; it is for readers of the file and has no effect.
public final class SearchTopicReader {
  private static final Set<String> KEYS =
      Set.of("id", "pair", "sort", "speaker", "language", "q", "filters");
  private static final Set<String> LANGUAGES = Set.of("en", "zh");

  private final JsonMapper mapper = JsonMapper.shared();

  /// Whether a file holds queries of this form, by its first line.
  public static boolean reads(Path file) throws IOException {
    return TrecLine.read(file).stream()
        .filter(line -> !line.isBlank())
        .findFirst()
        .filter(line -> line.contains("\"q\""))
        .isPresent();
  }

  /// Reads the valid queries; every error of every line goes to the problems.
  public List<SearchTopic> read(Path file, Problems problems) throws IOException {
    List<SearchTopic> topics = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    List<String> lines = TrecLine.read(file);
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        String where = file + ":" + (i + 1) + ": ";
        try {
          SearchTopic topic = topic(mapper.readTree(lines.get(i)));
          if (ids.add(topic.id())) {
            topics.add(topic);
          } else {
            problems.add(where + "topic " + topic.id() + " is listed twice");
          }
        } catch (JacksonException e) {
          problems.add(where + "no JSON: " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
          problems.add(where + e.getMessage());
        }
      }
    }
    return topics;
  }

  private static SearchTopic topic(JsonNode node) {
    if (!node.isObject()) {
      throw new IllegalArgumentException("a topic is a JSON object");
    }
    for (String key : node.propertyNames()) {
      if (!KEYS.contains(key)) {
        throw new IllegalArgumentException("unknown key \"" + key + "\"" + Nearest.hint(key, KEYS));
      }
    }
    String language = must(node, "language");
    if (!LANGUAGES.contains(language)) {
      throw new IllegalArgumentException("language must be en or zh, but was \"" + language + "\"");
    }
    may(node, "speaker");
    return new SearchTopic(
        must(node, "id"),
        may(node, "pair"),
        must(node, "sort"),
        language,
        must(node, "q"),
        filters(node.get("filters")));
  }

  private static String must(JsonNode node, String key) {
    String value = may(node, key);
    if (value == null) {
      throw new IllegalArgumentException("a topic must have " + key + ", but has none");
    }
    return value;
  }

  private static @Nullable String may(JsonNode node, String key) {
    JsonNode value = node.get(key);
    if (value == null) {
      return null;
    }
    if (!value.isString()) {
      throw new IllegalArgumentException(key + " must be text, but was " + value);
    }
    return value.stringValue();
  }

  private static Map<String, String> filters(@Nullable JsonNode node) {
    Map<String, String> filters = new TreeMap<>();
    if (node == null) {
      return filters;
    }
    for (Map.Entry<String, JsonNode> each : node.properties()) {
      String name = each.getKey();
      String value = each.getValue().asString();
      boolean isKnown =
          name.equals("kind") ? Kind.of(value).isPresent() : Facet.of(name).isPresent();
      if (!isKnown) {
        throw new IllegalArgumentException("unknown filter " + name + "=" + value);
      }
      filters.put(name, value);
    }
    return filters;
  }
}
