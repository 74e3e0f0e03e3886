package greenpair.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.util.IOUtils;

/// `crowd [IDLE [SLOW [SECONDS]]]`: eight clients that ask for recommendations, searches and pages
/// of the fixtures, 25 requests a second each, alone and beside idle and slow clients. The server
/// is a process of its own, since each connection needs a file at both ends.
final class CrowdBench {
  private static final int CLIENTS = 8;
  private static final long PAUSE_MILLIS = 40;
  private static final long SETTLED_MILLIS = 3_000;
  private static final long SECOND = 1_000_000_000L;
  private static final int PERIODS = 3;
  private static final double RARE = 0.99;
  private static final List<String> PATHS =
      List.of(
          "/api/v1/needs/cn-jilin-n1/recommendations",
          "/api/v1/cities/us-ca-oakland/recommendations",
          "/api/v1/search?q=heat%20pump",
          "/api/v1/cities",
          "/cities/cn-jilin",
          "/healthz");

  private final int idle;
  private final int slow;
  private final int seconds;

  CrowdBench(int idle, int slow, int seconds) {
    this.idle = idle;
    this.slow = slow;
    this.seconds = seconds;
  }

  void run() throws Exception {
    Path data = Catalogs.ROOT.resolve("crowd");
    int port = freePort();
    Process server = server(data, port);
    try {
      awaitAnswer(server, port);
      var _ = measure(port);
      Latencies alone = new Latencies();
      Latencies beside = new Latencies();
      for (int period = 0; period < PERIODS; period++) {
        alone.add(measure(port));
        try (Crowd crowd = new Crowd(port, idle, slow, Catalogs.SEED + period)) {
          crowd.gather();
          Thread.sleep(SETTLED_MILLIS);
          beside.add(measure(port));
          System.out.printf("period %d: %,d slow connections open%n", period + 1, crowd.held());
        }
      }
      System.out.printf("alone  %s%n", alone);
      System.out.printf("beside %s  (%,d idle, %,d slow)%n", beside, idle, slow);
      System.out.printf("p99 ratio %.2f%n", beside.at(RARE) / alone.at(RARE));
    } finally {
      server.destroy();
      server.waitFor();
      IOUtils.rm(data);
    }
  }

  private Latencies measure(int port) throws Exception {
    Latencies all = new Latencies();
    long end = System.nanoTime() + seconds * SECOND;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> clients = new ArrayList<>();
      for (int each = 0; each < CLIENTS; each++) {
        int first = each;
        clients.add(
            threads.submit(
                () -> {
                  ask(port, first, end, all);
                  return all;
                }));
      }
      for (Future<?> each : clients) {
        var _ = each.get();
      }
    }
    return all;
  }

  private static void ask(int port, int first, long end, Latencies all)
      throws IOException, InterruptedException {
    try (KeepAliveClient client = new KeepAliveClient(port)) {
      for (int at = first; System.nanoTime() < end; at++) {
        long begun = System.nanoTime();
        client.get(PATHS.get(at % PATHS.size()));
        all.add(System.nanoTime() - begun);
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }

  private static void awaitAnswer(Process server, int port) throws InterruptedException {
    while (server.isAlive()) {
      try (KeepAliveClient client = new KeepAliveClient(port)) {
        for (String path : PATHS) {
          client.get(path);
        }
        return;
      } catch (IOException e) {
        Thread.sleep(PAUSE_MILLIS); // It is not up yet.
      }
    }
    throw new IllegalStateException("the server ended");
  }

  private static Process server(Path data, int port) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-Xmx1g",
            "--enable-native-access=ALL-UNNAMED",
            "-Dgreenpair.log=OFF",
            "-cp",
            System.getProperty("java.class.path"),
            "greenpair.cli.Main",
            "serve",
            "--demo",
            "--data",
            data.toString(),
            "--port",
            Integer.toString(port))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
