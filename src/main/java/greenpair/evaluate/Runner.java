package greenpair.evaluate;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.index.Snapshot;
import greenpair.match.Ranked;
import greenpair.match.Recommender;
import greenpair.match.Request;
import greenpair.search.Search;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers topics on one snapshot with whole rankings: gates apply, thresholds do not, since a
/// metric has to see what stands below them.
///
/// @param depth entries for each topic at most
/// @param hideOwnCases whether deployments in the asking city are left out, so that what a city has
///     already bought does not answer what it should buy
public record Runner(Recommender recommender, Search search, int depth, boolean hideOwnCases) {
  /// Runs all topics.
  public TrecRun run(String tag, List<Topic> topics, Snapshot snapshot) {
    Map<String, List<String>> rankings = new LinkedHashMap<>();
    for (Topic topic : topics) {
      rankings.put(
          topic.id(), ranking(topic, snapshot).stream().map(EntryId::value).limit(depth).toList());
    }
    return TrecRun.ranked(tag, rankings);
  }

  private List<EntryId> ranking(Topic topic, Snapshot snapshot) {
    EntryId city = topic.city();
    Kind kind = topic.kind();
    if (city == null) {
      return List.copyOf(search.ranking(kind, topic.text(), depth, snapshot).keySet());
    }
    Request request =
        new Request(kind, city, null, topic.need(), described(topic), 1, false, hideOwnCases);
    return recommender.ranking(request, snapshot).stream().map(Ranked::id).toList();
  }

  private static Request.@Nullable Described described(Topic topic) {
    if (topic.need() != null || (topic.text().isBlank() && topic.technologies().isEmpty())) {
      return null;
    }
    return new Request.Described(topic.text(), topic.technologies(), List.of(), null);
  }
}
