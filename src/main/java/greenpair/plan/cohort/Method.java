package greenpair.plan.cohort;

/// How a composite index is made.
///
/// @param leastKnown share of the weight that must rest on known values for a city to be scored at
///     all, in [0, 1]
public record Method(
    Normalisation normalisation, Aggregation aggregation, Missing missing, double leastKnown) {
  /// The methods with which the handbook begins.
  public static final Method USUAL =
      new Method(Normalisation.MIN_MAX, Aggregation.LINEAR, Missing.LEAVE_OUT, 0.5);

  public Method {
    if (normalisation == Normalisation.Z_SCORE && aggregation == Aggregation.GEOMETRIC) {
      throw new IllegalArgumentException(
          "z-scores may be negative and have no geometric mean;"
              + " take min_max or rank, or aggregate linearly");
    }
    if (!(leastKnown >= 0 && leastKnown <= 1)) {
      throw new IllegalArgumentException(
          "least_known must be a share from 0 to 1, but was " + leastKnown);
    }
  }
}
