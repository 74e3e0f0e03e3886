package greenpair.evaluate.statistics;

import module java.base;

/// Paired randomisation test, also called sign-flip or permutation test: how likely is a mean
/// difference at least as large as the observed one if, for every topic, chance decides which of
/// two runs has which value?
///
/// If so, the difference d of each topic could as well have been -d. So the signs are flipped in
/// every possible way, and
///
/// ```
/// p = share of the 2^n flips with |sum of flipped d| >= |sum of d|
/// ```
///
/// - `n`: topics whose difference is not 0; a topic without a difference changes nothing
///
/// The test is two-sided. Up to [#EXACT_UP_TO] such topics all flips are tried, and p is exact.
/// Above that, S flips are drawn, c of them reach the sum, and p = (c + 1) / (S + 1): the observed
/// assignment is one of the possible ones, so p is never 0.
///
/// Range of p: (0,1]. Sources: Smucker, Allan and Carterette 2007, "A comparison of statistical
/// significance tests for information retrieval evaluation", CIKM; Phipson and Smyth 2010,
/// "Permutation p-values should never be zero", for the 1 that is added.
///
/// @param seed of the random draws
/// @param samples S, from 1
public record Randomisation(long seed, int samples) {
  /// Differing topics up to which all flips are tried: 2^20 is about a million.
  public static final int EXACT_UP_TO = 20;

  /// Sums that differ by less than this share of the sum of all |d| are equal but for rounding.
  private static final double ROUNDING = 1e-12;

  public Randomisation {
    if (samples < 1) {
      throw new IllegalArgumentException("samples must be at least 1, but was " + samples);
    }
  }

  /// 100,000 samples.
  public static Randomisation of(long seed) {
    return new Randomisation(seed, 100_000);
  }

  /// Tests whether the mean difference is 0.
  ///
  /// @param differences one finite number for each topic
  /// @return p, two-sided; 1 when no topic differs
  public double test(Collection<Double> differences) {
    double[] differing = differences.stream().mapToDouble(d -> d).filter(d -> d != 0).toArray();
    double sum = 0;
    double whole = 0;
    for (double difference : differing) {
      if (!Double.isFinite(difference)) {
        throw new IllegalArgumentException(
            "a difference must be a finite number, but was " + difference);
      }
      sum += difference;
      whole += Math.abs(difference);
    }
    double reached = Math.abs(sum) - ROUNDING * whole;
    if (differing.length <= EXACT_UP_TO) {
      long flips = 1L << differing.length;
      return (double) reaching(differing, 0, 0, reached) / flips;
    }
    return (drawn(differing, reached) + 1.0) / (samples + 1.0);
  }

  /// Flips of the differences from `at` on whose sum, added to `sum`, reaches the bound.
  private static long reaching(double[] differences, int at, double sum, double bound) {
    if (at == differences.length) {
      return Math.abs(sum) >= bound ? 1 : 0;
    }
    return reaching(differences, at + 1, sum + differences[at], bound)
        + reaching(differences, at + 1, sum - differences[at], bound);
  }

  private long drawn(double[] differences, double bound) {
    RandomGenerator random = Draws.from(seed);
    long reached = 0;
    for (int sample = 0; sample < samples; sample++) {
      double sum = 0;
      long signs = 0;
      for (int at = 0; at < differences.length; at++) {
        signs = at % Long.SIZE == 0 ? random.nextLong() : signs >>> 1;
        sum += (signs & 1) == 0 ? differences[at] : -differences[at];
      }
      if (Math.abs(sum) >= bound) {
        reached++;
      }
    }
    return reached;
  }
}
