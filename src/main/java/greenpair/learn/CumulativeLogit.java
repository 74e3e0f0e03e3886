package greenpair.learn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ojalgo.matrix.decomposition.Cholesky;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;
import org.ojalgo.matrix.store.RawStore;

/// The cumulative logit model of ordered classes (McCullagh, JRSS B 42, 1980), with a normal prior
/// of its coefficients and right-censored observations:
///
/// P(class >= k) = 1 / (1 + exp(cₖ − η)), k = 1 … classes − 1, c₁ < c₂ < …, η = offset + x · β.
///
/// One that ended in class k contributes P(>= k) − P(>= k + 1), one that is still open and has come
/// to class k contributes P(>= k). With u = η − cₖ and l = η − cₖ₊₁ the first is F(u) F(−l) (1 −
/// exp(l − u)), F the logistic function, so its logarithm is concave in all parameters and Newton's
/// method finds the one maximum. The covariance is that of Laplace: the inverse of the negative
/// second derivative there.
final class CumulativeLogit {
  private static final int STEPS = 200;
  private static final int HALVINGS = 60;
  private static final double CLOSE = 1e-12;

  private final int cuts;
  private final double deviation;
  private final double mean;
  private final List<Observation> observations;

  /// One observation.
  ///
  /// @param from class that it came to, from 0
  /// @param ended false when it may still go further
  /// @param weight what it counts, above 0
  @SuppressWarnings("ArrayRecordComponent") // never compared, and not changed after it is made
  record Observation(double[] x, double offset, int from, boolean ended, double weight) {}

  /// The maximum.
  ///
  /// @param pulls for each observation, by how much it moves the coefficients: to first order what
  ///     they lose when it is removed
  /// @param evidence logarithm of the marginal likelihood by Laplace, up to a constant that depends
  ///     on the observations alone
  @SuppressWarnings("ArrayRecordComponent") // never compared, and not changed after it is made
  record Fit(
      double[] cutpoints,
      double[] coefficients,
      double[][] covariance,
      double[][] pulls,
      double evidence) {}

  /// @param classes at least 2, each with an observation that ended in it
  /// @param mean of the prior of every coefficient
  /// @param deviation of that prior
  CumulativeLogit(int classes, double mean, double deviation, List<Observation> observations) {
    this.cuts = classes - 1;
    this.mean = mean;
    this.deviation = deviation;
    this.observations = List.copyOf(observations);
  }

  /// @throws ArithmeticException if no maximum is found
  Fit fit() {
    int size = cuts + observations.getFirst().x.length;
    double[] at = new double[size];
    Arrays.fill(at, cuts, size, mean);
    double offset =
        observations.stream()
            .mapToDouble(each -> each.offset + mean * Arrays.stream(each.x).sum())
            .average()
            .orElse(0);
    for (int k = 0; k < cuts; k++) {
      at[k] = offset + k - (cuts - 1) / 2.0;
    }
    Slope slope = slope(at);
    for (int step = 0; step < STEPS; step++) {
      double[] move = solve(factor(slope.curvature), slope.gradient);
      double gain = dot(move, slope.gradient);
      if (gain < CLOSE * (1 + Math.abs(slope.value))) {
        // The value is flat to its last digit here; one more whole step squares what is left.
        double[] last = plus(at, move, 1);
        return fit(last, slope(last));
      }
      Slope next = null;
      double share = 1;
      for (int half = 0; half < HALVINGS && next == null; half++, share /= 2) {
        double[] there = plus(at, move, share);
        Slope tried = slope(there);
        if (tried.value >= slope.value) {
          at = there;
          next = tried;
        }
      }
      if (next == null) {
        break;
      }
      slope = next;
    }
    throw new ArithmeticException("Newton's method found no maximum");
  }

  private Fit fit(double[] at, Slope slope) {
    Cholesky<Double> factor = factor(slope.curvature);
    MatrixStore<Double> inverse = factor.getInverse();
    int count = at.length - cuts;
    double[][] covariance = new double[count][];
    for (int i = 0; i < count; i++) {
      covariance[i] = Arrays.copyOfRange(inverse.toRawCopy2D()[cuts + i], cuts, at.length);
    }
    double[][] pulls = new double[observations.size()][];
    for (int i = 0; i < pulls.length; i++) {
      Slope one = new Slope(at.length);
      add(one, at, observations.get(i));
      pulls[i] = Arrays.copyOfRange(solve(factor, one.gradient), cuts, at.length);
    }
    double evidence = slope.value - count * Math.log(deviation) - logDeterminant(factor) / 2;
    return new Fit(
        Arrays.copyOf(at, cuts),
        Arrays.copyOfRange(at, cuts, at.length),
        covariance,
        pulls,
        evidence);
  }

