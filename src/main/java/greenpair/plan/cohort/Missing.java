package greenpair.plan.cohort;

import java.util.Arrays;

/// The replacement of a missing value. It is never zero.
public enum Missing {
  /// Nothing: the other indicators of the city share its weight.
  LEAVE_OUT,
  /// The median of the cities whose value is known; an indicator that no city has stays missing.
  MEDIAN;

  double[] fill(double[] normalised) {
    if (this == LEAVE_OUT) {
      return normalised.clone();
    }
    double[] known = Arrays.stream(normalised).filter(x -> !Double.isNaN(x)).sorted().toArray();
    if (known.length == 0) {
      return normalised.clone();
    }
    int half = known.length / 2;
    double median = known.length % 2 == 1 ? known[half] : (known[half - 1] + known[half]) / 2;
    return Arrays.stream(normalised).map(x -> Double.isNaN(x) ? median : x).toArray();
  }
}
