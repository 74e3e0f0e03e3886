package greenpair.evaluate.trec;

import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.catalog.value.Attribute;
import greenpair.catalog.value.Attributes;
import greenpair.catalog.value.Nearest;
import greenpair.config.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads topics from JSON Lines: `{"id":"t1","kind":"firm","city":"cn-jilin","need":"cn-jilin-n1"}`
/// or `{"id":"q7","kind":"solution","text":"heat pump for cold winters"}`.
public final class TopicReader {
  private static final Set<String> KEYS =
      Set.of("id", "kind", "city", "need", "text", "technologies", "attributes", "known");

  private final JsonMapper mapper = JsonMapper.shared();
  private final Taxonomy taxonomy;

  public TopicReader(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
  }

  /// Reads the valid topics; every error of every line goes to the problems.
  public List<Topic> read(Path file, Problems problems) throws IOException {
    List<Topic> topics = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    List<String> lines = TrecLine.read(file);
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        String where = file + ":" + (i + 1);
        Topic topic = topic(lines.get(i), where, problems);
        if (topic != null && !ids.add(topic.id())) {
          problems.add(where + ": topic " + topic.id() + " is listed twice");
        } else if (topic != null) {
          topics.add(topic);
        }
      }
    }
    return topics;
  }

  private @Nullable Topic topic(String line, String where, Problems problems) {
    if (line.contains(TrecLine.UNREADABLE)) {
      problems.add(where + ": " + TrecLine.ENCODING);
      return null;
    }
    try {
      JsonNode node = mapper.readTree(line);
      if (!node.isObject()) {
        throw new IllegalArgumentException("a topic is a JSON object");
      }
      for (String key : node.propertyNames()) {
        if (!KEYS.contains(key)) {
          throw new IllegalArgumentException(
              "unknown key \"" + key + "\"" + Nearest.hint(key, KEYS));
        }
      }
      String city = text(node, "city");
      String need = text(node, "need");
      String kind = text(node, "kind");
      return new Topic(
          must(text(node, "id")),
          kind(kind == null ? "firm" : kind),
          city == null ? null : new EntryId(city),
          need == null ? null : new EntryId(need),
          java.util.Objects.requireNonNullElse(text(node, "text"), ""),
          codes(node),
          attributes(node.get("attributes")),
          known(node));
    } catch (JacksonException e) {
      problems.add(where + ": no JSON: " + e.getOriginalMessage());
    } catch (IllegalArgumentException e) {
      problems.add(where + ": " + e.getMessage());
    }
    return null;
  }

  private static String must(@Nullable String id) {
    if (id == null) {
      throw new IllegalArgumentException("a topic must have an id, but has none");
    }
    return id;
  }

  private static Kind kind(String word) {
    return Kind.of(word)
        .orElseThrow(() -> new IllegalArgumentException("unknown kind \"" + word + "\""));
  }

  private static @Nullable String text(JsonNode node, String key) {
    JsonNode value = node.get(key);
    if (value == null) {
      return null;
    }
    if (!value.isString()) {
      throw new IllegalArgumentException(key + " must be text, but was " + value);
    }
    return value.stringValue();
  }

  private static List<EntryId> known(JsonNode node) {
    List<EntryId> known = new ArrayList<>();
    JsonNode list = node.get("known");
    if (list != null) {
      list.forEach(each -> known.add(new EntryId(each.asString())));
    }
    return known;
  }

  private static Attributes attributes(@Nullable JsonNode node) {
    if (node == null) {
      return Attributes.NONE;
    }
    Map<Attribute, List<String>> values = new EnumMap<>(Attribute.class);
    for (Attribute each : Attribute.values()) {
      List<String> words = new ArrayList<>();
      node.path(each.word()).forEach(word -> words.add(word.asString()));
      values.put(each, words);
    }
    JsonNode size = node.get("size");
    return new Attributes(
        values,
        size == null
            ? null
            : new Attributes.Size(size.path("value").asDouble(0), size.path("unit").asString("")));
  }

  private List<Code> codes(JsonNode node) {
    List<Code> codes = new ArrayList<>();
    JsonNode list = node.get("technologies");
    if (list != null) {
      for (JsonNode each : list) {
        Code code = new Code(each.asString());
        if (!taxonomy.has(code)) {
          throw new IllegalArgumentException(taxonomy.unknown(code.value()));
        }
        codes.add(code);
      }
    }
    return codes;
  }
}
