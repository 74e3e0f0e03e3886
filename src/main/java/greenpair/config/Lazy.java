package greenpair.config;

import module java.base;

import org.jspecify.annotations.Nullable;

/// A value that is computed once from a checked configuration, when it is first requested, so that
/// startup need not wait for it. The computation must not find errors, because errors must be found
/// at startup.
public final class Lazy<T> implements Supplier<T> {
  private @Nullable Supplier<T> making;
  private volatile @Nullable T made;

  public Lazy(Supplier<T> making) {
    this.making = making;
  }

  @Override
  public T get() {
    T known = made;
    return known == null ? make() : known;
  }

  private synchronized T make() {
    T known = made;
    if (known == null) {
      known = Objects.requireNonNull(making).get();
      made = known;
      making = null;
    }
    return known;
  }
}
