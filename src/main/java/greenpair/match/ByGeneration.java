package greenpair.match;

import module java.base;

import greenpair.index.read.Snapshot;
import org.jspecify.annotations.Nullable;

/// Values by generation, at most [#KEPT]. Each is made once; a caller that needs that of another
/// generation does not wait for it. Thread-safe.
public final class ByGeneration<T> {
  private static final int KEPT = 4;

  private final SequencedMap<String, Once<T>> all = new LinkedHashMap<>();

  /// The value of a generation under one configuration.
  public T get(Snapshot snapshot, Supplier<T> make) {
    return get(snapshot.manifest().id() + " " + snapshot.configuration(), make);
  }

  T get(String generation, Supplier<T> make) {
    return once(generation).get(make);
  }

  private synchronized Once<T> once(String generation) {
    Once<T> found = all.computeIfAbsent(generation, id -> new Once<>());
    if (all.size() > KEPT) {
      var _ = all.pollFirstEntry();
    }
    return found;
  }

  private static final class Once<T> {
    private @Nullable T value;

    synchronized T get(Supplier<T> make) {
      T made = value == null ? make.get() : value;
      value = made;
      return made;
    }
  }
}
