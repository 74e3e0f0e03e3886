package greenpair.learn;

import java.util.List;

/// The changes of the weights of one side, as shares that sum to 1.
///
/// With weights w and moves d the new shares are w(1 + d) / Σ w(1 + d), a negative one taken as 0.
/// If one would move by more than the limit, each is t w(1 + d), but at least w(1 - limit) and at
/// most w(1 + limit), with the one t for which they sum to 1. So only the shares that reach the
/// limit are held back, and the others keep their proportions.
final class LimitedShares {
  /// A share that would be 0 is this much of itself, so that a larger t lifts it, too.
  private static final double LEAST = 1e-9;

  private final List<Integer> of;
  private final double[] shares;
  private final double[] full;
  private final double[][] covariance;
  private final double limit;
  private final double scale;

  private LimitedShares(
      List<Integer> of, double[] shares, double[] full, double[][] covariance, double limit) {
    this.of = of;
    this.shares = shares;
    this.full = full;
    this.covariance = covariance;
    this.limit = limit;
    this.scale = scale();
  }

  /// The t of the shares, by bisection: their sum grows with it.
  private double scale() {
    double low = 0;
    double high = 1;
    if (isWithin()) {
      return 1;
    }
    while (sum(high) < 0 && high < 2 / LEAST) {
      high *= 2;
    }
    for (int step = 0; step < 100; step++) {
      double middle = (low + high) / 2;
      if (sum(middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private boolean isWithin() {
    return of.stream().allMatch(each -> Math.abs(full[each]) <= limit);
  }

  /// By how much the shares would exceed 1.
  private double sum(double scaled) {
    return of.stream().mapToDouble(each -> shares[each] * held(each, scaled)).sum();
  }

  private double held(int signal, double scaled) {
    return Math.clamp(scaled * Math.max(LEAST, 1 + full[signal]) - 1, -limit, limit);
  }

  static LimitedShares of(
      List<Integer> of, double[] shares, WeightEstimate estimate, double limit) {
    return of(of, shares, estimate.moves(), estimate.covariance(), limit);
  }

  static LimitedShares of(
      List<Integer> of, double[] shares, double[] moves, double[][] covariance, double limit) {
    double sum = 0;
    for (int j : of) {
      sum += shares[j] * Math.max(0, 1 + moves[j]);
    }
    double[] full = new double[shares.length];
    for (int j : of) {
      full[j] = sum > 0 ? Math.max(0, 1 + moves[j]) / sum - 1 : 0;
    }
    return new LimitedShares(of, shares, full, covariance, limit);
  }

  /// The move of a share that the outcomes call for, as a part of the share.
  double full(int signal) {
    return full[signal];
  }

  double limited(int signal) {
    return held(signal, scale);
  }

  boolean isAtLimit(int signal) {
    return Math.abs(limited(signal)) >= limit - 2 * LEAST;
  }

  /// Standard deviation of the move of a share, to first order.
  double deviation(int signal) {
    double variance = 0;
    for (int j : of) {
      for (int k : of) {
        variance += slope(signal, j) * slope(signal, k) * covariance[j][k];
      }
    }
    return Math.sqrt(Math.max(0, variance));
  }

  /// The change of one share caused by a change of all moves, to first order.
  double share(int signal, double[] moves) {
    double sum = 0;
    for (int j : of) {
      sum += slope(signal, j) * moves[j];
    }
    return sum;
  }

  private double slope(int signal, int other) {
    return (signal == other ? 1 : 0) - shares[other];
  }
}
