package greenpair.index.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.opensearch.Version;
import org.opensearch.cluster.service.ClusterService;
import org.opensearch.common.settings.Settings;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.node.NodeValidationException;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;

/// A node of OpenSearch with the plugins of the class path, in this JVM.
final class TestNode extends Node {
  static {
    // Runs without assertions, as a server does: one of them is wrong, and fails when words are
    // counted that no document has; the request is then never answered.
    TestNode.class.getClassLoader().setPackageAssertionStatus("org.opensearch", false);
  }

  TestNode(Settings settings) {
    super(
        InternalSettingsPreparer.prepareEnvironment(
            settings, Map.of(), null, () -> settings.get("node.name")),
        List.of(
            plugin("netty", Netty4ModulePlugin.class.getName()),
            plugin("mapper-extras", "org.opensearch.index.mapper.MapperExtrasModulePlugin")),
        false);
  }

  private static PluginInfo plugin(String name, String type) {
    return new PluginInfo(name, "", "", Version.CURRENT, "21", type, List.of(), false);
  }

  /// Settings of one of several nodes, on this machine.
  ///
  /// @param i its number, from 0
  /// @param peers address and port of the transport of each node, in order
  /// @param founders how many of them elect the first manager; the others join
  static Settings.Builder settings(Path home, int i, List<String> peers, int founders) {
    int colon = peers.get(i).lastIndexOf(':');
    return Settings.builder()
        .put("cluster.name", "greenpair-test")
        .put("node.name", "n" + i)
        .put("path.home", home.resolve("n" + i).toString())
        .put("transport.type", "netty4")
        .put("http.type", "netty4")
        .put("transport.port", peers.get(i).substring(colon + 1))
        .put("network.host", peers.get(i).substring(0, colon))
        .put("node.processors", 1)
        .put("cluster.election.initial_timeout", "50ms")
        .put("discovery.find_peers_interval", "100ms")
        .put("gateway.auto_import_dangling_indices", false)
        .put("action.auto_create_index", true)
        .putList("discovery.seed_hosts", peers)
        .putList(
            "cluster.initial_cluster_manager_nodes",
            IntStream.range(0, founders).mapToObj(n -> "n" + n).toList());
  }

  void begin() {
    try {
      start();
    } catch (NodeValidationException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Sets the id of the node for its logs, once per JVM.
  @Override
  protected void configureNodeAndClusterIdStateListener(ClusterService service) {}
}
