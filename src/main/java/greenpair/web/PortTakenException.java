package greenpair.web;

import greenpair.catalog.Language;
import greenpair.message.Message;
import greenpair.message.Translated;

/// The server cannot listen where it was told to.
public final class PortTakenException extends RuntimeException implements Translated {
  private static final long serialVersionUID = 1;

  private final transient Message text;

  /// @param setting that names the port, such as `port`
  PortTakenException(String setting, String host, int port, Throwable cause) {
    this(
        Message.of(
            "serve.port_taken",
            "host",
            host,
            "port",
            port,
            "setting",
            setting,
            "other",
            port < 65535 ? port + 1 : 8080),
        cause);
  }

  private PortTakenException(Message text, Throwable cause) {
    super(text.in(Language.EN), cause);
    this.text = text;
  }

  @Override
  public Message text() {
    return text;
  }
}
