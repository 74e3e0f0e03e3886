package greenpair.web;

import greenpair.message.Message;
import greenpair.message.TranslatedException;

/// The server cannot listen where it was told to.
public final class PortTakenException extends TranslatedException {
  private static final long serialVersionUID = 1;

  PortTakenException(String host, int port, Throwable cause) {
    super(
        Message.of(
            "serve.port_taken",
            "host",
            host,
            "port",
            port,
            "other",
            port < 65535 ? port + 1 : 8080),
        cause);
  }
}
