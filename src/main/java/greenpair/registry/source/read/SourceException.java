package greenpair.registry.source.read;

import greenpair.catalog.Language;
import greenpair.message.Message;
import greenpair.message.Translated;

/// A source cannot be read, or not in this way.
public final class SourceException extends IllegalArgumentException implements Translated {
  private static final long serialVersionUID = 1;

  private final transient Message text;

  public SourceException(Message text) {
    super(text.in(Language.EN));
    this.text = text;
  }

  public SourceException(Message text, Throwable cause) {
    super(text.in(Language.EN), cause);
    this.text = text;
  }

  @Override
  public Message text() {
    return text;
  }
}
