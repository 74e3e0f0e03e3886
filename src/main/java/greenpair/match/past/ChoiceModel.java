package greenpair.match.past;

import java.util.List;

/// The conditional logit of McFadden (1974): of the candidates of a choice, the one with the values
/// x is chosen with probability exp(x · b) / Σ exp(x′ · b).
///
/// The coefficients b have a normal prior around those that were shipped. The logarithm of
/// likelihood times prior is concave, and Newton's method with halved steps finds its maximum.
final class ChoiceModel {
  private static final int STEPS = 50;
  private static final int HALVINGS = 30;
  private static final double CLOSE = 1e-9;

  private final List<double[][]> choices;
  private final double[] prior;
  private final double precision;

  /// @param choices for each, the values of the candidates, of which the first was chosen
  /// @param deviation of the prior of each coefficient
  ChoiceModel(List<double[][]> choices, double[] prior, double deviation) {
    this.choices = List.copyOf(choices);
    this.prior = prior.clone();
    this.precision = 1 / (deviation * deviation);
  }

  /// The coefficients of highest posterior probability.
  double[] fit() {
    double[] at = prior.clone();
    double value = value(at);
    for (int step = 0; step < STEPS; step++) {
      double[] move = newton(at);
      double share = 1;
      double[] next = at;
      double gained = 0;
      for (int half = 0; half < HALVINGS && gained <= 0; half++, share /= 2) {
        next = plus(at, move, share);
        gained = value(next) - value;
      }
      if (gained < CLOSE) {
        return at;
      }
      at = next;
      value += gained;
    }
    return at;
  }

  private double value(double[] at) {
    double value = 0;
    for (int j = 0; j < at.length; j++) {
      value -= precision * (at[j] - prior[j]) * (at[j] - prior[j]) / 2;
    }
    for (double[][] each : choices) {
      double[] chances = chances(each, at);
      value += Math.log(Math.max(Double.MIN_NORMAL, chances[0]));
    }
    return value;
  }

  private static double[] chances(double[][] choice, double[] at) {
    double[] chances = new double[choice.length];
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < chances.length; i++) {
      chances[i] = dot(choice[i], at);
      most = Math.max(most, chances[i]);
    }
    double sum = 0;
    for (int i = 0; i < chances.length; i++) {
      chances[i] = Math.exp(chances[i] - most);
      sum += chances[i];
    }
    for (int i = 0; i < chances.length; i++) {
      chances[i] /= sum;
    }
    return chances;
  }

  private double[] newton(double[] at) {
    int size = at.length;
    double[] gradient = new double[size];
    double[][] curvature = new double[size][size];
    for (int j = 0; j < size; j++) {
      gradient[j] = -precision * (at[j] - prior[j]);
      curvature[j][j] = precision;
    }
    for (double[][] each : choices) {
      double[] chances = chances(each, at);
      double[] mean = new double[size];
      for (int i = 0; i < chances.length; i++) {
        add(mean, each[i], chances[i]);
      }
      add(gradient, each[0], 1);
      add(gradient, mean, -1);
      for (int i = 0; i < chances.length; i++) {
        double[] apart = plus(each[i], mean, -1);
        for (int j = 0; j < size; j++) {
          add(curvature[j], apart, chances[i] * apart[j]);
        }
      }
    }
    return solved(curvature, gradient);
  }

  /// Solves a positive definite system by Gaussian elimination, in place.
  private static double[] solved(double[][] matrix, double[] right) {
    for (int pivot = 0; pivot < right.length; pivot++) {
      for (int row = pivot + 1; row < right.length; row++) {
        double factor = matrix[row][pivot] / matrix[pivot][pivot];
        add(matrix[row], matrix[pivot], -factor);
        right[row] -= factor * right[pivot];
      }
    }
    for (int row = right.length - 1; row >= 0; row--) {
      for (int column = row + 1; column < right.length; column++) {
        right[row] -= matrix[row][column] * right[column];
      }
      right[row] /= matrix[row][row];
    }
    return right;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  private static void add(double[] to, double[] what, double times) {
    for (int j = 0; j < to.length; j++) {
      to[j] += times * what[j];
    }
  }

  private static double[] plus(double[] at, double[] move, double share) {
    double[] sum = at.clone();
    add(sum, move, share);
    return sum;
  }
}
