package greenpair.evaluate;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.evaluate.trec.Topic;
import greenpair.index.read.Snapshot;
import greenpair.match.RecommendationRequest;
import greenpair.match.Recommender;
import greenpair.match.past.SimpleRanking;
import greenpair.match.rank.Ranked;
import org.jspecify.annotations.Nullable;

/// Answers topics on one snapshot with whole rankings: gates apply but thresholds do not, because a
/// metric must see the entries ranked below them.
///
/// @param hideOwnCases whether deployments in the asking city are hidden, so that past purchases of
///     a city do not predict its recommendations
public record TopicRunner(Recommender recommender, int depth, boolean hideOwnCases) {
  public Rankings run(String name, List<Topic> topics, Snapshot snapshot) {
    Map<String, List<String>> rankings = new LinkedHashMap<>();
    for (Topic topic : topics) {
      rankings.put(
          topic.id(),
          recommender.ranking(request(topic), snapshot).stream()
              .map(Ranked::id)
              .filter(id -> !topic.known().contains(id))
              .map(EntryId::value)
              .limit(depth)
              .toList());
    }
    return new Rankings(name, rankings);
  }

  /// The same candidates in other orders, one run for each.
  ///
  /// @param orders by the name of the run, what a candidate is worth; ties by id
  public List<Rankings> run(
      Map<String, ToDoubleFunction<Ranked>> orders, List<Topic> topics, Snapshot snapshot) {
    Map<String, Map<String, List<String>>> runs = new LinkedHashMap<>();
    orders.keySet().forEach(tag -> runs.put(tag, new LinkedHashMap<>()));
    for (Topic topic : topics) {
      List<Ranked> found =
          recommender.ranking(request(topic), snapshot).stream()
              .filter(each -> !topic.known().contains(each.id()))
              .toList();
      runs.forEach(
          (tag, rankings) -> {
            ToDoubleFunction<Ranked> value = Objects.requireNonNull(orders.get(tag));
            rankings.put(
                topic.id(),
                found.stream()
                    .sorted(Comparator.comparingDouble(value).reversed().thenComparing(Ranked::id))
                    .map(each -> each.id().value())
                    .limit(depth)
                    .toList());
          });
    }
    return runs.entrySet().stream()
        .map(each -> new Rankings(each.getKey(), each.getValue()))
        .toList();
  }

  /// Whether none of these has worked in the region of the topic's city.
  public boolean areNew(Collection<String> ids, Topic topic, Snapshot snapshot) {
    return ids.stream()
        .map(id -> recommender.score(request(topic), new EntryId(id), snapshot))
        .allMatch(each -> SimpleRanking.isNew(each.pair().query(), each.candidate()));
  }

  private RecommendationRequest request(Topic topic) {
    return new RecommendationRequest(
        topic.kind(), topic.city(), null, topic.need(), described(topic), 1, hideOwnCases);
  }

  private static RecommendationRequest.@Nullable Described described(Topic topic) {
    String text = Objects.requireNonNullElse(topic.text(), "");
    if (topic.need() != null || (text.isBlank() && topic.technologies().isEmpty())) {
      return null;
    }
    return new RecommendationRequest.Described(
        text, topic.technologies(), List.of(), null, topic.attributes());
  }
}
