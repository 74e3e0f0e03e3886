package greenpair.bench;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// `start`: from starting the launcher to the first recommendation on the fixtures, in a process
/// of its own each time: with the index built before, with nothing built, and both again with an
/// AOT cache.
final class StartBench {
  private static final String QUESTION =
      "/api/v1/cities/us-ca-losangeles/recommendations?kind=firm";
  private static final long PAUSE_MILLIS = 5;
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private final Path cache = Path.of("target", "greenpair.aot");
  private final Path data = Catalogs.ROOT.resolve("start");
  private final int runs;

  StartBench(int runs) {
    this.runs = runs;
  }

  void run() throws IOException, InterruptedException {
    launcher(Map.of(), "--version").waitFor();
    Files.deleteIfExists(cache);
    System.out.println("start to first answer on the fixtures");
    measure("no cache");
    train();
    measure("AOT cache");
    Files.deleteIfExists(cache);
    Setup.delete(data);
  }

  private void measure(String what) throws IOException, InterruptedException {
    double[] fresh = new double[runs];
    double[] indexed = new double[runs];
    for (int i = 0; i < runs; i++) {
      Setup.delete(data);
      fresh[i] = seconds(Map.of());
      indexed[i] = seconds(Map.of());
    }
    System.out.printf(
        "  %-10s index there: median %.2f s, best %.2f s; index built first: median %.2f s, best"
            + " %.2f s%n",
        what,
        Figures.median(indexed),
        Arrays.stream(indexed).min().orElseThrow(),
        Figures.median(fresh),
        Arrays.stream(fresh).min().orElseThrow());
  }

  /// A run whose classes and profiles go into the cache when it ends.
  private void train() throws IOException, InterruptedException {
    Setup.delete(data);
    seconds(Map.of("GREENPAIR_OPTS", "-XX:AOTCacheOutput=" + cache.toAbsolutePath()));
    System.out.printf("  cache of %d MB%n", Files.size(cache) >> 20);
  }

  private double seconds(Map<String, String> environment) throws IOException, InterruptedException {
    int port = freePort();
    long start = System.nanoTime();
    Process process =
        launcher(environment, "serve", "--data", data.toString(), "--port", "" + port);
    try {
      while (!answers(port)) {
        if (!process.isAlive() || System.nanoTime() - start > PATIENCE_NANOS) {
          throw new IllegalStateException("the server gave no answer");
        }
        Thread.sleep(PAUSE_MILLIS);
      }
      return (System.nanoTime() - start) / 1e9;
    } finally {
      process.destroy();
      process.waitFor(1, TimeUnit.MINUTES);
    }
  }

  private static boolean answers(int port) {
    try (KeepAliveClient client = new KeepAliveClient(port)) {
      return client.get(QUESTION) > 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static Process launcher(Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("./greenpair"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return builder
        .redirectError(ProcessBuilder.Redirect.to(new File("/dev/null")))
        .redirectOutput(ProcessBuilder.Redirect.to(new File("/dev/null")))
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
