package greenpair.message;

import greenpair.catalog.Language;
import org.jspecify.annotations.Nullable;

/// A failure that is no wrong argument, with its message in both languages.
public abstract class TranslatedException extends RuntimeException implements Translated {
  private static final long serialVersionUID = 1;

  private final transient Message text;

  /// @param cause null if nothing was thrown
  protected TranslatedException(Message text, @Nullable Throwable cause) {
    super(text.in(Language.EN), cause);
    this.text = text;
  }

  @Override
  public final Message text() {
    return text;
  }
}
