package greenpair.evaluate.trec;

import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.catalog.value.Attribute;
import greenpair.catalog.value.Attributes;
import greenpair.config.Problems;
import greenpair.message.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
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
        TopicLines.texts(node, "technologies").stream().map(this::code).toList(),
        attributes(node.get("attributes")),
        TopicLines.texts(node, "known").stream().map(EntryId::new).toList());
  }

  private static Kind kind(String word) {
    List<String> words = Stream.of(Kind.values()).map(Kind::word).toList();
    Message rule = Message.of("check.one_of", "values", words);
    return Kind.of(word).orElseThrow(() -> TopicLines.refused("kind", rule, word, words));
  }

  private static Attributes attributes(@Nullable JsonNode node) {
    if (node == null) {
      return Attributes.NONE;
    }
    Map<Attribute, List<String>> values = new EnumMap<>(Attribute.class);
    for (Attribute each : Attribute.values()) {
      values.put(each, TopicLines.texts(node, each.word()));
    }
    JsonNode size = node.get("size");
    return new Attributes(
        values,
        size == null
            ? null
            : new Attributes.Size(size.path("value").asDouble(0), size.path("unit").asString("")));
  }

  private Code code(String word) {
    if (!taxonomy.words().contains(word)) {
      throw TopicLines.refused("technologies", Message.of("check.code"), word, taxonomy.words());
    }
    return new Code(word);
  }
}
