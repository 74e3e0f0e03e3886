package greenpair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.cli.settings.ServerSettings;
import greenpair.cli.settings.Setting;
import greenpair.web.settings.WebSettings;
import java.nio.file.Files;
import java.nio.file.Path;
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

/// The compose file names existing settings and declared volumes.
@SuppressWarnings("NullAway") // What is missing in the file is null, and fails the test.
class ComposeTest {
  private static final Path FILE = Path.of("docs/operation/compose.yaml");

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

  @Test
  void servers_haveGoodSettings_andShareDatabaseAndFolder() {
    Set<Object> ports = new HashSet<>();
    Set<Object> shared = new HashSet<>();
    for (String server : List.of("greenpair-1", "greenpair-2")) {
      Map<?, ?> service = map(file, "services", server);
      Map<String, String> environment = new TreeMap<>();
      map(service, "environment")
          .forEach((name, value) -> environment.put(String.valueOf(name), String.valueOf(value)));
      ServerSettings settings =
          new ServerSettings(Path.of("."), Path.of("none.yaml"), environment, Map.of());
      assertTrue(settings.database().toString().contains("//database/"));
      shared.add(List.of(settings.database().toString(), service.get("volumes")));
      assertTrue(ports.add(service.get("ports")));
      environment
          .keySet()
          .forEach(variable -> Setting.valueOf(variable.replaceFirst("^GREENPAIR_", "")));
    }
    assertEquals(1, shared.size());
  }

  @Test
  void services_waitForADatabaseThatAnswers_andAreStoppedInTime() {
    Map<?, ?> services = map(file, "services");
    assertTrue(map(services, "database", "healthcheck").containsKey("test"));
    for (String server : List.of("greenpair-1", "greenpair-2", "index")) {
      Map<?, ?> service = map(services, server);
      assertEquals("service_healthy", map(service, "depends_on", "database").get("condition"));
      long grace =
          Long.parseLong(String.valueOf(service.get("stop_grace_period")).replace("s", ""));
      assertTrue(grace > WebSettings.DEFAULT.stopWithin().toSeconds());
      assertTrue(service.containsKey("mem_limit"));
    }
    assertEquals(
        List.of("reindex", "/catalog", "--data", "/data"), map(services, "index").get("command"));
    assertEquals(List.of("index"), map(services, "index").get("profiles"), "only when asked");
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
                                String.valueOf(each).startsWith("${CATALOG")
                                    || map(file, "volumes")
                                        .containsKey(
                                            String.valueOf(each).replaceFirst(":.*", "")))));
  }
}
