package greenpair.bench;

import module java.base;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.opensearch.Version;
import org.opensearch.cluster.service.ClusterService;
import org.opensearch.common.settings.Settings;
import org.opensearch.index.analysis.AnalyzerProvider;
import org.opensearch.index.analysis.AnalyzerScope;
import org.opensearch.index.analysis.PreBuiltAnalyzerProvider;
import org.opensearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.node.NodeValidationException;
import org.opensearch.plugins.AnalysisPlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;

/// A node of OpenSearch in this JVM, a cluster of its own.
final class OpenSearchNode extends Node {
  private final URI address;

  private OpenSearchNode(Settings settings, URI address) {
    super(
        InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "node"),
        List.of(plugin(Netty4ModulePlugin.class), plugin(Analyzers.class)),
        false);
    this.address = address;
  }

  private static PluginInfo plugin(Class<?> type) {
    return new PluginInfo(
        type.getSimpleName(), "", "", Version.CURRENT, "21", type.getName(), List.of(), false);
  }

  /// Lucene's analyzers under the names that the module of common analyzers gives them.
  public static final class Analyzers extends Plugin implements AnalysisPlugin {
    @Override
    public Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> getAnalyzers() {
      return Map.of("english", of(EnglishAnalyzer::new), "cjk", of(CJKAnalyzer::new));
    }

    private static AnalysisProvider<AnalyzerProvider<? extends Analyzer>> of(
        Supplier<Analyzer> analyzer) {
      return (index, environment, name, settings) ->
          new PreBuiltAnalyzerProvider(name, AnalyzerScope.INDICES, analyzer.get());
    }
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
