package greenpair.evaluate.trec;

import greenpair.catalog.value.Nearest;
import greenpair.config.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads JSON Lines of topics, each with an id that no other line has.
final class TopicLines {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private TopicLines() {}

  /// The valid topics; every error of every line is added to the problems.
  ///
  /// @param keys that a line may have
  /// @param topic throws an [IllegalArgumentException] for a line that is none
  static <T> List<T> read(
      Path file,
      Set<String> keys,
      Function<JsonNode, T> topic,
      Function<T, String> id,
      Problems problems)
      throws IOException {
    List<T> topics = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    List<String> lines = TrecLine.read(file);
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        try {
          T read = topic.apply(object(lines.get(i), keys));
          if (!ids.add(id.apply(read))) {
            throw new IllegalArgumentException("topic " + id.apply(read) + " is listed twice");
          }
          topics.add(read);
        } catch (JacksonException e) {
          problems.add(file + ":" + (i + 1) + ": not valid JSON: " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
          problems.add(file + ":" + (i + 1) + ": " + e.getMessage());
        }
      }
    }
    return topics;
  }

  private static JsonNode object(String line, Set<String> keys) {
    if (line.contains(TrecLine.UNREADABLE)) {
      throw new IllegalArgumentException(TrecLine.ENCODING);
    }
    JsonNode node = MAPPER.readTree(line);
    if (!node.isObject()) {
      throw new IllegalArgumentException("a topic is a JSON object");
    }
    for (String key : node.propertyNames()) {
      if (!keys.contains(key)) {
        throw new IllegalArgumentException("unknown key \"" + key + "\"" + Nearest.hint(key, keys));
      }
    }
    return node;
  }

  static String must(JsonNode node, String key) {
    String value = may(node, key);
    if (value == null) {
      throw new IllegalArgumentException("a topic must have " + key + ", but has none");
    }
    return value;
  }

  static @Nullable String may(JsonNode node, String key) {
    JsonNode value = node.get(key);
    if (value != null && !value.isString()) {
      throw new IllegalArgumentException(key + " must be text, but was " + value);
    }
    return value == null ? null : value.stringValue();
  }
}
