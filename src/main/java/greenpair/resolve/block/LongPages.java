package greenpair.resolve.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A list of longs that grows without copying. Safe for additions by many threads.
public final class LongPages {
  private static final int PAGE = 1 << 16;

  private final List<long[]> pages = new ArrayList<>();
  private int used = PAGE;

  public synchronized void add(long value) {
    if (used == PAGE) {
      pages.add(new long[PAGE]);
      used = 0;
    }
    pages.getLast()[used++] = value;
  }

  /// All values, sorted, each once; the list is empty afterwards, so that both are never whole in
  /// memory.
  public synchronized long[] sorted() {
    int size = pages.isEmpty() ? 0 : (pages.size() - 1) * PAGE + used;
    long[] all = new long[size];
    for (int at = 0; at < pages.size(); at++) {
      System.arraycopy(pages.get(at), 0, all, at * PAGE, Math.min(PAGE, size - at * PAGE));
      pages.set(at, new long[0]);
    }
    pages.clear();
    used = PAGE;
    Arrays.parallelSort(all);
    int kept = 0;
    for (int at = 0; at < size; at++) {
      if (at == 0 || all[at] != all[at - 1]) {
        all[kept++] = all[at];
      }
    }
    return kept == size ? all : Arrays.copyOf(all, kept);
  }
}
