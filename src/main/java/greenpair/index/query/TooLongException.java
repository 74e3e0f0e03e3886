package greenpair.index.query;

import java.time.Duration;

/// A request that was not answered in the time that it had.
public final class TooLongException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Duration limit;

  public TooLongException(Duration limit) {
    super("not answered within " + limit, null, false, false);
    this.limit = limit;
  }

  /// The time that it had.
  public Duration limit() {
    return limit;
  }
}
