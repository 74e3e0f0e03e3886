package greenpair.index;

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
    boolean verified) {
  /// Whether it shows that the thing was done: graded better than D, and neither failed nor still
  /// planned or being built. Of one whose status is unknown the grade alone speaks.
  public boolean proves() {
    return proves(grade, status);
  }

  static boolean proves(Grade grade, Deployment.@Nullable Status status) {
    return grade.proves()
        && status != Deployment.Status.FAILED
        && status != Deployment.Status.PLANNED
        && status != Deployment.Status.BUILDING;
  }
}
