package greenpair.plan.cohort;

import java.util.Arrays;

/// How values of one indicator become comparable with those of others (OECD and JRC, Handbook on
/// Constructing Composite Indicators, 2008, step 5). More is better in the result. A missing value
/// is NaN and stays so; it has no part in the scale.
public enum Normalisation {
  /// `(x - min) / (max - min)`, in [0, 1]; 0.5 where all are equal.
  MIN_MAX {
    @Override
    double[] scale(double[] known) {
      double min = Arrays.stream(known).min().orElse(0);
      double range = Arrays.stream(known).max().orElse(0) - min;
      return map(known, x -> range == 0 ? MIDDLE : (x - min) / range);
    }
  },
  /// `(x - mean) / s`, s the standard deviation of the population; 0 if all are equal.
  Z_SCORE {
    @Override
    double[] scale(double[] known) {
      double mean = Arrays.stream(known).average().orElse(0);
      double variance = Arrays.stream(known).map(x -> (x - mean) * (x - mean)).average().orElse(0);
      return map(known, x -> variance == 0 ? 0 : (x - mean) / Math.sqrt(variance));
    }
  },
  /// `(rank - 1) / (n - 1)` with ranks from the worst, equal values sharing their mean rank; in
  /// [0, 1]; 0.5 for a single value.
  RANK {
    @Override
    double[] scale(double[] known) {
      if (known.length == 1) {
        return new double[] {MIDDLE};
      }
      return map(
          known,
          x -> {
            long below = Arrays.stream(known).filter(each -> each < x).count();
            long equal = Arrays.stream(known).filter(each -> each == x).count();
            return (below + (equal - 1) / 2.0) / (known.length - 1);
          });
    }
  };

  private static final double MIDDLE = 0.5;

  /// The known values on the new scale, in their order.
  abstract double[] scale(double[] known);

  /// All values on the new scale, turned so that more is better.
  double[] apply(double[] values, Indicator.Direction direction) {
    double sign = direction == Indicator.Direction.HIGHER ? 1 : -1;
    double[] known =
        Arrays.stream(values).filter(x -> !Double.isNaN(x)).map(x -> sign * x).toArray();
    double[] scaled = scale(known);
    double[] all = new double[values.length];
    int next = 0;
    for (int i = 0; i < values.length; i++) {
      all[i] = Double.isNaN(values[i]) ? Double.NaN : scaled[next++];
    }
    return all;
  }

  private static double[] map(double[] values, java.util.function.DoubleUnaryOperator of) {
    return Arrays.stream(values).map(of).toArray();
  }
}
