package greenpair.index.cluster;

import com.sun.management.OperatingSystemMXBean;
import greenpair.catalog.Kind;
import greenpair.index.generation.StepObserver;
import greenpair.index.read.StoredRecords;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A yardstick for loading a generation: the same documents in requests that were made before, as
/// many at a time, into an index with the same mapping, and nothing else.
public final class BareBulk {
  private static final int PAGE = 500;
  private static final int AT_ONCE = 3;
  private static final double NANOS = 1e9;
  private static final String INDEX = "bare";

  private final ClusterSettings settings;
  private final List<byte[]> requests = new ArrayList<>();
  private long bytes;

  private BareBulk(ClusterSettings settings) {
    this.settings = settings;
  }

  /// Makes the requests.
  public static BareBulk of(ClusterSettings settings, Path directory) throws IOException {
    BareBulk bulk = new BareBulk(settings);
    List<String> page = new ArrayList<>();
    long[] place = {0};
    for (Kind kind : Kind.values()) {
      StoredRecords.each(
          directory,
          kind,
          (id, bytes) -> {
            String text = new String(bytes, StandardCharsets.UTF_8);
            EntryDocument line = new EntryDocument(place[0]++, kind.word(), id.value(), text);
            page.add("{\"index\":{\"_id\":\"" + line.key() + "\"}}\n");
            page.add(Connection.JSON.writeValueAsString(line) + "\n");
            bulk.bytes += bytes.length;
            if (page.size() == 2 * PAGE) {
              bulk.turn(page);
            }
          });
    }
    bulk.turn(page);
    return bulk;
  }

  private void turn(List<String> page) {
    requests.add(String.join("", page).getBytes(StandardCharsets.UTF_8));
    page.clear();
  }

  /// What loading took, in seconds elapsed and in seconds of all processors, of the nodes in this
  /// process too.
  ///
  /// @param steps seconds by the name of the step
  public record Took(double seconds, double processor, Map<String, Double> steps) {}

  private interface Loading {
    void run(StepObserver steps) throws IOException;
  }

  private static Took took(Loading loading) throws IOException {
    Map<String, Double> steps = new LinkedHashMap<>();
    long cpu = cpu();
    long start = System.nanoTime();
    long[] last = {start};
    loading.run(
        step -> {
          long now = System.nanoTime();
          steps.merge(step, (now - last[0]) / NANOS, Double::sum);
          last[0] = now;
        });
    return new Took((System.nanoTime() - start) / NANOS, (cpu() - cpu) / NANOS, steps);
  }

  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /// Bytes of all lines.
  public long bytes() {
    return bytes;
  }

  /// Loads all into an index of its own and makes them visible, then deletes the index.
  public Took bare() throws IOException {
    try (Connection connection = new Connection(settings)) {
      connection.send(
          "PUT",
          "/" + INDEX,
          Mappings.entries(new IndexSet(INDEX, "x"), new LoadingRun("", ""), settings));
      Took took = took(_ -> load(connection));
      connection.send("DELETE", "/" + INDEX, Map.of());
      return took;
    }
  }

  private void load(Connection connection) {
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (byte[] each : requests) {
        threads.execute(
            () -> connection.once("POST", "/" + INDEX + "/_bulk", Connection.lines(each)));
      }
    }
    connection.send("POST", "/" + INDEX + "/_refresh", Map.of());
  }

  /// Loads a generation as a publication does, then deletes it.
  public Took published(Path directory) throws IOException {
    try (Connection connection = new Connection(settings)) {
      Took took =
          took(
              steps ->
                  new Upload(connection, settings, directory, steps)
                      .run(new LoadingRun("bench", "")));
      new PublishedSets(connection, settings.name()).delete(directory.getFileName().toString());
      return took;
    }
  }

  /// Bytes on the disks of all nodes, with replicas.
  public static long stored(ClusterSettings settings) {
    try (Connection connection = new Connection(settings)) {
      return connection
          .get("/" + settings.name() + "-*/_stats/store")
          .path("_all")
          .path("total")
          .path("store")
          .path("size_in_bytes")
          .asLong();
    }
  }
}
