package greenpair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import java.lang.module.ModuleDescriptor.Version;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The bill of materials is that of the build, each part of it has a licence, and none has a known
/// vulnerability of `docs/advisories.json`.
class SupplyChainTest {
  private static final Path BILL = Path.of("docs/sbom.json");
  private static final Path ADVISORIES = Path.of("docs/advisories.json");

  private record Component(String group, String name, String version) {
    String artifact() {
      return group + ":" + name;
    }

    String jar() {
      return name + "-" + version + ".jar";
    }
  }

  private static List<Component> components() throws Exception {
    List<Component> components = new ArrayList<>();
    for (JsonNode each : JsonMapper.shared().readTree(Files.readString(BILL)).get("components")) {
      components.add(
          new Component(
              each.get("group").asString(),
              each.get("name").asString(),
              each.get("version").asString()));
    }
    assertTrue(components.size() > 80, "a bill of " + components.size());
    return components;
  }

  @Test
  void billOfMaterials_listsTheJarsOfTheClassPath() throws Exception {
    Set<String> jars =
        List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1)).stream()
            .map(each -> Path.of(each).getFileName().toString())
            .collect(Collectors.toSet());
    for (Component each : components()) {
      assertTrue(jars.contains(each.jar()), BILL + " lists " + each.jar() + ": make it anew");
    }
  }

  @Test
  void billOfMaterials_hasEachDependencyOfThePom() throws Exception {
    Set<String> listed = components().stream().map(Component::artifact).collect(Collectors.toSet());
    String pom = Files.readString(Path.of("pom.xml"));
    String managed = "</dependencyManagement>";
    String dependencies = pom.substring(pom.indexOf(managed), pom.indexOf("<build>"));
    int shipped = 0;
    for (String each : dependencies.split("<dependency>", -1)) {
      if (each.contains("<artifactId>") && !each.contains("<scope>provided</scope>")) {
        String artifact = between(each, "groupId") + ":" + between(each, "artifactId");
        assertTrue(listed.contains(artifact), BILL + " lacks " + artifact + ": make it anew");
        shipped++;
      }
    }
    assertTrue(shipped > 20, shipped + " dependencies found");
  }

  private static String between(String text, String tag) {
    int from = text.indexOf("<" + tag + ">") + tag.length() + 2;
    return text.substring(from, text.indexOf("</" + tag + ">"));
  }

  @Test
  void licences_areThoseOfTheBill() throws Exception {
    String page = Files.readString(Path.of("docs/licences.md"));
    for (JsonNode part : JsonMapper.shared().readTree(Files.readString(BILL)).get("components")) {
      List<String> licences = new ArrayList<>();
      for (JsonNode each : part.get("licenses")) {
        JsonNode licence = each.get("license");
        licences.add((licence.has("id") ? licence.get("id") : licence.get("name")).asString());
      }
      String row = "\n| " + String.join(" or ", licences) + " ";
      assertTrue(page.contains(row), part.get("name") + ": docs/licences.md lacks" + row);
    }
  }

  @Test
  void noPart_hasAKnownVulnerability() throws Exception {
    JsonNode list = JsonMapper.shared().readTree(Files.readString(ADVISORIES));
    LocalDate.parse(list.get("read").asString());
    Set<String> found = new TreeSet<>();
    for (JsonNode advisory : list.get("advisories")) {
      assertTrue(advisory.get("source").asString().startsWith("https://"), advisory.toString());
      for (Component each : components()) {
        if (each.artifact().equals(advisory.get("package").asString())
            && isAffected(each.version(), advisory.get("affected"))) {
          found.add(each.artifact() + " " + each.version() + " has " + advisory.get("ids"));
        }
      }
    }
    assertEquals(Set.of(), found, "take a fixed version (pom.xml, dependencyManagement)");
  }

  private static boolean isAffected(String version, JsonNode ranges) {
    Version own = Version.parse(version);
    for (JsonNode range : ranges) {
      if (own.compareTo(Version.parse(range.get("from").asString())) >= 0
          && own.compareTo(Version.parse(range.get("fixed").asString())) < 0) {
        return true;
      }
    }
    return false;
  }
}
