package greenpair.learn;

/// The Cholesky factor L of a symmetric positive definite matrix A = L Lᵀ.
final class Cholesky {
  private final double[][] factor;

  /// @throws ArithmeticException if the matrix is not positive definite
  Cholesky(double[][] matrix) {
    int size = matrix.length;
    factor = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = matrix[i][j];
        for (int k = 0; k < j; k++) {
          rest -= factor[i][k] * factor[j][k];
        }
        if (i == j && !(rest > 0)) {
          throw new ArithmeticException("the matrix is not positive definite in row " + i);
        }
        factor[i][j] = i == j ? Math.sqrt(rest) : rest / factor[j][j];
      }
    }
  }

  /// The x of A x = right.
  double[] solve(double[] right) {
    int size = factor.length;
    double[] x = right.clone();
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= factor[i][k] * x[k];
      }
      x[i] /= factor[i][i];
    }
    for (int i = size - 1; i >= 0; i--) {
      for (int k = i + 1; k < size; k++) {
        x[i] -= factor[k][i] * x[k];
      }
      x[i] /= factor[i][i];
    }
    return x;
  }

  double[][] inverse() {
    double[][] inverse = new double[factor.length][];
    for (int i = 0; i < factor.length; i++) {
      double[] unit = new double[factor.length];
      unit[i] = 1;
      inverse[i] = solve(unit);
    }
    return inverse;
  }

  /// The natural logarithm of the determinant of A.
  double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < factor.length; i++) {
      sum += 2 * Math.log(factor[i][i]);
    }
    return sum;
  }
}
