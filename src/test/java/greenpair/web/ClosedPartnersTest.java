package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.Language;
import greenpair.catalog.Partner;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// A closed or bankrupt partner is marked wherever its name stands: on every page, in every answer
/// of the API, and in tables.
@Tag("slow")
class ClosedPartnersTest {
  @RegisterExtension static final Served SERVED = Served.shared();

  private static final Set<String> WORDS =
      Set.of("out of business", "bankrupt", "已停业", "已破产", "It has closed", "It is reported closed");
  private static final Set<String> STATES = Set.of("closed", "bankrupt");

  /// The closed and bankrupt partners of the fixtures, by the address of their page.
  private static Map<String, Entry> gone = Map.of();

  private static Map<String, Entry> gone() {
    if (gone.isEmpty()) {
      gone = read();
    }
    return gone;
  }

  private static Map<String, Entry> read() {
    return SERVED.cohort().fixtures().stream()
        .filter(each -> each.kind().isPartner())
        .filter(
            each -> {
              Partner.Status status = Entry.partner(each).status();
              return status != null && status.isGone();
            })
        .collect(
            Collectors.toMap(
                each -> "/partners/" + each.kind().word() + "/" + each.id(), Function.identity()));
  }

  /// Needs whose cases and lessons name such partners: solar, hydrogen buses, bus fleets.
  private static final List<String> NEEDS =
      List.of(
          "cn-beijing:cn-beijing-n2",
          "cn-beijing:cn-beijing-n3",
          "us-ca-sacramento:us-ca-sacramento-n3");

  private static Stream<String> pages() {
    Stream<String> partners =
        gone().entrySet().stream()
            .flatMap(each -> Stream.of(each.getKey(), "/?q=" + word(each.getValue())));
    Stream<String> needs =
        NEEDS.stream()
            .map(each -> each.split(":"))
            .map(each -> "/cities/" + each[0] + "?need=" + each[1]);
    Stream<String> others =
        Stream.of(
            "/cities/us-ca-sacramento",
            "/cities/us-ca-sacramento/brief",
            "/solutions/sol-ene-sol-rof",
            "/solutions/sol-trn-pub-ebs",
            "/partners/firm/byd",
            "/partners/financier/cec",
            "/compare?ids=firm:byd&ids=firm:wuzhoulong");
    return Stream.of(partners, needs, others).flatMap(each -> each);
  }

  private static String word(Entry entry) {
    return URLEncoder.encode(entry.name().best(Language.EN), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void everyPage_marksItBesideItsName(String language) {
    Map<String, Entry> gone = gone();
    assertTrue(gone.size() > 10, "too few to test");
    Set<String> bare = new TreeSet<>();
    int[] seen = {0};
    pages()
        .distinct()
        .forEach(
            path -> {
              String address = path + (path.contains("?") ? "&" : "?") + "lang=" + language;
              Document page = SERVED.page(address);
              for (Element link : page.select("main a[href^=/partners/]")) {
                if (gone.containsKey(link.attr("href"))) {
                  seen[0]++;
                  String beside = java.util.Objects.requireNonNull(link.parent()).text();
                  if (WORDS.stream().noneMatch(beside::contains)) {
                    bare.add(address + ": " + beside);
                  }
                }
              }
              String title = page.select("h1").text();
              if (gone.containsKey(path) && WORDS.stream().noneMatch(title::contains)) {
                bare.add(address + ": " + title);
              }
            });
    assertEquals(Set.of(), bare);
    assertTrue(seen[0] > 50, () -> "found only " + seen[0]);
  }

  @Test
  void everyAnswer_statesItBesideTheName() {
    Set<String> bare = new TreeSet<>();
    int[] seen = {0};
    answers().forEach(path -> walk(path, SERVED.client().get(path).json(), bare, seen));
    assertEquals(Set.of(), bare);
    assertTrue(seen[0] > 100, () -> "found only " + seen[0]);
  }

  private static Stream<String> answers() {
    Stream<String> partners =
        gone().values().stream()
            .flatMap(
                each ->
                    Stream.of(
                        "/api/v1/entries/" + each.kind().word() + "/" + each.id(),
                        "/api/v1/search?q=" + word(each),
                        "/api/v1/suggestions?q=" + word(each)));
    Stream<String> needs =
        NEEDS.stream()
            .map(each -> "/api/v1/needs/" + each.substring(each.indexOf(':') + 1))
            .flatMap(
                each ->
                    Stream.of(
                        each + "/recommendations?limit=100&kind=firm",
                        each + "/recommendations?limit=100&kind=solution",
                        each + "/packages?limit=100"));
    return Stream.of(partners, needs, Stream.of("/api/v1/gaps")).flatMap(each -> each);
  }

  /// Every object with the id and the name of such a partner states its status, or the gate that it
  /// failed.
  private static void walk(String path, JsonNode node, Set<String> bare, int[] seen) {
    if (node.isObject()) {
      String id = node.path("id").asString("");
      boolean isNamed = node.has("name") || node.has("text");
      String kind = node.path("kind").asString("firm");
      if (isNamed && gone().containsKey("/partners/" + kind + "/" + id)) {
        seen[0]++;
        if (!STATES.contains(node.path("status").asString("")) && !node.has("gate")) {
          bare.add(path + ": " + node);
        }
      }
    }
    node.forEach(each -> walk(path, each, bare, seen));
  }

  @Test
  void everyTable_statesItInTheRow() {
    List<String> bare = new ArrayList<>();
    int[] seen = {0};
    for (Entry each : gone().values()) {
      String name = each.name().best(Language.EN);
      String table = SERVED.client().get("/api/v1/search?q=" + word(each) + "&format=csv").text();
      table
          .lines()
          .filter(line -> line.contains("," + name + ","))
          .forEach(
              line -> {
                seen[0]++;
                if (STATES.stream().noneMatch(line::contains)) {
                  bare.add(name + ": " + line);
                }
              });
    }
    assertEquals(List.of(), bare);
    assertTrue(seen[0] > 10, () -> "found only " + seen[0]);
  }
}
