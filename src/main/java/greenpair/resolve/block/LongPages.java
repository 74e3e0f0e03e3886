package greenpair.resolve.block;

import module java.base;

/// A list of longs that grows without copying. Safe for additions by many threads.
public final class LongPages {
  private LongStream.Builder values = LongStream.builder();

  public synchronized void add(long value) {
    values.add(value);
  }

  /// All values, sorted, each once; the list is empty afterwards.
  public synchronized long[] sorted() {
    long[] all = values.build().toArray();
    values = LongStream.builder();
    Arrays.parallelSort(all);
    int kept = 0;
    for (int at = 0; at < all.length; at++) {
      if (at == 0 || all[at] != all[at - 1]) {
        all[kept++] = all[at];
      }
    }
    return kept == all.length ? all : Arrays.copyOf(all, kept);
  }
}
