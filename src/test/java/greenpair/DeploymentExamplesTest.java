package greenpair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.cli.settings.ServerSettings;
import greenpair.cli.settings.Setting;
import greenpair.web.SettingsMaker;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The examples of `docs/operation` name settings and ports that there are, and a server has time
/// to stop.
@SuppressWarnings("NullAway") // What is missing in a file is null, and fails the test.
class DeploymentExamplesTest {
  private static final Path FOLDER = Path.of("docs/operation");

  private static Iterable<Object> documents(String file) throws Exception {
    return new Yaml(new SafeConstructor(new LoaderOptions()))
        .loadAll(Files.readString(FOLDER.resolve(file)));
  }

  private static Object at(Object from, String... path) {
    Object at = from;
    for (String each : path) {
      at = at instanceof List<?> list ? list.getFirst() : at;
      at = ((Map<?, ?>) at).get(each);
    }
    return at;
  }

  /// The settings, each of which must exist.
  private static ServerSettings settings(Map<String, String> environment) {
    environment
        .keySet()
        .forEach(variable -> Setting.valueOf(variable.replaceFirst("^GREENPAIR_", "")));
    return new ServerSettings(Path.of("."), Path.of("none.yaml"), environment, Map.of());
  }

  private static void assertPatient(Object seconds) {
    long patience = Long.parseLong(String.valueOf(seconds).replace("s", ""));
    assertTrue(patience > SettingsMaker.DEFAULT.stopWithin().toSeconds(), seconds + " to stop");
  }

  @Test
  void composedServers_haveGoodSettings_andShareDatabaseAndFolder() throws Exception {
    Object file = documents("compose.yaml").iterator().next();
    Set<Object> ports = new HashSet<>();
    Set<Object> shared = new HashSet<>();
    for (String server : List.of("greenpair-1", "greenpair-2")) {
      Map<String, String> environment = new TreeMap<>();
      ((Map<?, ?>) at(file, "services", server, "environment"))
          .forEach((name, value) -> environment.put(String.valueOf(name), String.valueOf(value)));
      String database = settings(environment).database().toString();
      assertTrue(database.contains("//database/"), database);
      shared.add(List.of(database, at(file, "services", server, "volumes")));
      assertTrue(ports.add(at(file, "services", server, "ports")));
      assertPatient(at(file, "services", server, "stop_grace_period"));
    }
    assertEquals(1, shared.size());
  }

  @Test
  void pod_hasThePortOfTheImage() throws Exception {
    Map<Object, Object> byKind = new HashMap<>();
    documents("kubernetes.yaml").forEach(each -> byKind.put(at(each, "kind"), each));
    Object pod = at(byKind.get("Deployment"), "spec", "template", "spec");
    Map<String, String> environment = new HashMap<>();
    for (Object each : (List<?>) at(pod, "containers", "env")) {
      environment.put(String.valueOf(at(each, "name")), String.valueOf(at(each, "value")));
    }
    Map<Object, String> ports = new HashMap<>();
    for (Object each : (List<?>) at(pod, "containers", "ports")) {
      ports.put(at(each, "name"), String.valueOf(at(each, "containerPort")));
    }
    assertTrue(settings(environment).web().access().anonymousRead());
    assertEquals(Set.of("http"), ports.keySet());
    String image = Files.readString(Path.of("Dockerfile"));
    assertTrue(image.contains("\nEXPOSE " + ports.get("http") + "\n"), image);
    assertPatient(at(pod, "terminationGracePeriodSeconds"));
  }

  @Test
  void ingress_keepsMetricsFromThePublic() throws Exception {
    Map<Object, Object> selected = new HashMap<>();
    Map<Object, Object> backends = new HashMap<>();
    for (Object each : documents("kubernetes.yaml")) {
      if (at(each, "kind").equals("Service")) {
        selected.put(at(each, "metadata", "name"), at(each, "spec", "selector", "app"));
      } else if (at(each, "kind").equals("Ingress")) {
        for (Object path : (List<?>) at(each, "spec", "rules", "http", "paths")) {
          backends.put(at(path, "path"), at(path, "backend", "service", "name"));
        }
      }
    }
    assertEquals(Set.of("/", "/metrics"), backends.keySet());
    assertEquals("greenpair", selected.get(backends.get("/")));
    assertEquals("greenpair-nothing", selected.get(backends.get("/metrics")));
  }

  @Test
  void unit_isForItsUserAlone_andWaitsForTheServer() throws Exception {
    String unit = Files.readString(FOLDER.resolve("greenpair.service"));
    assertTrue(unit.contains("\nStateDirectoryMode=0700\n"), unit);
    assertPatient(unit.replaceFirst("(?s).*\nTimeoutStopSec=(\\d+)\n.*", "$1"));
  }
}
