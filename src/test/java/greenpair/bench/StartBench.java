package greenpair.bench;

import module java.base;

import org.apache.lucene.util.IOUtils;

/// `start`: from starting the launcher to the first recommendation on the fixtures, in a process
/// of its own each time: with the index built before, with nothing built, and both again with the
/// AOT cache that the launcher makes when it builds.
final class StartBench {
  private static final String QUESTION =
      "/api/v1/cities/us-ca-losangeles/recommendations?kind=firm";
  private static final long PAUSE_MILLIS = 5;
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private static final Path CACHE = Path.of("target", "greenpair.aot");
  private final Path data = Catalogs.ROOT.resolve("start");
  private final int runs;

  StartBench(int runs) {
    this.runs = runs;
  }

  void run() throws IOException, InterruptedException {
    launcher(Map.of(), "--version").waitFor();
    System.out.println("start to first answer on the fixtures");
    measure("no cache", Map.of("GREENPAIR_OPTS", "-XX:AOTMode=off"));
    if (!Files.exists(CACHE)) {
      System.out.println(
          "  no AOT cache: delete target/greenpair.jar, so that the launcher builds");
      return;
    }
    System.out.printf("  AOT cache of %d MB%n", Files.size(CACHE) >> 20);
    measure("AOT cache", Map.of());
    IOUtils.rm(data);
  }

  private void measure(String what, Map<String, String> environment)
      throws IOException, InterruptedException {
    Took[] fresh = new Took[runs];
    Took[] indexed = new Took[runs];
    for (int i = 0; i < runs; i++) {
      IOUtils.rm(data);
      fresh[i] = start(environment);
      indexed[i] = start(environment);
    }
    print(what, "index there", indexed);
    print(what, "index built first", fresh);
  }

  private static void print(String what, String index, Took[] all) {
    double[] seconds = Arrays.stream(all).mapToDouble(Took::seconds).toArray();
    double[] cpu = Arrays.stream(all).mapToDouble(Took::cpu).toArray();
    System.out.printf(
        "  %-10s %-18s median %.2f s, best %.2f s; CPU time median %.2f s, best %.2f s%n",
        what,
        index + ":",
        Figures.median(seconds),
        Arrays.stream(seconds).min().orElseThrow(),
        Figures.median(cpu),
        Arrays.stream(cpu).min().orElseThrow());
  }

  /// From the launcher to the first answer.
  ///
  /// @param cpu seconds of all threads of the server
  private record Took(double seconds, double cpu) {}

  private Took start(Map<String, String> environment) throws IOException, InterruptedException {
    int port = freePort();
    long start = System.nanoTime();
    Process process =
        launcher(environment, "serve", "--demo", "--data", data.toString(), "--port", "" + port);
    try {
      while (!answers(port)) {
        if (!process.isAlive() || System.nanoTime() - start > PATIENCE_NANOS) {
          throw new IllegalStateException("the server gave no answer");
        }
        Thread.sleep(PAUSE_MILLIS);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      Duration cpu = process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
      return new Took(seconds, cpu.toNanos() / 1e9);
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
