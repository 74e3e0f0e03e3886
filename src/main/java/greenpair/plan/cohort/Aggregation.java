package greenpair.plan.cohort;

/// How normalised indicators become one score (OECD and JRC 2008, step 6). Weights of known values
/// are scaled to sum to 1.
public enum Aggregation {
  /// Weighted arithmetic mean: a weak indicator can be made up for by a strong one.
  LINEAR {
    @Override
    double of(double[] values, double[] weights) {
      double sum = 0;
      double all = 0;
      for (int i = 0; i < values.length; i++) {
        if (!Double.isNaN(values[i])) {
          sum += weights[i] * values[i];
          all += weights[i];
        }
      }
      return all == 0 ? Double.NaN : sum / all;
    }
  },
  /// Weighted geometric mean of `0.1 + 0.9 x`: a weak indicator can be made up for only in part.
  /// The shift keeps the worst value of one indicator from wiping out all others; x is in [0, 1].
  GEOMETRIC {
    @Override
    double of(double[] values, double[] weights) {
      double sum = 0;
      double all = 0;
      for (int i = 0; i < values.length; i++) {
        if (!Double.isNaN(values[i])) {
          sum += weights[i] * Math.log(SHIFT + (1 - SHIFT) * values[i]);
          all += weights[i];
        }
      }
      return all == 0 ? Double.NaN : Math.exp(sum / all);
    }
  };

  private static final double SHIFT = 0.1;

  /// The score; NaN when no value with a weight is known.
  ///
  /// @param values normalised; NaN where missing
  abstract double of(double[] values, double[] weights);
}
