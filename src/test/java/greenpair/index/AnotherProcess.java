package greenpair.index;

import module java.base;

import greenpair.index.generation.BusyException;

/// A Java process beside that of the test, which works on the same data folder.
final class AnotherProcess implements AutoCloseable {
  private final Process process;

  private AnotherProcess(Path data, String order) throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                AnotherProcess.class.getName(),
                order,
                data.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
  }

  /// One that holds the lock until it is ended or killed.
  static AnotherProcess holding(Path data) throws IOException {
    AnotherProcess other = new AnotherProcess(data, "hold");
    String word = other.word();
    if (!word.equals("locked")) {
      throw new IOException("the other process got no lock: " + word);
    }
    return other;
  }

  /// Lets one die in the middle of a build, without a chance to clear up.
  static String dyingHalfWay(Path data) throws Exception {
    try (AnotherProcess other = new AnotherProcess(data, "die")) {
      String word = other.word();
      other.process.waitFor();
      return word;
    }
  }

  private String word() throws IOException {
    return String.valueOf(
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
            .readLine());
  }

  void end() throws Exception {
    process.getOutputStream().close();
    process.waitFor();
  }

  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  /// What the other process does.
  public static void main(String[] arguments) throws IOException {
    GenerationStore store = new GenerationStore(Path.of(arguments[1]));
    switch (arguments[0]) {
      case "die" -> {
        GenerationStore.Lock lock = store.lock();
        SmallCatalog.begin(
            store, lock, SmallCatalog.NOON.plusSeconds(86_400L * 4), SmallCatalog.ENTRIES);
        System.out.println("half built");
        Runtime.getRuntime().halt(137);
      }
      default -> {
        try (GenerationStore.Lock lock = store.lock()) {
          System.out.println(lock == null ? "" : "locked");
          while (arguments[0].equals("hold") && System.in.read() >= 0) {
            // Until the test closes its end.
          }
        } catch (BusyException e) {
          System.out.println("busy");
        }
      }
    }
  }
}
