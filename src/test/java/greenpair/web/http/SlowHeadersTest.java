package greenpair.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlowHeadersTest {
  private static final String REQUEST = "GET / HTTP/1.1\r\nHost: a\r\n";
  private static final Duration LONGEST = Duration.ofMillis(400);

  private final Server server =
      new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

  @BeforeEach
  void start() throws Exception {
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            response.setStatus(204);
            callback.succeeded();
            return true;
          }
        });
    server.addEventListener(new SlowHeaders(server, LONGEST));
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  private Socket connect() throws IOException {
    int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String status(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int next = in.read(); next >= 0; next = in.read()) {
      head.append((char) next);
      if (head.indexOf("\r\n\r\n") >= 0) {
        break;
      }
    }
    return head.substring(0, Math.min(head.length(), 12));
  }

  /// How many bytes a connection takes, one every 50 ms, before it is closed; at most 100.
  private static int trickled(Socket socket) throws IOException, InterruptedException {
    int sent = 0;
    try {
      for (; sent < 100; sent++) {
        write(socket, "x");
        Thread.sleep(50);
      }
    } catch (IOException e) {
      return sent;
    }
    return sent;
  }

  @Test
  void headersThatTrickle_areCutOff_alsoBehindAnotherRequest() throws Exception {
    for (boolean isSecond : new boolean[] {false, true}) {
      try (Socket socket = connect()) {
        if (isSecond) {
          write(socket, REQUEST + "\r\n");
          assertEquals("HTTP/1.1 204", status(socket.getInputStream()));
          Thread.sleep(2 * LONGEST.toMillis());
        }
        write(socket, REQUEST + "X-A: ");
        int sent = trickled(socket);
        assertTrue(sent < 90, sent + " bytes, second: " + isSecond);
      }
    }
  }

  @Test
  void connectionThatIsIdle_staysOpenForTheNextRequest() throws Exception {
    try (Socket socket = connect()) {
      for (int i = 0; i < 3; i++) {
        Thread.sleep(2 * LONGEST.toMillis());
        write(socket, REQUEST + "\r\n");
        assertEquals("HTTP/1.1 204", status(socket.getInputStream()));
      }
    }
  }
}
