package greenpair.web.answers;

import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.SearchEdit;
import greenpair.index.read.Snapshot;
import greenpair.match.Recommender;
import greenpair.plan.input.Planner;
import greenpair.search.Search;
import greenpair.search.Suggestions;
import java.util.List;

/// The [AnswerParts] of each configuration, which may be replaced while the server runs.
public interface LiveAnswerParts {
  /// Those for a snapshot of that configuration.
  ///
  /// @throws IllegalStateException if they are no longer there, so that no answer is made of two
  AnswerParts of(String configuration);

  default AnswerParts of(Snapshot snapshot) {
    return of(snapshot.configuration());
  }

  default Recommender recommender(Snapshot snapshot) {
    return of(snapshot).recommender();
  }

  /// Why a newer configuration could not be taken; empty when all is well.
  default List<Text> faults() {
    return List.of();
  }

  /// Takes what changed now, so that who changed it sees it in the next answer.
  default void refresh() {}

  /// Search as it would be with another edit; as it is where edits are not read.
  default Search with(String configuration, SearchEdit edit) {
    return of(configuration).search();
  }

  /// Judged queries on which edits are tried; empty where none are installed.
  default List<String> judged() {
    return List.of();
  }

  /// The parts of one configuration that answer requests.
  ///
  /// @param configuration digest of the configuration that it was read from
  /// @param hidesUnverified whether pages hide unchecked facts from visitors who are not signed in
  record AnswerParts(
      String configuration,
      Recommender recommender,
      Search search,
      Suggestions suggestions,
      Planner planner,
      boolean hidesUnverified) {}
}
