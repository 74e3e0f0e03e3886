package greenpair.evaluate;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.evaluate.trec.Topic;
import greenpair.evaluate.trec.TrecRun;
import greenpair.index.read.Snapshot;
import greenpair.match.RecommendationRequest;
import greenpair.match.Recommender;
import greenpair.match.rank.Ranked;
import greenpair.match.settings.TrackRecordSettings;
import greenpair.search.Search;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /// The same candidates in the order of the plain model alone, as it is fitted on the past of the
  /// registry: what recent work, its place and its age say.
  public TrecRun plain(String tag, List<Topic> topics, Snapshot snapshot) {
    Map<String, List<String>> rankings = new LinkedHashMap<>();
    for (Topic topic : topics) {
      EntryId city = java.util.Objects.requireNonNull(topic.city());
      rankings.put(
          topic.id(),
          recommender.ranking(request(topic, city), snapshot).stream()
              .filter(each -> !topic.known().contains(each.id()))
              .sorted(
                  Comparator.comparingDouble(
                          (Ranked each) -> -each.signal(TrackRecordSettings.SIGNAL))
                      .thenComparing(Ranked::id))
              .map(each -> each.id().value())
              .limit(depth)
              .toList());
    }
    return TrecRun.ranked(tag, rankings);
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
