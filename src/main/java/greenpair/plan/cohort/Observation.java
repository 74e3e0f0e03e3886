package greenpair.plan.cohort;

import greenpair.catalog.EntryId;
import org.jspecify.annotations.Nullable;

/// The value of one indicator in one city.
///
/// @param indicator its key
/// @param year that the value is of; null if unknown
/// @param verified whether the source was checked
public record Observation(
    EntryId city,
    String indicator,
    double value,
    @Nullable Integer year,
    String source,
    boolean verified) {
  public Observation {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          indicator + " of " + city + " must be a finite number, but was " + value);
    }
    if (source.isBlank()) {
      throw new IllegalArgumentException(
          indicator + " of " + city + " must have a source, but it is blank");
    }
  }
}
