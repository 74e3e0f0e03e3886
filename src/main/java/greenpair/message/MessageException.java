package greenpair.message;

import greenpair.catalog.Language;

/// An argument or data violate a rule that users read.
public class MessageException extends IllegalArgumentException implements Translated {
  private static final long serialVersionUID = 1;

  private final transient Message text;

  public MessageException(Message text) {
    super(text.in(Language.EN));
    this.text = text;
  }

  @Override
  public final Message text() {
    return text;
  }
}
