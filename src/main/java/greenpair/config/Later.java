package greenpair.config;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What is made of a checked configuration only when it is first asked for, once, because a start
/// need not wait for it. Making it must not find errors: those belong to the start.
public final class Later<T> implements Supplier<T> {
  private @Nullable Supplier<T> making;
  private volatile @Nullable T made;

  public Later(Supplier<T> making) {
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
