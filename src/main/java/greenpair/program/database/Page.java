package greenpair.program.database;

import module java.base;

/// One page of a list, newest first.
///
/// @param next position at which the next page begins, to be passed as `before`; 0 on the last page
public record Page<T>(List<T> items, long next) {
  /// The first page begins before this.
  public static final long NEWEST = Long.MAX_VALUE;

  public Page {
    items = List.copyOf(items);
  }

  /// The same page of what each item is shown as.
  public <V> Page<V> map(Function<T, V> showing) {
    return new Page<>(items.stream().map(showing).toList(), next);
  }

  /// A page of what was read.
  ///
  /// @param read one more than the limit where there are more
  public static <T> Page<T> of(List<T> read, int limit, ToLongFunction<T> seq) {
    if (read.size() <= limit) {
      return new Page<>(read, 0);
    }
    List<T> shown = read.subList(0, limit);
    return new Page<>(shown, seq.applyAsLong(shown.getLast()));
  }
}
