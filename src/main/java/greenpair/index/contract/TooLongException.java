package greenpair.index.contract;

import java.time.Duration;

/// Thrown when a request exceeds its time limit.
public final class TooLongException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Duration limit;

  public TooLongException(Duration limit) {
    super("not answered within " + limit, null, false, false);
    this.limit = limit;
  }

  public Duration limit() {
    return limit;
  }
}
