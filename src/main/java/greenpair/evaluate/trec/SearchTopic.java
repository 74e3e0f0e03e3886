package greenpair.evaluate.trec;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.catalog.value.Rule;
import greenpair.config.Problems;
import greenpair.message.Message;
import greenpair.registry.format.RecordLines;
import org.jspecify.annotations.Nullable;

/// A line of a file of queries, a question of an evaluation of search over several kinds, whose
/// documents are `kind:id`:
/// `{"id":"t1-en","pair":"t1","sort":"technology","language":"en","q":"heat
/// pump","filters":{"kind":"firm","country":"CN"}}`.
///
/// @param pair id shared with the query of the same meaning in the other language
/// @param sort such as `technology` or `misspelt`
/// @param speaker who would ask this; for readers of the file
public record SearchTopic(
    String id,
    @Nullable String pair,
    String sort,
    @Nullable String speaker,
    Language language,
    String q,
    @Nullable Filters filters) {
  /// What a searcher has chosen.
  public record Filters(
      @Nullable Kind kind, @Rule.Country @Nullable String country, @Nullable String technology) {}

  /// Reads the valid queries; every error of every line is added to the problems.
  public static List<SearchTopic> read(Path file, Problems problems) throws IOException {
    return read(file, SearchTopic.class, null, SearchTopic::id, problems);
  }

  /// Whether a file holds queries, by its first line.
  public static boolean isIn(Path file) throws IOException {
    return Qrels.lines(file).stream()
        .filter(line -> !line.isBlank())
        .findFirst()
        .filter(line -> line.contains("\"q\""))
        .isPresent();
  }

  /// Reads questions, each with an id that no other line has.
  static <T extends Record> List<T> read(
      Path file,
      Class<T> type,
      @Nullable Taxonomy taxonomy,
      Function<T, String> id,
      Problems problems)
      throws IOException {
    List<T> topics = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    RecordLines.read(
        file,
        file,
        type,
        taxonomy,
        problems,
        (topic, line) -> {
          topics.add(topic);
          if (!ids.add(id.apply(topic))) {
            problems.at(file + ":" + line, Message.of("trec.twice", "topic", id.apply(topic)));
          }
        });
    return topics;
  }
}
