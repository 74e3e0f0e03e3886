package greenpair.bench;

import java.util.ArrayList;
import java.util.List;

/// Logistic regression by Newton's method, with a slight pull of every coefficient towards zero so
/// that it ends where the answers separate.
final class Logistic {
  private static final double PULL = 1e-3;
  private static final int STEPS = 50;

  private final List<double[]> features = new ArrayList<>();
  private final List<Boolean> answers = new ArrayList<>();
  private final List<Double> weights = new ArrayList<>();

  void add(double[] values, boolean answer, double weight) {
    features.add(values.clone());
    answers.add(answer);
    weights.add(weight);
  }

  static double probability(double[] coefficients, double[] values) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += coefficients[i] * values[i];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  /// The coefficients of the features, in their order.
  double[] fit() {
    int n = features.getFirst().length;
    double[] coefficients = new double[n];
    for (int step = 0; step < STEPS; step++) {
      double[][] system = new double[n][n + 1];
      for (int i = 0; i < n; i++) {
        system[i][i] = PULL;
        system[i][n] = -PULL * coefficients[i];
      }
      for (int at = 0; at < features.size(); at++) {
        double[] x = features.get(at);
        double p = probability(coefficients, x);
        double weight = weights.get(at);
        for (int i = 0; i < n; i++) {
          system[i][n] += weight * x[i] * ((answers.get(at) ? 1 : 0) - p);
          for (int j = 0; j < n; j++) {
            system[i][j] += weight * p * (1 - p) * x[i] * x[j];
          }
        }
      }
      double[] change = solve(system);
      for (int i = 0; i < n; i++) {
        coefficients[i] += change[i];
      }
    }
    return coefficients;
  }

  /// Gauss and Jordan on a positive definite matrix, which needs no exchange of rows.
  private static double[] solve(double[][] system) {
    int n = system.length;
    for (int i = 0; i < n; i++) {
      for (int row = 0; row < n; row++) {
        double factor = row == i ? 0 : system[row][i] / system[i][i];
        for (int column = i; column <= n; column++) {
          system[row][column] -= factor * system[i][column];
        }
      }
    }
    double[] solution = new double[n];
    for (int i = 0; i < n; i++) {
      solution[i] = system[i][n] / system[i][i];
    }
    return solution;
  }
}
