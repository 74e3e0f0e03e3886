package greenpair.reindex;

import greenpair.catalog.Text;
import greenpair.registry.review.OpenReview;
import greenpair.registry.source.convert.RowResults;
import greenpair.reindex.merge.Registries;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Results of the sources of a run, for its report.
///
/// @param doubts pairs that a person should decide
/// @param open the first of these pairs; null if no entities were resolved, so that earlier
///     questions are kept
record SourceSummary(
    Map<String, RowResults> accounts,
    List<Path> rejectFiles,
    Map<String, Long> read,
    Map<String, Long> written,
    List<Text> notes,
    long doubts,
    @Nullable List<OpenReview> open) {
  static SourceSummary of(List<Text> notes) {
    return new SourceSummary(Map.of(), List.of(), Map.of(), Map.of(), notes, 0, null);
  }

  static SourceSummary of(Registries.Outcome merged) {
    return new SourceSummary(
        merged.accounts(),
        merged.rejectFiles(),
        merged.result().read(),
        merged.result().written(),
        merged.result().notes(),
        merged.doubts(),
        merged.open());
  }
}
