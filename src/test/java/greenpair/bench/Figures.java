package greenpair.bench;

import java.util.Arrays;

/// Numbers of many measurements.
final class Figures {
  private final double[] sorted;

  /// @param nanos durations
  Figures(long[] nanos) {
    sorted = Arrays.stream(nanos).mapToDouble(each -> each / 1e6).sorted().toArray();
  }

  /// The value that a share of the measurements does not exceed, in milliseconds (nearest rank).
  double at(double share) {
    return sorted[(int) Math.max(0, Math.ceil(share * sorted.length) - 1)];
  }

  static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  @Override
  public String toString() {
    return String.format(
        "p50 %8.3f  p95 %8.3f  p99 %8.3f  max %8.3f ms", at(0.5), at(0.95), at(0.99), at(1));
  }
}
