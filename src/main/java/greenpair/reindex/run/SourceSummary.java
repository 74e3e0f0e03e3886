package greenpair.reindex.run;

import module java.base;

import greenpair.catalog.Text;
import greenpair.registry.source.convert.RowResults;
import greenpair.reindex.run.ReviewFiles.OpenReview;
import org.jspecify.annotations.Nullable;

/// What a run made of its registries; empty without registries.
///
/// @param accounts results of the rows of each registry, in order of trust
/// @param read entries of all sources by the word of their kind
/// @param written the same after merging
/// @param doubts pairs of firms that a person should decide
/// @param open the first of these pairs; null if no entities were resolved, so that earlier
///     questions are kept
public record SourceSummary(
    Map<String, RowResults> accounts,
    List<Path> rejectFiles,
    Map<String, Long> read,
    Map<String, Long> written,
    List<Text> notes,
    long doubts,
    @Nullable List<OpenReview> open) {
  public static final SourceSummary NONE =
      new SourceSummary(Map.of(), List.of(), Map.of(), Map.of(), List.of(), 0, null);
}
