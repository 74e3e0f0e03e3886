package greenpair.evaluate.trec;

import greenpair.config.Problems;
import greenpair.message.Message;
import greenpair.message.MessageException;
import greenpair.message.Translated;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads JSON Lines of topics, each with an id that no other line has.
final class TopicLines {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

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
            throw new MessageException(Message.of("trec.twice", "topic", id.apply(read)));
          }
          topics.add(read);
        } catch (JacksonException e) {
          problems.refuse(file + ":" + (i + 1), Message.of("trec.object"), lines.get(i));
        } catch (IllegalArgumentException e) {
          problems.at(file + ":" + (i + 1), Translated.of(e));
        }
      }
    }
    return topics;
  }

  private static JsonNode object(String line, Set<String> keys) {
    if (line.contains(TrecLine.UNREADABLE)) {
      throw new MessageException(Message.of("trec.encoding"));
    }
    JsonNode node = MAPPER.readValue(line, ObjectNode.class);
    for (String key : node.propertyNames()) {
      if (!keys.contains(key)) {
        Message unknown = Message.of("line.unknown_key", "key", key);
        throw new MessageException(
            Message.of("value.near", "rule", unknown, "near", Message.near(key, keys)));
      }
    }
    return node;
  }

  /// A value that breaks a rule, with the nearest of some words.
  static MessageException refused(
      String key, Message rule, @Nullable Object value, Collection<String> words) {
    Problems problem = new Problems();
    problem.refuse(key, rule, value, words, "");
    return new MessageException(problem.lines());
  }

  static String must(JsonNode node, String key) {
    String value = may(node, key);
    if (value == null) {
      throw refused(key, Message.of("config.text"), null, Set.of());
    }
    return value;
  }

  static @Nullable String may(JsonNode node, String key) {
    JsonNode value = node.get(key);
    if (value != null && !value.isString()) {
      throw refused(key, Message.of("config.text"), value, Set.of());
    }
    return value == null ? null : value.stringValue();
  }

  /// A list of texts; empty for a missing key.
  static List<String> texts(JsonNode node, String key) {
    List<String> texts = new ArrayList<>();
    JsonNode list = node.path(key);
    if (!list.isMissingNode() && !list.isArray()) {
      throw refused(key, Message.of("value.list"), list, Set.of());
    }
    list.forEach(each -> texts.add(each.asString()));
    return texts;
  }
}
