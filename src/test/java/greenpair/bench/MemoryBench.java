package greenpair.bench;

import greenpair.catalog.Kind;
import greenpair.index.LiveIndex;
import greenpair.match.RecommendationRequest;
import greenpair.web.Server;
import greenpair.web.settings.WebSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `memory N`: what serving holds, after it was asked for needs and cities of every kind over HTTP.
/// The heap's bound is that of this process: run it with `-Dbench.jvm=-Xmx1g`.
final class MemoryBench {
  private static final int REQUESTS = 2_000;
  private static final int MB = 20;

  private final Setup setup;

  MemoryBench(Setup setup) {
    this.setup = setup;
  }

  void run() throws IOException {
    System.out.printf(
        "serving %,d firms, %,d entries, heap at most %d MB%n",
        setup.firms(), setup.entries(), Runtime.getRuntime().maxMemory() >> MB);
    report("before anything is open");
    try (LiveIndex live = setup.open()) {
      report("index open");
      HeapWatch watch = new HeapWatch();
      Server server = setup.workbench().server(setup.data(), live, WebSettings.DEFAULT);
      server.start("127.0.0.1", 0);
      ask(server.port());
      System.out.printf(
          "  %,d requests: heap held after a collection at most %d MB, peak %d MB%n",
          2 * REQUESTS * Kind.RANKED.size(), watch.held(), watch.peak());
      report("after the requests");
      server.stop();
    }
  }

  private void ask(int port) throws IOException {
    List<String> paths = new ArrayList<>();
    for (Kind kind : Kind.RANKED) {
      for (RecommendationRequest request : RecommendBench.needs(setup, kind, REQUESTS)) {
        paths.add("/api/v1/needs/" + request.need() + "/recommendations?kind=" + kind.word());
      }
      for (RecommendationRequest request : RecommendBench.cities(setup, kind, REQUESTS)) {
        paths.add("/api/v1/cities/" + request.city() + "/recommendations?kind=" + kind.word());
      }
    }
    try (KeepAliveClient client = new KeepAliveClient(port)) {
      for (String path : paths) {
        client.get(path);
      }
    }
  }

  /// Prints what this process holds.
  static void report(String when) throws IOException {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    System.out.printf(
        "  %-24s heap after a full collection %d MB, outside the heap %d MB%s%n",
        when,
        memory.getHeapMemoryUsage().getUsed() >> MB,
        memory.getNonHeapMemoryUsage().getUsed() >> MB,
        resident());
  }

  /// Resident memory according to Linux: the process's own memory and the pages of mapped files,
  /// which count although the system may drop them at any time.
  private static String resident() throws IOException {
    try {
      long own = 0;
      long files = 0;
      for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
        if (line.startsWith("RssAnon:")) {
          own = kilobytes(line);
        } else if (line.startsWith("RssFile:")) {
          files = kilobytes(line);
        }
      }
      return String.format(
          ", resident %d MB of its own and %d MB of files", own / 1024, files / 1024);
    } catch (NoSuchFileException e) {
      return "";
    }
  }

  private static long kilobytes(String line) {
    return Long.parseLong(line.replaceAll("\\D", ""));
  }
}
