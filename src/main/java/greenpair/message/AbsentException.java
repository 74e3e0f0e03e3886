package greenpair.message;

import greenpair.catalog.Language;

/// What an argument names does not exist.
public final class AbsentException extends IllegalArgumentException implements Translated {
  private static final long serialVersionUID = 1;

  private final transient Message text;

  public AbsentException(Message text) {
    super(text.in(Language.EN));
    this.text = text;
  }

  @Override
  public Message text() {
    return text;
  }
}