  private static Cholesky<Double> factor(double[][] curvature) {
    Cholesky<Double> factor = Cholesky.R064.make(curvature.length, curvature.length);
    if (!factor.decompose(RawStore.wrap(curvature)) || !factor.isSPD()) {
      throw new ArithmeticException("the curvature is not positive definite");
    }
    return factor;
  }

  private static double[] solve(Cholesky<Double> factor, double[] right) {
    return factor.getSolution(R064Store.FACTORY.column(right)).toRawCopy1D();
  }

  private static double logDeterminant(Cholesky<Double> factor) {
    MatrixStore<Double> triangle = factor.getL();
    return IntStream.range(0, (int) triangle.countRows())
        .mapToDouble(i -> 2 * Math.log(triangle.doubleValue(i, i)))
        .sum();
  }

  /// Logarithm of likelihood times prior with its first and negative second derivatives.
  private static final class Slope {
    private double value;
    private final double[] gradient;
    private final double[][] curvature;

    Slope(int size) {
      gradient = new double[size];
      curvature = new double[size][size];
    }
  }

  private Slope slope(double[] at) {
    Slope slope = new Slope(at.length);
    for (int k = 1; k < cuts; k++) {
      if (!(at[k] > at[k - 1])) {
        slope.value = Double.NEGATIVE_INFINITY;
        return slope;
      }
    }
    observations.forEach(each -> add(slope, at, each));
    double precision = 1 / (deviation * deviation);
    for (int j = cuts; j < at.length; j++) {
      slope.value -= precision * (at[j] - mean) * (at[j] - mean) / 2;
      slope.gradient[j] -= precision * (at[j] - mean);
      slope.curvature[j][j] += precision;
    }
    return slope;
  }

  private void add(Slope slope, double[] at, Observation each) {
    double predictor = each.offset;
    for (int j = 0; j < each.x.length; j++) {
      predictor += each.x[j] * at[cuts + j];
    }
    boolean below = each.from > 0;
    boolean above = each.ended && each.from < cuts;
    if (below) {
      add(slope, each, each.from - 1, predictor - at[each.from - 1], 1);
    }
    if (above) {
      add(slope, each, each.from, at[each.from] - predictor, -1);
    }
    if (below && above) {
      int low = each.from - 1;
      double width = at[low + 1] - at[low];
      double grown = Math.expm1(width);
      double first = each.weight / grown;
      double second = first * (1 + 1 / grown);
      slope.value += each.weight * Math.log(-Math.expm1(-width));
      slope.gradient[low + 1] += first;
      slope.gradient[low] -= first;
      slope.curvature[low][low] += second;
      slope.curvature[low + 1][low + 1] += second;
      slope.curvature[low][low + 1] -= second;
      slope.curvature[low + 1][low] -= second;
    }
  }

  /// Adds log F(z) for z = sign (η − c).
  private void add(Slope slope, Observation each, int cut, double z, int sign) {
    double miss = 1 / (1 + Math.exp(z));
    slope.value -= each.weight * (z > 0 ? Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z)) - z);
    double first = sign * each.weight * miss;
    double second = each.weight * miss * (1 - miss);
    slope.gradient[cut] -= first;
    slope.curvature[cut][cut] += second;
    for (int i = 0; i < each.x.length; i++) {
      double x = each.x[i];
      slope.gradient[cuts + i] += first * x;
      slope.curvature[cuts + i][cut] -= second * x;
      slope.curvature[cut][cuts + i] -= second * x;
      for (int j = 0; j < each.x.length; j++) {
        slope.curvature[cuts + i][cuts + j] += second * x * each.x[j];
      }
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double[] plus(double[] at, double[] move, double share) {
    double[] sum = at.clone();
    for (int i = 0; i < at.length; i++) {
      sum[i] += share * move[i];
    }
    return sum;
  }
}
