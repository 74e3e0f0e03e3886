package greenpair.message;

import greenpair.catalog.Language;
import org.jspecify.annotations.Nullable;

/// An argument or data violate a rule that users read.
public class MessageException extends IllegalArgumentException implements Translated {
  private static final long serialVersionUID = 1;

  private final transient Message text;

  public MessageException(Message text) {
    this(text, null);
  }

  /// @param cause null if nothing was thrown
  public MessageException(Message text, @Nullable Throwable cause) {
    super(text.in(Language.EN), cause);
    this.text = text;
  }

  @Override
  public final Message text() {
    return text;
  }
}
