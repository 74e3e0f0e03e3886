package greenpair.reindex;

import greenpair.index.generation.Manifest;
import greenpair.reindex.gate.GenerationComparison;
import greenpair.reindex.run.SourceSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The result of a run.
///
/// @param manifest the generation the new generation, or the last one if nothing changed
/// @param outcome whether it was published
/// @param comparison with the last generation; null if nothing changed
public record ReindexReport(
    Manifest manifest,
    Outcome outcome,
    @Nullable GenerationComparison comparison,
    SourceSummary sources,
    List<String> pruned) {
  /// How a run ended.
  public enum Outcome {
    PUBLISHED,
    /// Published against the gate, for a reason that the journal keeps.
    FORCED,
    /// The sources and the configuration are those of the last generation, which stays.
    UNCHANGED,
    /// The gate refused it; it stays unpublished beside the last generation, which is served.
    REFUSED
  }

  public ReindexReport {
    pruned = List.copyOf(pruned);
  }

  /// The same after generations were deleted.
  ReindexReport pruned(List<String> ids) {
    return new ReindexReport(manifest, outcome, comparison, sources, ids);
  }
}
