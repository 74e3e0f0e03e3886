package greenpair.plan.cohort;

import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import org.jspecify.annotations.Nullable;

/// Something that cities are chosen by.
///
/// @param key its name in files, lower-case letters, digits and `_`
/// @param weight how much it counts, from 0; weights are scaled to sum to 1
public record Indicator(String key, Text name, Text unit, Direction direction, double weight) {
  /// Which values speak for a city.
  public enum Direction {
    HIGHER,
    LOWER
  }

  public Indicator {
    if (!key.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException(
          "an indicator's key must be lower-case letters, digits and \"_\", but was \"%s\""
              .formatted(key));
    }
    if (!(weight >= 0 && Double.isFinite(weight))) {
      throw new IllegalArgumentException(
          "the weight of " + key + " must be a number of at least 0, but was " + weight);
    }
  }

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
}
