package greenpair.evaluate.statistics;

import module java.base;

/// Percentile bootstrap interval of a mean: how far the mean might be off because these topics,
/// and not others, were judged.
///
/// From n clusters, n are drawn with replacement, B times, and each time the mean over all values
/// in the drawn clusters is computed. With the B means in order, the interval at level 1 - a is
///
/// ```
/// [ mean(j), mean(B + 1 - j) ],  j = floor((B + 1) * a / 2)
/// ```
///
/// A cluster is a unit that would have been sampled as a whole: a single topic, or
/// all topics of one city, whose values are similar, so that an interval over topics
/// would be too narrow. With few clusters (see [#FEW]) the interval is too narrow in any case.
///
/// The interval lies within the least and the greatest value. The same values and seed give the
/// same interval, in whatever order they come. Source: Efron and Tibshirani 1993, "An introduction
/// to the bootstrap", chapters 8 and 13.
///
/// @param seed of the random draws
/// @param resamples B
/// @param level 1 - a, between 0 and 1
public record Bootstrap(long seed, int resamples, double level) {
  /// Below this number of clusters, an interval is unreliable (a rule of thumb).
  public static final int FEW = 10;

  /// Keeps the floor from falling by one where (B + 1) * a / 2 is whole but for rounding.
  private static final double ROUNDING = 1e-9;

  public Bootstrap {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must be between 0 and 1, but was " + level);
    }
    if (resamples < 1 || tail(resamples, level) < 1) {
      throw new IllegalArgumentException(
          ("resamples must be at least 2 / (1 - level) - 1, so that a mean lies outside the"
                  + " interval, but was %s at level %s")
              .formatted(resamples, level));
    }
  }

  /// 10,000 resamples, level 0.95.
  public static Bootstrap of(long seed) {
    return new Bootstrap(seed, 10_000, 0.95);
  }

  private static int tail(int resamples, double level) {
    return (int) Math.floor((resamples + 1.0) * (1 - level) / 2 + ROUNDING);
  }

  /// The interval of the mean over all values, drawn by cluster; at least one cluster, each with at
  /// least one value.
  public Interval clustered(Map<String, List<Double>> clusters) {
    DoubleSummaryStatistics all = new DoubleSummaryStatistics();
    double[] sums = new double[clusters.size()];
    int[] sizes = new int[clusters.size()];
    int at = 0;
    for (Map.Entry<String, List<Double>> cluster : new TreeMap<>(clusters).entrySet()) {
      List<Double> values = cluster.getValue();
      if (values.isEmpty()) {
        throw new IllegalArgumentException(
            "a cluster must have at least one value, but has none in \"" + cluster.getKey() + "\"");
      }
      sums[at] = values.stream().mapToDouble(value -> value).sorted().sum();
      sizes[at] = values.size();
      values.forEach(all::accept);
      at++;
    }
    Interval interval = interval(sums, sizes);
    // The mean of equal values may lie beside them, by rounding.
    return new Interval(
        Math.clamp(interval.low(), all.getMin(), all.getMax()),
        Math.clamp(interval.high(), all.getMin(), all.getMax()),
        level);
  }

  private Interval interval(double[] sums, int[] sizes) {
    if (sums.length == 0) {
      throw new IllegalArgumentException(
          "a mean must be over at least one value, but there is none");
    }
    RandomGenerator random = Draws.from(seed);
    double[] means = new double[resamples];
    for (int resample = 0; resample < resamples; resample++) {
      double sum = 0;
      long size = 0;
      for (int draw = 0; draw < sums.length; draw++) {
        int drawn = random.nextInt(sums.length);
        sum += sums[drawn];
        size += sizes[drawn];
      }
      means[resample] = sum / size;
    }
    Arrays.sort(means);
    int tail = tail(resamples, level);
    return new Interval(means[tail - 1], means[resamples - tail], level);
  }
}
