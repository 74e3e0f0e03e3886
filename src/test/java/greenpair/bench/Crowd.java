package greenpair.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Clients that hold connections to a server and want next to nothing of it: idle ones that never
/// send a byte, and slow ones that send headers or a body byte by byte, or do not read their
/// answer. A connection that the server closes is opened again.
final class Crowd implements AutoCloseable {
  private static final String HEAD = "Host: localhost\r\nX-Filler: ";
  private static final int BUFFER = 4_096;
  private static final long SHORTEST_MILLIS = 200;
  private static final int LONGER_MILLIS = 1_800;
  private static final int MOST_WAITS = 600;

  /// Requests that one client sends whose answers it does not read.
  private static final int UNREAD = 20;

  private final int port;
  private final long seed;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Socket> sockets = new ArrayList<>();
  private final int idle;
  private final int slow;
  private final AtomicInteger held = new AtomicInteger();
  private final Set<Integer> came = ConcurrentHashMap.newKeySet();
  private volatile boolean isOver;

  /// What a slow client does.
  private enum Sort {
    HEADERS,
    BODY,
    READING
  }

  Crowd(int port, int idle, int slow, long seed) {
    this.port = port;
    this.idle = idle;
    this.slow = slow;
    this.seed = seed;
  }

  /// Opens the connections, and waits until each slow client has had one. They are never all there
  /// at once for long, since the server ends those that are too slow.
  ///
  /// @throws IllegalStateException if they do not come
  void gather() throws IOException, InterruptedException {
    for (int each = 0; each < idle; each++) {
      sockets.add(open());
    }
    for (int each = 0; each < slow; each++) {
      int number = each;
      var _ =
          threads.submit(
              () -> {
                Random random = new Random(seed + number);
                while (!isOver) {
                  dawdle(number, random);
                }
                return number;
              });
    }
    for (int wait = 0; came.size() < slow; wait++) {
      if (wait == MOST_WAITS) {
        throw new IllegalStateException(
            came.size() + " of " + slow + " slow clients could connect");
      }
      Thread.sleep(SHORTEST_MILLIS);
    }
  }

  /// Slow connections that are open now.
  int held() {
    return held.get();
  }

  private Socket open() throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(BUFFER); // So that little is enough not to be read.
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return socket;
  }

  private void dawdle(int number, Random random) throws InterruptedException {
    try (Socket socket = open()) {
      came.add(number);
      held.incrementAndGet();
      try {
        send(Sort.values()[number % Sort.values().length], socket, random);
      } finally {
        held.decrementAndGet();
      }
    } catch (IOException e) {
      pause(random); // The server closed it, as it should after some time.
    }
  }

  private void send(Sort sort, Socket socket, Random random)
      throws IOException, InterruptedException {
    OutputStream out = socket.getOutputStream();
    switch (sort) {
      case HEADERS -> write(out, "GET /healthz HTTP/1.1\r\n" + HEAD);
      case BODY ->
          write(
              out,
              "POST /api/v1/recommendations HTTP/1.1\r\n"
                  + "Content-Type: application/json\r\nContent-Length: 100000\r\n"
                  + HEAD
                  + "x\r\n\r\n{");
      case READING ->
          write(out, ("GET /api/v1/cities HTTP/1.1\r\n" + HEAD + "x\r\n\r\n").repeat(UNREAD));
    }
    InputStream in = socket.getInputStream();
    while (!isOver) {
      pause(random);
      if (sort != Sort.READING) {
        write(out, " ");
        if (in.available() > 0) {
          return; // It was told that it is too slow.
        }
      }
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static void pause(Random random) throws InterruptedException {
    Thread.sleep(SHORTEST_MILLIS + random.nextInt(LONGER_MILLIS));
  }

  @Override
  public void close() throws IOException {
    isOver = true;
    threads.shutdownNow();
    for (Socket each : sockets) {
      each.close();
    }
  }
}
