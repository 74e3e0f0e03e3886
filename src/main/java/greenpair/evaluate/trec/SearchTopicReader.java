package greenpair.evaluate.trec;

import greenpair.catalog.Kind;
import greenpair.config.Problems;
import greenpair.index.contract.Facet;
import greenpair.message.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads queries from JSON Lines:
/// `{"id":"t1-en","pair":"t1","sort":"technology","language":"en","q":"heat pump",
/// "filters":{"kind":"firm","country":"CN"}}`; `pair`, `filters` and `speaker` are optional.
/// `speaker` states who would ask this question; it is for readers of the file and has no effect.
public final class SearchTopicReader {
  private static final Set<String> KEYS =
      Set.of("id", "pair", "sort", "speaker", "language", "q", "filters");
  private static final List<String> LANGUAGES = List.of("en", "zh");

  /// Whether a file holds queries of this form, by its first line.
  public static boolean reads(Path file) throws IOException {
    return TrecLine.read(file).stream()
        .filter(line -> !line.isBlank())
        .findFirst()
        .filter(line -> line.contains("\"q\""))
        .isPresent();
  }

  /// Reads the valid queries; every error of every line is added to the problems.
  public List<SearchTopic> read(Path file, Problems problems) throws IOException {
    return TopicLines.read(file, KEYS, SearchTopicReader::topic, SearchTopic::id, problems);
  }

  private static SearchTopic topic(JsonNode node) {
    String language = TopicLines.must(node, "language");
    if (!LANGUAGES.contains(language)) {
      Message rule = Message.of("check.one_of", "values", LANGUAGES);
      throw TopicLines.refused("language", rule, language, LANGUAGES);
    }
    TopicLines.may(node, "speaker");
    return new SearchTopic(
        TopicLines.must(node, "id"),
        TopicLines.may(node, "pair"),
        TopicLines.must(node, "sort"),
        language,
        TopicLines.must(node, "q"),
        filters(node.get("filters")));
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
        throw TopicLines.refused(
            "filters", Message.of("trec.filter"), name + "=" + value, Set.of());
      }
      filters.put(name, value);
    }
    return filters;
  }
}
