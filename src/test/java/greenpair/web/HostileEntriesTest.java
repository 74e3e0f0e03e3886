package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Entry;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A catalog whose every free text is an attack: none of it may become markup, an attribute, a
/// script or an address that runs one, on any page, in any language.
@Tag("slow")
class HostileEntriesTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  /// Ends a text, an attribute in either quotes, a comment, a title, a style and a script.
  private static final String EVIL =
      "'\"--></title></style></script><script>alert(1)</script><img src=x onerror=alert(2)>"
          + "<svg/onload=alert(3)>\" onmouseover=\"alert(4) {{7*7}} ${7*7} \u200f";

  /// Of attributes, which have at most 100 characters.
  private static final String SHORT = "'\"></title><script>alert(8)</script>";

  /// Fields that hold addresses. A website of another scheme is not read at all; a source may be
  /// any text, unless it is that of a party.
  private static final Map<String, String> ADDRESSES =
      Map.of(
          "website", "https://example.org/'\"><script>alert(5)</script>",
          "contact", "http://example.org/'\"onmouseover=\"alert(7)",
          "source", " jAvAsCrIpT:alert(6)//https://example.org");

  /// Fields whose values come from a closed list or have a form of their own.
  private static final Set<String> KEPT =
      Set.of(
          ("kind id technologies instruments type city firms financiers country "
                  + "koppen heating_network scope bound sort sector investment stage role "
                  + "origin buys delivery funding roles result status grade currency suits "
                  + "avoid borrowers unverified in unclear never retrieved memberships "
                  + "building_zone excludes replaces budget stated state since by due "
                  + "identifiers status_date seen ticket deals terms uses cost outcome "
                  + "measure basis firm fields published")
              .split(" ", -1));

  private static final int PART = new Random().nextInt(4);

  private static Cohort cohort;
  private static Client client;

  @BeforeAll
  static void serve(@TempDir Path data) throws IOException {
    greenpair.registry.format.CatalogJson codec =
        new greenpair.registry.format.CatalogJson(CohortRules.READ.taxonomy());
    cohort = new Cohort(data, Cohort.SETTINGS, codec, InstantSource.system());
    List<Entry> entries = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("fixtures"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".jsonl")).sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          JsonNode node = MAPPER.readTree(line);
          poison((ObjectNode) node, EVIL);
          entries.add(codec.decode(MAPPER.writeValueAsBytes(node)));
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    cohort.publish(entries);
    cohort.server.start("127.0.0.1", 0);
    client = cohort.client();
  }

  @AfterAll
  static void stop() {
    cohort.close();
  }

  private static void poison(ObjectNode node, String evil) {
    for (String name : List.copyOf(node.propertyNames())) {
      JsonNode value = node.get(name);
      if (value.isString() && ADDRESSES.containsKey(name)) {
        // The source of a party is an address.
        node.put(name, ADDRESSES.get(node.has("role") ? "website" : name));
      } else if (value.isString() && !isKept(name, node)) {
        node.put(name, value.asString() + evil);
      } else if (value instanceof ObjectNode inner) {
        poison(inner, name.equals("attributes") ? SHORT : evil);
      } else if (value instanceof ArrayNode list && !KEPT.contains(name)) {
        poison(list, evil);
      }
    }
  }

  /// A region is an ISO code, except that of a grid, which is a name.
  private static boolean isKept(String name, ObjectNode node) {
    boolean isName = Set.of("region", "city").contains(name) && node.has("factor");
    return !isName && (KEPT.contains(name) || name.equals("region"));
  }

  private static void poison(ArrayNode list, String evil) {
    for (int i = 0; i < list.size(); i++) {
      JsonNode value = list.get(i);
      if (value.isString()) {
        list.set(i, MAPPER.getNodeFactory().stringNode(value.asString() + evil));
      } else if (value instanceof ObjectNode inner) {
        poison(inner, evil);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void hostileTexts_stayTexts_onEveryPage(String language) {
    List<String> pages =
        new ArrayList<>(List.of("/", "/cities", "/cohort", "/opportunities", "/registries"));
    pages.add("/?q=" + Client.encode("bus " + EVIL));
    pages.add("/?kind=firm&city=cn-jilin&near=city");
    pages.add("/compare?ids=sol-lgt-led&ids=" + Client.encode(EVIL));
    for (Entry entry : cohort.fixtures()) {
      // The templates are the same for all: each language takes a quarter, others in each build.
      if (Math.floorMod(entry.id().hashCode(), 4) != (PART + (language.equals("en") ? 0 : 2)) % 4) {
        continue;
      }
      switch (entry.kind()) {
        case CITY -> {
          pages.add("/cities/" + entry.id());
          pages.add("/cities/" + entry.id() + "/brief");
        }
        case NEED ->
            pages.add("/cities/" + ((greenpair.catalog.Need) entry).city() + "?need=" + entry.id());
        case FIRM, FINANCIER, EXPERT ->
            pages.add("/partners/" + entry.kind().word() + "/" + entry.id());
        case SOLUTION -> pages.add("/solutions/" + entry.id());
        case DEPLOYMENT, PROGRAMME -> {}
      }
    }
    Set<String> faults = new TreeSet<>();
    int shown = 0;
    for (String path : pages) {
      Client.Reply reply = client.get(path, "Accept", "text/html", "Accept-Language", language);
      assertEquals(200, reply.status(), path);
      Document document = Jsoup.parse(reply.text());
      shown += document.text().contains("alert(1)") ? 1 : 0;
      faults.addAll(faults(path, document));
    }
    assertEquals(Set.of(), faults);
    assertTrue(shown > 80, "only " + shown + " pages show the hostile texts: nothing was tried");
  }

  private static List<String> faults(String path, Document document) {
    List<String> faults = new ArrayList<>();
    if (document.select("script").size() != 1 || !document.select("img, style, iframe").isEmpty()) {
      faults.add(path + " holds a foreign element: " + document.select("script, img, style"));
    }
    for (Element each : document.getAllElements()) {
      for (Attribute attribute : each.attributes()) {
        String value = attribute.getValue().toLowerCase(java.util.Locale.ROOT);
        if (attribute.getKey().startsWith("on") || attribute.getKey().contains("<")) {
          faults.add(path + " has the attribute " + attribute.getKey());
        }
        if (Set.of("href", "src", "action").contains(attribute.getKey())
            && value.contains("script:")) {
          faults.add(path + " leads to " + value);
        }
      }
    }
    return faults;
  }

  @Test
  void hostileAddresses_areNotBelieved() {
    Set<String> seen = new HashSet<>();
    for (String path :
        List.of(
            "/?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
            "/?technology=%22%3E%3Cscript%3E&kind=%3Cscript%3E",
            "/cities/%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E",
            "/cities?x=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
            "/cities?lang=%22%3E%3Cscript%3E")) {
      Client.Reply reply = client.get(path, "Accept", "text/html");
      seen.add(path);
      assertEquals(List.of(), faults(path, Jsoup.parse(reply.text())), path);
      assertEquals(
          List.of(),
          reply.response().headers().map().keySet().stream()
              .filter(name -> name.equalsIgnoreCase("x-evil"))
              .toList());
    }
    assertEquals(5, seen.size());
  }
}
