package greenpair.index.query;

import greenpair.catalog.Attributes;
import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.EntryId;
import greenpair.catalog.Grade;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A deployment as ranking sees it: what was done in which city, how well that is shown.
///
/// @param inCity false when it lies near the city, not in it
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
    Attributes attributes) {
  /// Whether it shows that the thing was done, see [Deployment#proves].
  public boolean proves() {
    return Deployment.proves(grade, status);
  }

  /// The year in which it was finished or, where that is unknown, begun.
  public @Nullable Integer year() {
    return Deployment.year(start, end);
  }
}
