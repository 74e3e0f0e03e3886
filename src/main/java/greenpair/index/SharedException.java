package greenpair.index;

import org.jspecify.annotations.Nullable;

/// Shared generations cannot be read or written. The message states what is wrong and what to do.
public final class SharedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final SharedGenerations.Condition condition;

  public SharedException(SharedGenerations.Condition condition, String message) {
    this(condition, message, null);
  }

  /// @param cause null if nothing was thrown
  public SharedException(
      SharedGenerations.Condition condition, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.condition = condition;
  }

  /// The corresponding state.
  public SharedGenerations.Condition condition() {
    return condition;
  }
}
