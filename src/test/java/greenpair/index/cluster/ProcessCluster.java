package greenpair.index.cluster;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.opensearch.common.settings.Settings;
import tools.jackson.databind.JsonNode;

/// Nodes of OpenSearch as processes, each in a network namespace of its own on one bridge: they can
/// be killed, paused, cut off from each other, and lose their disk space. Needs root on Linux.
public final class ProcessCluster implements Closeable {
  private final Path home;
  private final List<String> peers;
  private final Map<Integer, Process> running = new HashMap<>();
  private final Map<Integer, Path> disks = new HashMap<>();

  private ProcessCluster(Path home, int size) {
    this.home = home;
    this.peers = IntStream.range(0, size).mapToObj(i -> NodeNetwork.address(i) + ":9300").toList();
  }

  /// Starts nodes; skips the test where namespaces cannot be made.
  public static ProcessCluster start(Path home, int size) {
    ProcessCluster cluster = new ProcessCluster(home, size);
    NodeNetwork.open();
    cluster.makeHome();
    for (int i = 0; i < size; i++) {
      NodeNetwork.connect(i);
      cluster.restart(i);
    }
    return cluster;
  }

  private void makeHome() {
    try {
      Files.createDirectories(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Addresses of all nodes, by commas.
  public String addresses() {
    return IntStream.range(0, peers.size())
        .mapToObj(i -> "http://" + NodeNetwork.address(i) + ":9200")
        .collect(Collectors.joining(","));
  }

  /// All nodes, under a name, with two shards and a replica.
  public ClusterSettings settings(String name) {
    List<URI> nodes = Arrays.stream(addresses().split(",")).map(URI::create).toList();
    return new ClusterSettings(nodes, name, "", "", "", null, 2, "1", Duration.ofSeconds(5));
  }

  /// Waits until all nodes run and every shard has its copy.
  public void awaitGreen() throws InterruptedException {
    await("green");
  }

  /// Waits until all nodes run and every shard has a primary.
  public void awaitPrimaries() throws InterruptedException {
    await("yellow");
  }

  /// Asks each node: others still count one that was killed a moment ago, or that only begins to
  /// start.
  private void await(String status) throws InterruptedException {
    ClusterSettings all = settings("admin");
    for (URI each : all.addresses()) {
      await(
          status,
          new ClusterSettings(List.of(each), all.name(), "", "", "", null, 2, "1", all.within()));
    }
  }

  private void await(String status, ClusterSettings node) throws InterruptedException {
    String path =
        "/_cluster/health?timeout=1s&wait_for_nodes=" + peers.size() + "&wait_for_status=" + status;
    Map<String, Object> atOnce = Map.of("index.unassigned.node_left.delayed_timeout", "0s");
    try (Connection connection = new Connection(node)) {
      for (int i = 0; ; i++) {
        try {
          connection.ask("PUT", "/_all/_settings", atOnce);
          if (connection.once("GET", path, null).isGood()) {
            return;
          }
        } catch (greenpair.index.SharedException e) {
          // Not yet: it has no manager, or a node that is gone was asked.
        }
        if (i == 240) {
          throw new AssertionError(
              "the cluster does not become " + status + ": " + missing(connection));
        }
        Thread.sleep(500);
      }
    }
  }

  /// The shards that have no node or are being copied, and why.
  private static String missing(Connection connection) {
    String path = "/_cat/shards?format=json&h=index,shard,prirep,state,node,unassigned.details";
    StringBuilder found = new StringBuilder();
    for (JsonNode each : connection.get(path)) {
      if (!each.path("state").asString("").equals("STARTED")) {
        found.append(each).append('\n');
      }
    }
    return found
        .append(connection.get("/_cat/nodes?format=json"))
        .append(connection.get("/_recovery?active_only=true"))
        .append(connection.ask("GET", "/_cluster/allocation/explain", null).body())
        .toString();
  }

  /// The number of the node that manages the cluster.
  public int manager() {
    try (Connection connection = new Connection(settings("admin"))) {
      String name =
          connection.get("/_cat/cluster_manager?format=json").path(0).path("node").asString("");
      return Integer.parseInt(name.substring(1));
    }
  }

  private Process process(int i) {
    return Objects.requireNonNull(running.get(i), "a node that does not run");
  }

  /// Ends a node without a chance to say so.
  public void kill(int i) {
    Process process = process(i);
    running.remove(i);
    process.destroyForcibly();
    process.onExit().join();
  }

  /// Stops the work of a node; its connections stay open.
  public void pause(int i) {
    NodeNetwork.command("kill", "-STOP", Long.toString(process(i).pid()));
  }

  /// Ends [#pause].
  public void resume(int i) {
    NodeNetwork.command("kill", "-CONT", Long.toString(process(i).pid()));
  }

  /// Lets a node work a tenth of the time until the result is closed.
  public Closeable slow(int i) {
    AtomicBoolean isOver = new AtomicBoolean();
    Thread brake =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!isOver.get()) {
                    pause(i);
                    sleep(450);
                    resume(i);
                    sleep(50);
                  }
                });
    return () -> {
      isOver.set(true);
      try {
        brake.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Ends whatever was done to the nodes, and deletes all indexes: a test that failed may leave
  /// shards whose only copy was on a disk that is gone.
  public void restore() throws InterruptedException {
    for (int i = 0; i < peers.size(); i++) {
      NodeNetwork.heal(i);
      if (running.containsKey(i)) {
        resume(i);
      } else {
        restart(i);
      }
    }
    for (int i : List.copyOf(disks.keySet())) {
      kill(i);
      unmount(i);
      restart(i);
    }
    await("red");
    try (Connection connection = new Connection(settings("admin"))) {
      connection.send("DELETE", "/_all", Map.of());
    }
    awaitGreen();
  }

  private void unmount(int i) {
    NodeNetwork.command("umount", Objects.requireNonNull(disks.remove(i)).toString());
  }

  /// Gives a node that does not run an empty disk of its own.
  public Path smallDisk(int i, int megabytes) {
    Path disk = home.resolve("n" + i).resolve("data");
    try {
      org.apache.lucene.util.IOUtils.rm(disk);
      Files.createDirectories(disk);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    NodeNetwork.command(
        "mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "none", disk.toString());
    disks.put(i, disk);
    return disk;
  }

  /// Starts a node on what it has on its disk.
  public void restart(int i) {
    restart(i, Map.of());
  }

  /// The same with a clock that is wrong by some days; skips the test without libfaketime.
  public void restart(int i, int days) {
    Path library = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");
    Assumptions.assumeTrue(Files.exists(library), "wrong clocks need libfaketime");
    restart(
        i,
        Map.of(
            "LD_PRELOAD",
            library.toString(),
            "FAKETIME",
            "%+dd".formatted(days),
            "FAKETIME_DONT_FAKE_MONOTONIC",
            "1",
            // Threads that wait for a time by the right clock would wake at once.
            "FAKETIME_FORCE_MONOTONIC_FIX",
            "0"));
  }

  private void restart(int i, Map<String, String> environment) {
    List<String> command =
        List.of(
            "ip",
            "netns",
            "exec",
            NodeNetwork.space(i),
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            ProcessCluster.class.getName(),
            home.toString(),
            Integer.toString(i),
            String.join(",", peers));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("n" + i + ".log").toFile());
    builder.environment().putAll(environment);
    try {
      running.put(i, builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    List.copyOf(running.keySet()).forEach(this::kill);
    NodeNetwork.close(peers.size());
    List.copyOf(disks.keySet()).forEach(this::unmount);
  }

  /// A node: its home, its number, and the addresses of all.
  public static void main(String[] arguments) throws InterruptedException {
    List<String> peers = List.of(arguments[2].split(","));
    Settings settings =
        TestNode.settings(
                Path.of(arguments[0]), Integer.parseInt(arguments[1]), peers, peers.size())
            .put("http.port", 9200)
            .put("cluster.routing.allocation.disk.watermark.low", "24mb")
            .put("cluster.routing.allocation.disk.watermark.high", "16mb")
            .put("cluster.routing.allocation.disk.watermark.flood_stage", "8mb")
            .put("cluster.info.update.interval", "10s")
            .put("transport.connect_timeout", "2s")
            .put("cluster.fault_detection.follower_check.interval", "500ms")
            .put("cluster.fault_detection.follower_check.timeout", "2s")
            .put("cluster.fault_detection.follower_check.retry_count", 2)
            .put("cluster.fault_detection.leader_check.interval", "500ms")
            .put("cluster.fault_detection.leader_check.timeout", "2s")
            .put("cluster.fault_detection.leader_check.retry_count", 2)
            .build();
    new TestNode(settings).begin();
    Thread.currentThread().join();
  }
}
