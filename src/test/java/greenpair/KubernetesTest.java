package greenpair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.cli.settings.ServerSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The Kubernetes example names settings, ports, folders and the user that there are.
@SuppressWarnings("NullAway") // What is missing in the file is null, and fails the test.
class KubernetesTest {
  private static final Map<String, Map<?, ?>> BY_KIND = new HashMap<>();

  private static Map<?, ?> pod;
  private static Map<?, ?> container;
  private static ServerSettings settings;

  @BeforeAll
  static void read() throws Exception {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    for (Object each : yaml.loadAll(Files.readString(Path.of("docs/operation/kubernetes.yaml")))) {
      Map<?, ?> document = (Map<?, ?>) each;
      BY_KIND.put(String.valueOf(document.get("kind")), document);
    }
    pod = map(BY_KIND.get("Deployment"), "spec", "template", "spec");
    container = (Map<?, ?>) list(pod, "containers").getFirst();
    Map<String, String> environment = new HashMap<>();
    for (Object each : list(container, "env")) {
      environment.put(text(each, "name"), text(each, "value"));
    }
    settings = new ServerSettings(Path.of("."), Path.of("none.yaml"), environment, Map.of());
  }

  private static Map<?, ?> map(Object from, String... path) {
    Object at = from;
    for (String each : path) {
      at = ((Map<?, ?>) at).get(each);
    }
    return (Map<?, ?>) at;
  }

  private static List<?> list(Object from, String key) {
    return (List<?>) ((Map<?, ?>) from).get(key);
  }

  private static String text(Object from, String key) {
    return String.valueOf(((Map<?, ?>) from).get(key));
  }

  private static String docker(String instruction) throws Exception {
    return Files.readString(Path.of("Dockerfile"))
        .replaceFirst("(?s).*\n" + instruction + " ([^\n]*)\n.*", "$1");
  }

  @Test
  void ports_areThoseOfTheImageAndOfTheSettings() throws Exception {
    Map<String, String> ports = new HashMap<>();
    list(container, "ports")
        .forEach(each -> ports.put(text(each, "name"), text(each, "containerPort")));
    assertEquals(docker("EXPOSE"), ports.get("http"));
    assertEquals(
        String.valueOf(settings.web().access().management().orElseThrow().getPort()),
        ports.get("management"));
    Object service = list(map(BY_KIND.get("Service"), "spec"), "ports").getFirst();
    assertTrue(ports.containsKey(text(service, "targetPort")));
    Map<?, ?> annotations =
        map(BY_KIND.get("Deployment"), "spec", "template", "metadata", "annotations");
    assertEquals(ports.get("management"), annotations.get("prometheus.io/port"));
  }

  /// [greenpair.web.ManagementTest] asks these paths of a server.
  @Test
  void probes_askTheManagementPort() {
    for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
      Map<?, ?> get = map(container, probe, "httpGet");
      assertEquals("management", get.get("port"));
      assertEquals(probe.startsWith("readiness") ? "/readyz" : "/healthz", get.get("path"));
    }
    int patience = (Integer) pod.get("terminationGracePeriodSeconds");
    assertTrue(patience > settings.web().stopWithin().toSeconds());
  }

  @Test
  void pod_isOneWriterToItsVolume_asTheUserOfTheImage() throws Exception {
    Map<?, ?> deployment = map(Objects.requireNonNull(BY_KIND.get("Deployment")), "spec");
    assertEquals(1, deployment.get("replicas"));
    assertEquals("Recreate", map(deployment, "strategy").get("type"));
    Map<?, ?> user = map(pod, "securityContext");
    assertEquals(docker("USER"), user.get("runAsUser") + ":" + user.get("runAsGroup"));
    Set<String> declared = new HashSet<>();
    list(pod, "volumes").forEach(each -> declared.add(text(each, "name")));
    Map<String, String> mounted = new HashMap<>();
    list(container, "volumeMounts")
        .forEach(each -> mounted.put(text(each, "name"), text(each, "mountPath")));
    assertEquals(declared, mounted.keySet());
    assertEquals(docker("VOLUME"), mounted.get("data"));
    String claim = text(map(list(pod, "volumes").getFirst(), "persistentVolumeClaim"), "claimName");
    assertEquals(claim, text(map(BY_KIND.get("PersistentVolumeClaim"), "metadata"), "name"));
    Map<?, ?> labels = map(deployment, "template", "metadata", "labels");
    assertEquals(labels, map(deployment, "selector", "matchLabels"));
    assertEquals(labels, map(BY_KIND.get("Service"), "spec", "selector"));
  }
}
