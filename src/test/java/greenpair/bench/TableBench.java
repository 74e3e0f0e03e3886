package greenpair.bench;

import module java.base;

import java.lang.management.ManagementFactory;

/// `table`: the figures of docs/benchmarks.md that need an idle machine, each command in a JVM of
/// its own with the options of this one.
final class TableBench {
  /// Processors that other programs may use.
  private static final double IDLE = 0.3;

  private static final long LOOK_MILLIS = 5_000;
  private static final int LOOKS = 60;

  private static final List<String> COMMANDS =
      List.of("engines 100000 1000", "recommend 100000 1500 firm", "start 5", "reindex 100000 1");

  private TableBench() {}

  static void run() throws IOException, InterruptedException {
    // Builds the launcher's jar, and its cache in the background.
    new ProcessBuilder("./greenpair", "--version").inheritIO().start().waitFor();
    List<String> java = new ArrayList<>();
    java.add(ProcessHandle.current().info().command().orElseThrow());
    java.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    java.addAll(List.of("-cp", System.getProperty("java.class.path"), Bench.class.getName()));
    for (String command : COMMANDS) {
      System.out.printf("%n== %s%n", command);
      long start = System.nanoTime();
      awaitIdle();
      List<String> all = new ArrayList<>(java);
      all.addAll(List.of(command.split(" ")));
      int code = new ProcessBuilder(all).inheritIO().start().waitFor();
      System.out.printf(
          Locale.ROOT, "exit %d after %.0f s%n", code, (System.nanoTime() - start) / 1e9);
    }
  }

  /// Waits until other programs leave the processors alone. The load average would not do: for a
  /// minute it remembers the build that started this bench.
  ///
  /// @throws IllegalStateException if they are busy for five minutes
  static void awaitIdle() throws InterruptedException {
    var machine =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    double busy = IDLE;
    for (int look = 0; look < LOOKS; look++) {
      machine.getCpuLoad(); // Since the last call.
      Thread.sleep(LOOK_MILLIS);
      busy = machine.getCpuLoad() * machine.getAvailableProcessors();
      if (busy <= IDLE) {
        System.out.printf(Locale.ROOT, "%.2f processors busy%n", busy);
        return;
      }
    }
    throw new IllegalStateException(
        String.format(
            Locale.ROOT,
            "%.2f processors are busy, at most %.1f may be: end other programs, or add \"busy\""
                + " and read processor times only",
            busy,
            IDLE));
  }
}
