package greenpair.evaluate.statistics;

/// A confidence interval.
///
/// @param level confidence, between 0 and 1, such as 0.95
public record Interval(double low, double high, double level) {
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "low must not exceed high, but was " + low + " and " + high);
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must be between 0 and 1, but was " + level);
    }
  }
}
