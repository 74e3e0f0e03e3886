package greenpair.bench;

import module java.base;

import greenpair.catalog.Language;
import greenpair.evaluate.trec.SearchTopic;

/// A search task made from public data that neither the taxonomy nor the glossary was written for.
///
/// @param lines the catalog, as lines of the catalog format
/// @param topics queries, of the sort [#TUNE] or [#HELD]
/// @param grades of documents (`firm:id`) by topic
record OutsideTask(
    String name,
    List<String> lines,
    List<SearchTopic> topics,
    Map<String, Map<String, Integer>> grades) {
  /// Weights may be chosen on these.
  static final String TUNE = "tune";

  /// These are reported.
  static final String HELD = "held";

  OutsideTask {
    lines = List.copyOf(lines);
    topics = List.copyOf(topics);
    grades = Map.copyOf(grades);
  }

  static SearchTopic topic(String id, String half, String language, String q) {
    Language own = Language.valueOf(language.toUpperCase(Locale.ROOT));
    return new SearchTopic(id, null, half, null, own, q, null);
  }

  static String half(int number) {
    return number % 2 == 0 ? TUNE : HELD;
  }
}
