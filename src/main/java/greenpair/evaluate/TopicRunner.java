package greenpair.evaluate;

import greenpair.catalog.EntryId;
import greenpair.evaluate.trec.Topic;
import greenpair.index.read.Snapshot;
import greenpair.match.RecommendationRequest;
import greenpair.match.Recommender;
import greenpair.match.rank.Ranked;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  RecommendationRequest request(Topic topic) {
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
