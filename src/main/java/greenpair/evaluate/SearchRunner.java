package greenpair.evaluate;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.evaluate.trec.SearchTopic;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.Facet;
import greenpair.index.read.Snapshot;
import greenpair.search.Search;
import greenpair.search.SearchRequest;

/// Answers queries over all judged kinds on one snapshot.
public record SearchRunner(Search search, int depth) {
  /// The kinds that queries are judged over.
  public static final List<Kind> KINDS =
      List.of(Kind.SOLUTION, Kind.FIRM, Kind.FINANCIER, Kind.CITY);

  public Rankings run(String name, List<SearchTopic> topics, Snapshot snapshot) {
    return run(
        name,
        topics,
        topic ->
            search.ranking(request(topic), depth, snapshot).keySet().stream()
                .map(each -> each.kind().word() + ":" + each.id())
                .toList());
  }

  /// The same for some documents only, such as judged ones: cheaper, and enough for their relative
  /// order.
  public Rankings run(
      String name, List<SearchTopic> topics, Snapshot snapshot, Map<String, Set<String>> among) {
    return run(
        name,
        topics,
        topic -> {
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
          return search.rankingAmong(request(topic), entries, snapshot).stream()
              .map(each -> each.kind().word() + ":" + each.id())
              .toList();
        });
  }

  private static Rankings run(
      String name, List<SearchTopic> topics, Function<SearchTopic, List<String>> ranking) {
    Map<String, List<String>> rankings = new HashMap<>();
    topics.forEach(topic -> rankings.put(topic.id(), ranking.apply(topic)));
    return new Rankings(name, rankings);
  }

  private static SearchRequest request(SearchTopic topic) {
    Map<Facet, Set<String>> facets = new EnumMap<>(Facet.class);
    SearchTopic.Filters filters = topic.filters();
    if (filters != null && filters.country() != null) {
      facets.put(Facet.COUNTRY, Set.of(filters.country()));
    }
    if (filters != null && filters.technology() != null) {
      facets.put(Facet.TECHNOLOGY, Set.of(filters.technology()));
    }
    return new SearchRequest(
        KINDS,
        filters == null || filters.kind() == null ? Set.of() : Set.of(filters.kind()),
        topic.q(),
        SearchRequest.Narrowing.of(facets),
        EntryQuery.Order.RELEVANCE,
        topic.language(),
        1,
        null);
  }
}
