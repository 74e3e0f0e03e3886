package greenpair.evaluate;

import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.evaluate.trec.SearchTopic;
import greenpair.evaluate.trec.TrecRun;
import greenpair.index.Baseline;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.Facet;
import greenpair.index.read.Snapshot;
import greenpair.search.Search;
import greenpair.search.SearchRequest;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Answers queries over all judged kinds on one snapshot, by the engine or by a baseline.
public record SearchRunner(Search search, int depth) {
  /// The kinds that queries are judged over.
  public static final List<Kind> KINDS =
      List.of(Kind.SOLUTION, Kind.FIRM, Kind.FINANCIER, Kind.CITY);

  public TrecRun run(String tag, List<SearchTopic> topics, Snapshot snapshot) {
    Map<String, List<String>> rankings = new LinkedHashMap<>();
    for (SearchTopic topic : topics) {
      rankings.put(
          topic.id(),
          search.ranking(request(topic), depth, snapshot).keySet().stream()
              .map(SearchRunner::document)
              .toList());
    }
    return TrecRun.ranked(tag, rankings);
  }

  /// The same for some documents only, such as judged ones: cheaper, and enough for their relative
  /// order.
  public TrecRun run(
      String tag, List<SearchTopic> topics, Snapshot snapshot, Map<String, Set<String>> among) {
    Map<String, List<String>> rankings = new LinkedHashMap<>();
    for (SearchTopic topic : topics) {
      Map<Kind, Set<EntryId>> entries = new EnumMap<>(Kind.class);
      for (String document : among.getOrDefault(topic.id(), Set.of())) {
        int colon = document.indexOf(':');
        Kind.of(document.substring(0, colon))
            .ifPresent(
                kind ->
                    entries
                        .computeIfAbsent(kind, key -> new TreeSet<>())
                        .add(new EntryId(document.substring(colon + 1))));
      }
      rankings.put(
          topic.id(),
          search.rankingAmong(request(topic), entries, snapshot).stream()
              .map(each -> each.kind().word() + ":" + each.id())
              .toList());
    }
    return TrecRun.ranked(tag, rankings);
  }

  /// The run of Lucene's own analyzers and BM25, with the same filters.
  public TrecRun run(String tag, List<SearchTopic> topics, Snapshot snapshot, Baseline baseline) {
    Map<String, List<String>> rankings = new LinkedHashMap<>();
    for (SearchTopic topic : topics) {
      SearchRequest open = request(topic, "");
      Set<String> allowed =
          search.ranking(open, Integer.MAX_VALUE / 2, snapshot).keySet().stream()
              .map(SearchRunner::document)
              .collect(java.util.stream.Collectors.toSet());
      rankings.put(
          topic.id(),
          baseline.ranking(topic.q()).stream()
              .map(SearchRunner::document)
              .filter(allowed::contains)
              .limit(depth)
              .toList());
    }
    return TrecRun.ranked(tag, rankings);
  }

  private static String document(Entry entry) {
    return entry.kind().word() + ":" + entry.id();
  }

  private static SearchRequest request(SearchTopic topic) {
    return request(topic, topic.q());
  }

  private static SearchRequest request(SearchTopic topic, String q) {
    Map<Facet, Set<String>> facets = new EnumMap<>(Facet.class);
    Set<Kind> kinds = Set.of();
    for (Map.Entry<String, String> filter : topic.filters().entrySet()) {
      if (filter.getKey().equals("kind")) {
        kinds = Set.of(Kind.of(filter.getValue()).orElseThrow());
      } else {
        facets.put(Facet.of(filter.getKey()).orElseThrow(), Set.of(filter.getValue()));
      }
    }
    return new SearchRequest(
        KINDS,
        kinds,
        q,
        SearchRequest.Narrowing.of(facets),
        EntryQuery.Order.RELEVANCE,
        Language.valueOf(topic.language().toUpperCase(Locale.ROOT)),
        1,
        null);
  }
}
