package greenpair.learn;

import java.util.Arrays;
import java.util.List;

/// The changes of the weights of one side, as shares that sum to 1.
///
/// With weights w and moves d the new shares are w(1 + d) / Σ w(1 + d), a negative one taken as 0.
/// When a share would move by more than the limit, the way from the old shares to the new ones is
/// cut where the first reaches it; so none becomes negative and the sum stays 1.
final class Shift {
  private final List<Integer> of;
  private final double[] shares;
  private final double[] full;
  private final double[][] covariance;
  private final double limit;
  private final double cut;

  private Shift(
      List<Integer> of, double[] shares, double[] full, double[][] covariance, double limit) {
    this.of = of;
    this.shares = shares;
    this.full = full;
    this.covariance = covariance;
    this.limit = limit;
    double furthest = Arrays.stream(full).map(Math::abs).max().orElse(0);
    this.cut = furthest > limit ? limit / furthest : 1;
  }

  /// @param of places of the side's signals
  /// @param shares of all signals
  static Shift of(List<Integer> of, double[] shares, Estimate estimate, double limit) {
    double sum = 0;
    for (int j : of) {
      sum += shares[j] * Math.max(0, 1 + estimate.moves()[j]);
    }
    double[] full = new double[shares.length];
    for (int j : of) {
      full[j] = sum > 0 ? Math.max(0, 1 + estimate.moves()[j]) / sum - 1 : 0;
    }
    return new Shift(of, shares, full, estimate.covariance(), limit);
  }

  /// The move of a share that the outcomes call for, as a part of the share.
  double full(int signal) {
    return full[signal];
  }

  double limited(int signal) {
    return full[signal] * cut;
  }

  boolean isAtLimit(int signal) {
    return Math.abs(full[signal]) >= limit;
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

  /// What a change of all moves is for one share, to first order.
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
