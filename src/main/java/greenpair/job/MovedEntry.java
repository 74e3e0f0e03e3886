package greenpair.job;

import greenpair.catalog.Text;
import greenpair.reindex.gate.GenerationComparison;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One entry of a shortlist that a run changed.
///
/// @param from its place before, from 1; null if it was not among the first
/// @param to its place now; null if it is no longer among the first
/// @param causes source records that caused it, most direct first
/// @param says the same in words
public record MovedEntry(
    String city,
    String need,
    String kind,
    String entry,
    Text name,
    @Nullable Integer from,
    @Nullable Integer to,
    List<String> causes,
    Text says) {
  public MovedEntry {
    causes = List.copyOf(causes);
  }

  static MovedEntry of(GenerationComparison.Change change) {
    return new MovedEntry(
        change.city(),
        change.need(),
        change.kind(),
        change.entry(),
        change.name(),
        change.from(),
        change.to(),
        change.causes().stream().map(GenerationComparison.Cause::toString).toList(),
        change.says());
  }
}
