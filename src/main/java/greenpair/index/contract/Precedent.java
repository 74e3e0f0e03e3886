package greenpair.index.contract;

import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.EntryId;
import greenpair.catalog.Grade;
import greenpair.catalog.value.Attributes;
import greenpair.catalog.value.Fuel;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A deployment as used by ranking: what was done in which city, and the quality of the evidence.
///
/// @param inCity false if it is near the city, not in it
/// @param uses what it burns
/// @param sources [Provenance.key][greenpair.catalog.Provenance#key] of each source that was
///     checked
public record Precedent(
    EntryId deployment,
    CityTraits city,
    List<Code> technologies,
    Grade grade,
    Deployment.@Nullable Status status,
    @Nullable Integer start,
    @Nullable Integer end,
    boolean inCity,
    boolean verified,
    Attributes attributes,
    List<Fuel> uses,
    Set<Integer> sources) {
  /// Whether it is evidence of completed work, see [Deployment#proves].
  public boolean proves() {
    return Deployment.proves(grade, status);
  }

  /// The year of completion or, if unknown, of the start.
  public @Nullable Integer year() {
    return Deployment.year(start, end);
  }
}
