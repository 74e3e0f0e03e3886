package greenpair.bench;

import java.util.concurrent.atomic.AtomicLongArray;

/// Durations of any number of measurements in a fixed room: counted in classes of which each is 2 %
/// longer than the one before, from a microsecond on.
final class Latencies {
  private static final double STEP = Math.log(1.02);
  private static final int CLASSES = 1200;
  private static final double NANOS_OF_MICRO = 1e3;
  private static final double MICROS_OF_MILLI = 1e3;

  private final AtomicLongArray counts = new AtomicLongArray(CLASSES);

  void add(long nanos) {
    double micros = Math.max(1, nanos / NANOS_OF_MICRO);
    counts.incrementAndGet(Math.min(CLASSES - 1, (int) (Math.log(micros) / STEP)));
  }

  void add(Latencies others) {
    for (int i = 0; i < CLASSES; i++) {
      counts.addAndGet(i, others.counts.get(i));
    }
  }

  long count() {
    long all = 0;
    for (int i = 0; i < CLASSES; i++) {
      all += counts.get(i);
    }
    return all;
  }

  /// The duration that a share of the measurements does not exceed, in milliseconds.
  double at(double share) {
    long wanted = (long) Math.ceil(share * count());
    long seen = 0;
    for (int i = 0; i < CLASSES; i++) {
      seen += counts.get(i);
      if (seen >= wanted) {
        return Math.exp((i + 1) * STEP) / MICROS_OF_MILLI;
      }
    }
    return 0;
  }

  @Override
  public String toString() {
    return String.format(
        "%,10d  p50 %8.2f  p95 %8.2f  p99 %8.2f  max %8.2f ms",
        count(), at(0.5), at(0.95), at(0.99), at(1));
  }
}
