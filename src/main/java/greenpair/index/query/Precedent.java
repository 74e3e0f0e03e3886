package greenpair.index.query;

import greenpair.catalog.Attributes;
import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.EntryId;
import greenpair.catalog.Fuel;
import greenpair.catalog.Grade;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A deployment as ranking sees it: what was done in which city, how well that is shown.
///
/// @param inCity false when it lies near the city, not in it
/// @param uses what it burns
/// @param sources [Provenance#key] of each source that was checked
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
  /// One of which nobody knows what it burns or where it was read.
  public Precedent(
      EntryId deployment,
      CityTraits city,
      List<Code> technologies,
      Grade grade,
      Deployment.@Nullable Status status,
      @Nullable Integer start,
      @Nullable Integer end,
      boolean inCity,
      boolean verified,
      Attributes attributes) {
    this(
        deployment,
        city,
        technologies,
        grade,
        status,
        start,
        end,
        inCity,
        verified,
        attributes,
        List.of(),
        Set.of());
  }

  /// Whether it shows that the thing was done, see [Deployment#proves].
  public boolean proves() {
    return Deployment.proves(grade, status);
  }

  /// The year in which it was finished or, where that is unknown, begun.
  public @Nullable Integer year() {
    return Deployment.year(start, end);
  }
}
