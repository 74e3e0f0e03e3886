package greenpair.program;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.program.database.Stamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A period in which proposed weights run beside the effective ones: the lists of both are
/// recorded, and those of the proposal are shown to no city.
///
/// @param proposal id of the proposed weights
/// @param effective id of the learnt weights that were effective at its start; empty for the
///     experts' weights
/// @param until when it ends; null if it ends at the next publication
/// @param generation of the last recording; empty before the first
/// @param configuration digest at the last recording; empty before the first
/// @param recordings how many combinations of generation and configuration were recorded
/// @param ended when it ended; null while it runs
/// @param because why it ended; null while it runs
public record ShadowCycle(
    long seq,
    String id,
    String proposal,
    List<Weight> weights,
    String effective,
    @Nullable Instant until,
    Stamp made,
    String generation,
    String configuration,
    long recordings,
    @Nullable Instant ended,
    @Nullable End because) {
  public enum End {
    /// Its time is over.
    OVER,
    STOPPED,
    /// Other learnt weights became effective, or the experts' weights again.
    EFFECTIVE,
    /// The experts' weights are no longer those from which the proposal was learnt.
    EXPERTS
  }

  /// A weight as a share of its side, in [0, 1].
  ///
  /// @param side `city` or `partner`
  /// @param before the experts' weight
  public record Weight(String side, Kind kind, String signal, double before, double after) {}

  /// The first entries for a need by both weights, best first.
  public record Lists(
      Kind kind, EntryId city, EntryId need, List<EntryId> effective, List<EntryId> proposed) {
    public boolean isDifferent() {
      return !effective.equals(proposed);
    }
  }

  /// Lists, and the generation from which they were the answer.
  public record Recorded(Lists lists, String generation, Instant made) {}

  public boolean isRunning() {
    return ended == null;
  }
}
