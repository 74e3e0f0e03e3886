package greenpair.index.cluster;

import greenpair.catalog.Kind;
import greenpair.index.generation.Steps;
import greenpair.index.read.StoredRecords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A yardstick for loading a generation: the same documents in requests that were made before, as
/// many at a time, into an index with the same mapping, and nothing else.
public final class BareBulk {
  private static final int PAGE = 500;
  private static final int AT_ONCE = 3;
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
            Line line = new Line(place[0]++, kind.word(), id.value(), text);
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

  /// Bytes of all lines.
  public long bytes() {
    return bytes;
  }

  /// Loads all into an index of its own and makes them visible, then deletes the index.
  public double seconds() {
    try (Connection connection = new Connection(settings)) {
      connection.send(
          "PUT",
          "/" + INDEX,
          Mappings.entries(new IndexSet(INDEX, "x"), new Run("", ""), settings));
      long start = System.nanoTime();
      try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
        for (byte[] each : requests) {
          threads.execute(
              () -> connection.once("POST", "/" + INDEX + "/_bulk", Connection.lines(each)));
        }
      }
      connection.send("POST", "/" + INDEX + "/_refresh", java.util.Map.of());
      double seconds = (System.nanoTime() - start) / 1e9;
      connection.send("DELETE", "/" + INDEX, java.util.Map.of());
      return seconds;
    }
  }

  /// Loads a generation as a publication does, then deletes it.
  public double published(Path directory) throws IOException {
    try (Connection connection = new Connection(settings)) {
      long start = System.nanoTime();
      new Upload(connection, settings, directory, Steps.UNTOLD).run(new Run("bench", ""));
      double seconds = (System.nanoTime() - start) / 1e9;
      new PublishedSets(connection, settings.name()).delete(directory.getFileName().toString());
      return seconds;
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
