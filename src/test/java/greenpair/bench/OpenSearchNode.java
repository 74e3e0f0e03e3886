package greenpair.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.opensearch.Version;
import org.opensearch.cluster.service.ClusterService;
import org.opensearch.common.settings.Settings;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.node.NodeValidationException;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;

/// A node of OpenSearch in this JVM, a cluster of its own.
final class OpenSearchNode extends Node {
  private final URI address;

  private OpenSearchNode(Settings settings, URI address) {
    super(
        InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "node"),
        List.of(
            new PluginInfo(
                "netty",
                "",
                "",
                Version.CURRENT,
                "21",
                Netty4ModulePlugin.class.getName(),
                List.of(),
                false)),
        false);
    this.address = address;
  }

  static OpenSearchNode start(Path home) throws IOException {
    int http;
    int transport;
    try (ServerSocket first = new ServerSocket(0);
        ServerSocket second = new ServerSocket(0)) {
      http = first.getLocalPort();
      transport = second.getLocalPort();
    }
    Settings settings =
        Settings.builder()
            .put("node.name", "node")
            .put("path.home", home.toString())
            .put("network.host", "127.0.0.1")
            .put("http.type", "netty4")
            .put("http.port", http)
            .put("transport.type", "netty4")
            .put("transport.port", transport)
            .put("discovery.type", "single-node")
            .put("node.processors", 1)
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            .build();
    OpenSearchNode node =
        new OpenSearchNode(settings, URI.create("http://127.0.0.1:" + http + "/"));
    try {
      node.start();
    } catch (NodeValidationException e) {
      throw new IOException(e);
    }
    return node;
  }

  URI address() {
    return address;
  }

  /// Sets the id of the node for its logs, once per JVM.
  @Override
  protected void configureNodeAndClusterIdStateListener(ClusterService service) {}
}
