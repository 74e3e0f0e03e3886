package greenpair.evaluate;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.evaluate.trec.Topic;
import greenpair.evaluate.trec.TrecRun;
import greenpair.index.read.Snapshot;
import greenpair.match.RecommendationRequest;
import greenpair.match.Recommender;
import greenpair.match.past.SimpleRanking;
import greenpair.match.rank.Ranked;
import greenpair.message.Message;
import greenpair.message.MessageException;
import greenpair.search.Search;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Answers topics on one snapshot with whole rankings: gates apply but thresholds do not, because a
/// metric must see the entries ranked below them.
///
/// @param hideOwnCases whether deployments in the asking city are hidden, so that past purchases of
///     a city do not predict its recommendations
public record TopicRunner(Recommender recommender, Search search, int depth, boolean hideOwnCases) {
  public TrecRun run(String tag, List<Topic> topics, Snapshot snapshot) {
    Map<String, List<String>> rankings = new LinkedHashMap<>();
    for (Topic topic : topics) {
      rankings.put(
          topic.id(),
          ranking(topic, snapshot).stream()
              .filter(id -> !topic.known().contains(id))
              .map(EntryId::value)
              .limit(depth)
              .toList());
    }
    return TrecRun.ranked(tag, rankings);
  }

  /// The same candidates of topics that have a city in other orders, one run for each.
  ///
  /// @param orders by the tag of the run, what a candidate is worth; ties by id
  public List<TrecRun> run(
      Map<String, ToDoubleFunction<Ranked>> orders, List<Topic> topics, Snapshot snapshot) {
    Map<String, Map<String, List<String>>> runs = new LinkedHashMap<>();
    orders.keySet().forEach(tag -> runs.put(tag, new LinkedHashMap<>()));
    for (Topic topic : topics) {
      List<Ranked> found =
          recommender.ranking(request(topic, city(topic)), snapshot).stream()
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
        .map(each -> TrecRun.ranked(each.getKey(), each.getValue()))
        .toList();
  }

  /// Whether none of these has worked in the region of the topic's city.
  public boolean areNew(Collection<String> ids, Topic topic, Snapshot snapshot) {
    return ids.stream()
        .map(id -> recommender.score(request(topic, city(topic)), new EntryId(id), snapshot))
        .allMatch(each -> SimpleRanking.isNew(each.pair().query(), each.candidate()));
  }

  private static EntryId city(Topic topic) {
    if (topic.city() == null) {
      throw new MessageException(Message.of("metric.search_topic"));
    }
    return topic.city();
  }

  private List<EntryId> ranking(Topic topic, Snapshot snapshot) {
    EntryId city = topic.city();
    Kind kind = topic.kind();
    if (city == null) {
      return List.copyOf(search.ranking(kind, topic.text(), depth, snapshot).keySet());
    }
    return recommender.ranking(request(topic, city), snapshot).stream().map(Ranked::id).toList();
  }

  private RecommendationRequest request(Topic topic, EntryId city) {
    return new RecommendationRequest(
        topic.kind(), city, null, topic.need(), described(topic), 1, hideOwnCases);
  }

  private static RecommendationRequest.@Nullable Described described(Topic topic) {
    if (topic.need() != null || (topic.text().isBlank() && topic.technologies().isEmpty())) {
      return null;
    }
    return new RecommendationRequest.Described(
        topic.text(), topic.technologies(), List.of(), null, topic.attributes());
  }
}
