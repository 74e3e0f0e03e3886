package greenpair.evaluate.trec;

import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.catalog.value.Attribute;
import greenpair.catalog.value.Attributes;
import greenpair.config.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads topics from JSON Lines: `{"id":"t1","kind":"firm","city":"cn-jilin","need":"cn-jilin-n1"}`
/// or `{"id":"q7","kind":"solution","text":"heat pump for cold winters"}`.
public final class TopicReader {
  private static final Set<String> KEYS =
      Set.of("id", "kind", "city", "need", "text", "technologies", "attributes", "known");

  private final Taxonomy taxonomy;

  public TopicReader(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
  }

  /// Reads the valid topics; every error of every line is added to the problems.
  public List<Topic> read(Path file, Problems problems) throws IOException {
    return TopicLines.read(file, KEYS, this::topic, Topic::id, problems);
  }

  private Topic topic(JsonNode node) {
    String city = TopicLines.may(node, "city");
    String need = TopicLines.may(node, "need");
    String kind = TopicLines.may(node, "kind");
    return new Topic(
        TopicLines.must(node, "id"),
        kind(kind == null ? "firm" : kind),
        city == null ? null : new EntryId(city),
        need == null ? null : new EntryId(need),
        Objects.requireNonNullElse(TopicLines.may(node, "text"), ""),
        codes(node),
        attributes(node.get("attributes")),
        known(node));
  }

  private static Kind kind(String word) {
    return Kind.of(word)
        .orElseThrow(() -> new IllegalArgumentException("unknown kind \"" + word + "\""));
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
