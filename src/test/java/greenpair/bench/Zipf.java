package greenpair.bench;

import module java.base;

/// Draws from a list so that the item of rank r comes with a chance in proportion to 1 / (r + 2.7):
/// how often words occur in texts (Mandelbrot's form of Zipf's law).
final class Zipf<T> {
  private static final double SHIFT = 2.7;

  private final List<T> items;
  private final double[] upTo;

  /// @param items most frequent first, at least one
  Zipf(List<T> items) {
    this.items = List.copyOf(items);
    this.upTo = new double[items.size()];
    double sum = 0;
    for (int rank = 0; rank < upTo.length; rank++) {
      sum += 1 / (rank + SHIFT);
      upTo[rank] = sum;
    }
  }

  T draw(RandomGenerator random) {
    int at = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
    return items.get(Math.min(items.size() - 1, at < 0 ? -at - 1 : at));
  }

  int size() {
    return items.size();
  }
}
