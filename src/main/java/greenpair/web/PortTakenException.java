package greenpair.web;

import greenpair.message.Message;
import greenpair.message.TranslatedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// The server cannot listen where it was told to.
public final class PortTakenException extends TranslatedException {
  private static final long serialVersionUID = 1;

  PortTakenException(String host, int port, Throwable cause) {
    super(
        Message.of(
            isOurs(host) ? "serve.port_taken" : "serve.host_unknown",
            "host",
            host,
            "port",
            port,
            "other",
            port < 65535 ? port + 1 : 8080),
        cause);
  }

  private static boolean isOurs(String host) {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getByName(host))) {
      return any.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
