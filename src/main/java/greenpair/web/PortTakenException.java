package greenpair.web;

import module java.base;

import greenpair.message.Message;
import greenpair.message.TranslatedException;

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

  /// Reports a port that is taken before a long preparation, not after it.
  ///
  /// @param port 0 for any that is free
  /// @throws PortTakenException if the port cannot be had now
  public static void check(String host, int port) {
    try {
      listen(host, port);
    } catch (IOException e) {
      throw new PortTakenException(host, port, e);
    }
  }

  private static boolean isOurs(String host) {
    try {
      listen(host, 0);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void listen(String host, int port) throws IOException {
    new ServerSocket(port, 1, InetAddress.getByName(host)).close();
  }
}
