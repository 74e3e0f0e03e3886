package greenpair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.cli.settings.ServerSettings;
import greenpair.index.cluster.ClusterSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The compose file names existing nodes, settings and versions.
class ComposeTest {
  private static final Path FILE = Path.of("docs/operation/compose.yaml");
  private static final Set<String> NODES = Set.of("search-1", "search-2", "search-3");

  private static Map<?, ?> file;

  @BeforeAll
  static void read() throws Exception {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    file = yaml.load(Files.readString(FILE));
  }

  private static Map<?, ?> map(Object from, String... path) {
    Object at = from;
    for (String each : path) {
      at = ((Map<?, ?>) at).get(each);
    }
    return (Map<?, ?>) at;
  }

  private static Set<String> words(Object list) {
    return new HashSet<>(Arrays.asList(String.valueOf(list).split(",")));
  }

  @Test
  void nodes_findEachOther_andAreOfTheTestedVersion() throws Exception {
    String pom = Files.readString(Path.of("pom.xml"));
    String version = pom.replaceFirst("(?s).*<opensearch.version>(.*?)<.*", "$1");
    for (String node : NODES) {
      Map<?, ?> service = map(file, "services", node);
      assertEquals("opensearchproject/opensearch:" + version, service.get("image"));
      Map<?, ?> environment = map(service, "environment");
      assertEquals(node, environment.get("node.name"));
      assertEquals(NODES, words(environment.get("discovery.seed_hosts")));
      assertEquals(NODES, words(environment.get("cluster.initial_cluster_manager_nodes")));
    }
  }

  @Test
  void servers_haveGoodSettings_ofTheSameCluster_andFoldersOfTheirOwn() {
    Set<Object> folders = new HashSet<>();
    Set<Object> ports = new HashSet<>();
    for (String server : List.of("greenpair-1", "greenpair-2")) {
      Map<?, ?> service = map(file, "services", server);
      Map<String, String> environment = new TreeMap<>();
      map(service, "environment")
          .forEach((name, value) -> environment.put(String.valueOf(name), String.valueOf(value)));
      ServerSettings settings =
          new ServerSettings(Path.of("."), Path.of("none.yaml"), environment, Map.of());
      ClusterSettings cluster = settings.cluster().orElseThrow();
      assertEquals(NODES, new HashSet<>(cluster.addresses().stream().map(URI::getHost).toList()));
      assertEquals(2, cluster.shards());
      assertEquals("1", cluster.replicas());
      assertTrue(settings.database().toString().contains("//database/"));
      assertTrue(folders.add(service.get("volumes")));
      assertTrue(ports.add(service.get("ports")));
      environment.keySet().forEach(ComposeTest::assertIsSetting);
    }
  }

  private static void assertIsSetting(String variable) {
    greenpair.cli.settings.Setting.valueOf(variable.replaceFirst("^GREENPAIR_", ""));
  }

  @Test
  void volumes_thatServicesUse_areDeclared() {
    map(file, "services")
        .forEach(
            (name, service) ->
                ((List<?>) map(service).get("volumes"))
                    .forEach(
                        each ->
                            assertTrue(
                                map(file, "volumes")
                                    .containsKey(String.valueOf(each).replaceFirst(":.*", "")))));
  }
}
