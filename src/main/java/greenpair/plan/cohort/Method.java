package greenpair.plan.cohort;

import java.util.Arrays;

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

  /// How normalised indicators become one score (OECD and JRC 2008, step 6). Weights of known
  /// values are scaled to sum to 1.
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

  /// How values of one indicator become comparable with those of others (OECD and JRC, Handbook on
  /// Constructing Composite Indicators, 2008, step 5). More is better in the result. A missing
  /// value is NaN and stays so; it has no part in the scale.
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
        double variance =
            Arrays.stream(known).map(x -> (x - mean) * (x - mean)).average().orElse(0);
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
}
