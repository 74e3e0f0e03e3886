package greenpair.index.read;

import module java.base;

import greenpair.index.contract.TooLongException;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Query;

/// The time limit of a request. It is checked before each step that reads the index, and by Lucene
/// while it collects matches. A [TooLongException] is thrown once it has passed.
public final class Deadline {
  /// No time limit.
  public static final Deadline NONE = new Deadline(Duration.ZERO, () -> 0);

  private final Duration limit;
  private final LongSupplier nanos;
  private final long end;

  private Deadline(Duration limit, LongSupplier nanos) {
    this(limit, nanos, nanos.getAsLong() + limit.toNanos());
  }

  private Deadline(Duration limit, LongSupplier nanos, long end) {
    this.limit = limit;
    this.nanos = nanos;
    this.end = end;
  }

  /// A deadline that long from now.
  ///
  /// @param limit zero for none
  /// @param nanos the clock, in nanoseconds from any beginning
  public static Deadline in(Duration limit, LongSupplier nanos) {
    return limit.isZero() ? NONE : new Deadline(limit, nanos);
  }

  /// A deadline after half of the time that is left.
  public Deadline half() {
    long now = nanos.getAsLong();
    return limit.isZero() ? this : new Deadline(limit, nanos, now + (end - now) / 2);
  }

  private boolean isOver() {
    return !limit.isZero() && nanos.getAsLong() - end > 0;
  }

  /// Ends a search that has run out of time.
  ///
  /// @throws TooLongException if it is over
  public void check() {
    if (isOver()) {
      throw new TooLongException(limit);
    }
  }

  /// Searches with that searcher and stops at the deadline.
  public <C extends Collector, T> T search(
      CachingSearcher usual, Query query, CollectorManager<C, T> collectors) throws IOException {
    if (limit.isZero()) {
      return usual.search(query, collectors);
    }
    check();
    CachingSearcher timed = usual.within(this::isOver);
    T found = timed.search(query, collectors);
    if (timed.timedOut()) {
      throw new TooLongException(limit);
    }
    return found;
  }
}
