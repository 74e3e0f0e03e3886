package greenpair.index.cluster;

import greenpair.index.GenerationStore;
import greenpair.index.generation.StepObserver;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Nodes of OpenSearch in this JVM, with the ports of HTTP that clients use.
public final class TestCluster implements Closeable {
  private static final int MOST_NODES = 3;

  private final Path home;
  private final List<Integer> transport;
  private final List<Integer> http;
  private final List<TestNode> nodes = new ArrayList<>();
  private int founders;

  private TestCluster(Path home) {
    List<Integer> ports = freePorts(2 * MOST_NODES);
    this.home = home;
    this.transport = ports.subList(0, MOST_NODES);
    this.http = ports.subList(MOST_NODES, ports.size());
  }

  /// Starts a cluster and waits until it has elected a manager.
  public static TestCluster start(Path home, int size) {
    TestCluster cluster = new TestCluster(home);
    cluster.founders = size;
    cluster.grow(size);
    return cluster;
  }

  /// Adds nodes, so that there are that many.
  public void grow(int size) {
    List<TestNode> added = new ArrayList<>();
    for (int i = nodes.size(); i < size; i++) {
      added.add(node(i));
    }
    nodes.addAll(added);
    begin(added);
    send("GET", "/_cluster/health?timeout=60s&wait_for_nodes=" + size, "");
  }

  /// Each on its own thread: one alone waits for the others.
  private static void begin(List<TestNode> added) {
    List<Thread> threads =
        added.stream().map(node -> Thread.ofPlatform().start(node::begin)).toList();
    for (Thread each : threads) {
      try {
        each.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private TestNode node(int i) {
    List<String> peers = transport.stream().map(port -> "127.0.0.1:" + port).toList();
    return new TestNode(
        TestNode.settings(home, i, peers, founders)
            .put("http.port", http.get(i))
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            .build());
  }

  /// Addresses of all nodes, by commas.
  public String addresses() {
    return http.stream()
        .limit(nodes.size())
        .map(port -> "http://127.0.0.1:" + port)
        .collect(Collectors.joining(","));
  }

  /// All nodes, under a name.
  public ClusterSettings settings(String name, int shards) {
    return settings(name, shards, "0-1");
  }

  /// The same with a number of copies of each shard.
  public ClusterSettings settings(String name, int shards, String replicas) {
    List<URI> nodes = Arrays.stream(addresses().split(",")).map(URI::create).toList();
    return new ClusterSettings(
        nodes, name, "", "", "", null, shards, replicas, Duration.ofSeconds(10));
  }

  /// A data folder that shares its generations in this cluster.
  public GenerationStore store(Path data, ClusterSettings settings) {
    return new GenerationStore(data, StepObserver.UNTOLD, OpenSearchGenerations.of(settings));
  }

  /// Sends a request as an administrator would.
  public String send(String method, String path, String json) {
    try (Connection connection = new Connection(settings("admin", 1))) {
      Object body = json.isEmpty() ? Map.of() : Connection.JSON.readTree(json);
      return connection.send(method, path, body).toString();
    }
  }

  /// The generations that have an index, whole or not.
  public Set<String> generations(String name) {
    try (Connection connection = new Connection(settings(name, 1))) {
      return new TreeSet<>(new PublishedSets(connection, name).ids());
    }
  }

  /// Deletes all indexes under a name.
  public void delete(String name) {
    try (Connection connection = new Connection(settings(name, 1))) {
      PublishedSets sets = new PublishedSets(connection, name);
      sets.ids().forEach(sets::delete);
      connection.ask("DELETE", "/" + IndexSet.journal(name), null);
    }
  }

  /// Stops a node, as a machine that is switched off.
  public void stop(int i) throws IOException {
    nodes.get(i).close();
  }

  /// Starts a node that was stopped, on what it had on its disk.
  public void restart(int i) {
    nodes.set(i, node(i));
    nodes.get(i).begin();
  }

  @Override
  public void close() throws IOException {
    for (TestNode node : nodes) {
      node.close();
    }
  }

  private static List<Integer> freePorts(int count) {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        sockets.add(new ServerSocket(0));
      }
      List<Integer> ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
      for (ServerSocket each : sockets) {
        each.close();
      }
      return ports;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
