package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.program.access.Caller.Role;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The demonstration with invented experts: what is recommended, excluded, found and shown.
class ExpertsTest {
  /// A need of Shenzhen for vehicle-to-grid and virtual power plants; BYD already works on it.
  private static final String NEED = "cn-shenzhen-n1";

  private static final String FREE = "\"declared\":\"2026-05\",\"languages\":[\"zh\"],";

  /// Each invented; the id says what is particular.
  private static final List<String> EXPERTS =
      List.of(
          expert("x-proven", "GRD.FLX.VPP", FREE + "\"days\":{\"count\":30},"),
          expert("x-wide", "GRD", ""),
          expert("x-other-field", "WST", FREE),
          expert("x-tied", "GRD.FLX.VPP", FREE + conflict("firm", "byd")),
          expert("x-employed", "GRD.FLX.VPP", FREE + "\"affiliation\":{\"firm\":\"byd\"},"),
          expert("x-official", "GRD.FLX.VPP", FREE + "\"affiliation\":{\"city\":\"cn-shenzhen\"},"),
          expert("x-elsewhere", "GRD.FLX.VPP", FREE + conflict("city", "cn-jilin")),
          expert("x-foreign", "GRD.FLX.VPP", "\"languages\":[\"en\",\"fr-CA\"],"),
          expert("x-busy", "GRD.FLX.VPP", FREE + "\"days\":{\"count\":0},"),
          expert("x-late", "GRD.FLX.VPP", FREE + "\"days\":{\"count\":9,\"until\":\"2019\"},"),
          expert("x-soon", "GRD.FLX.VPP", FREE + "\"days\":{\"count\":9,\"from\":\"2199-03\"},"),
          expert(
              "x-quiet",
              "GRD.FLX.VPP",
              FREE + "\"days\":{\"count\":357},\"restricted\":{\"days\":\"programme\"},"),
          "{\"kind\":\"deployment\",\"id\":\"x-advised\",\"name\":{\"en\":\"Invented plant\"},"
              + "\"technologies\":[\"GRD.FLX.VPP\"],\"city\":\"cn-beijing\",\"grade\":\"A\","
              + "\"status\":\"operating\",\"end\":2025,\"experts\":[\"x-proven\"],"
              + source()
              + "}");

  /// Deployments of the city before that of BYD, of which none may hide the conflict.
  private static final String MANY =
      "{\"kind\":\"deployment\",\"id\":\"x-many-%d\",\"name\":{\"en\":\"Invented heap\"},"
          + "\"technologies\":[\"WST\"],\"city\":\"cn-shenzhen\",\"grade\":\"D\","
          + source()
          + "}";

  @TempDir private static Path folder;
  private static Cohort cohort;

  private static String source() {
    return "\"provenance\":[{\"source\":\"https://example.org/entry\",\"verified\":true}]";
  }

  private static String conflict(String kind, String id) {
    return "\"conflicts\":[{\"%s\":\"%s\",\"provenance\":{\"source\":\"https://example.org/interests\",\"verified\":true}}],"
        .formatted(kind, id);
  }

  private static String expert(String id, String code, String fields) {
    return "{\"kind\":\"expert\",\"id\":\"%s\",\"name\":{\"en\":\"Invented %s\",\"zh\":\"虚构%s\"},\"technologies\":[\"%s\"],%s%s}"
        .formatted(id, id, id, code, fields, source());
  }

  @BeforeAll
  static void serve() throws IOException {
    cohort = Cohort.served(folder);
    List<Entry> all = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      all.add(read(MANY.formatted(i)));
    }
    all.addAll(cohort.fixtures());
    EXPERTS.forEach(line -> all.add(read(line)));
    cohort.serve(all);
  }

  @AfterAll
  static void close() {
    cohort.close();
  }

  private static Entry read(String line) {
    return cohort.json.decode(line.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode get(String path) {
    Client.Reply reply = cohort.client().get("/api/v1" + path);
    assertEquals(200, reply.status(), reply::text);
    return reply.json();
  }

  private static List<String> ids(JsonNode list) {
    return list.valueStream().map(each -> each.path("id").asString()).toList();
  }

  private static Document page(String path, String language) {
    Client.Reply reply =
        cohort.client().get(path, "Accept", "text/html,*/*", "Accept-Language", language);
    assertEquals(200, reply.status(), path);
    return Jsoup.parse(reply.text());
  }

  private static JsonNode answer() {
    return get("/needs/" + NEED + "/recommendations?kind=expert&limit=50");
  }

  @Test
  void expertsOfTheField_areRecommended_provenFirst() {
    List<String> ids = ids(answer().get("recommendations"));
    assertEquals("x-proven", ids.getFirst());
    assertTrue(ids.containsAll(List.of("x-elsewhere", "x-quiet")), ids::toString);
    assertFalse(ids.contains("x-other-field"), ids::toString);
  }

  @Test
  void partsOfEveryScore_addUp_andReasonsNameLanguageDaysAndCase() {
    for (JsonNode each : answer().get("recommendations")) {
      long sum =
          each.at("/explanation/parts")
              .valueStream()
              .mapToLong(part -> Math.round(part.path("contribution").asDouble() * 1e6))
              .sum();
      assertEquals(Math.round(each.path("score").asDouble() * 1e6), sum, each::toString);
    }
    String reason = answer().at("/recommendations/0/reason/en").asString();
    assertTrue(reason.contains("Works in a language of the city."), reason);
    assertTrue(reason.contains("Days available in a year: 30."), reason);
    assertTrue(reason.contains("Invented plant (2025, grade A)"), reason);
    String chinese = answer().at("/recommendations/0/reason/zh").asString();
    assertTrue(chinese.contains("每年可投入30天"), chinese);
  }

  @Test
  void gates_excludeConflictLanguageAndDays_withTheirOwnSources() {
    Map<String, String> gates =
        answer()
            .get("excluded")
            .valueStream()
            .collect(
                Collectors.toMap(
                    each -> each.path("id").asString(), each -> each.path("gate").asString()));
    assertEquals(
        Map.of(
            "x-tied", "conflict",
            "x-employed", "conflict",
            "x-official", "conflict",
            "x-foreign", "language",
            "x-busy", "days",
            "x-late", "days"),
        gates);
    for (JsonNode each : answer().get("excluded")) {
      String source = each.at("/source/source").asString();
      boolean isStated = each.path("id").asString().equals("x-tied");
      assertEquals("https://example.org/" + (isStated ? "interests" : "entry"), source);
    }
    assertTrue(answer().toString().contains("No interests have been declared"));
    assertTrue(
        answer().toString().contains("Has days available for the programme only from March 2199."));
  }

  @Test
  void restrictedDays_areNeitherShownNorRanked() {
    assertFalse(cohort.client().get("/api/v1/entries/expert/x-quiet").text().contains("357"));
    assertFalse(cohort.client().get("/partners/expert/x-quiet").text().contains("357"));
    String token = cohort.token("Reader", Role.READER);
    String seen = cohort.client().as(token, "GET", "/partners/expert/x-quiet", "").text();
    assertTrue(seen.contains("357"));
    JsonNode quiet =
        answer()
            .get("recommendations")
            .valueStream()
            .filter(each -> each.path("id").asString().equals("x-quiet"))
            .findFirst()
            .orElseThrow();
    assertTrue(quiet.get("unknowns").toString().contains("Days available"), quiet::toString);
  }

  @Test
  void opportunities_ofAnExpert_areTheNeedsOfItsField() {
    JsonNode found = get("/partners/x-proven/opportunities?kind=expert");
    assertTrue(
        found
            .get("opportunities")
            .valueStream()
            .anyMatch(each -> each.path("need").asString().equals(NEED)),
        found::toString);
    assertNull(found.at("/opportunities/0").get("sides"));
  }

  @Test
  void pagesOfCityNeedAndExpert_showIt_inBothLanguages() {
    for (String language : List.of("en", "zh")) {
      Document need = page("/cities/cn-shenzhen?need=" + NEED, language);
      String name = language.equals("en") ? "Invented x-proven" : "虚构x-proven";
      assertTrue(need.select("section[aria-labelledby=experts]").text().contains(name), need::text);
      String city = page("/cities/cn-shenzhen", language).text();
      assertTrue(city.contains(name), city);
      Document expert = page("/partners/expert/x-proven", language);
      assertTrue(
          expert.text().contains(language.equals("en") ? "30 days a year" : "每年30天"), expert::text);
      assertTrue(
          page("/partners/expert/x-tied", language)
              .text()
              .contains(
                  language.equals("en")
                      ? "(source: https://example.org/interests)"
                      : "（来源：https://example.org/interests）"));
    }
  }

  @Test
  void catalogWithoutExperts_saysSoOnlyToWhoAsks() throws IOException {
    try (Cohort plain = Cohort.served(folder.resolve("plain"))) {
      JsonNode answer =
          plain.client().get("/api/v1/needs/" + NEED + "/recommendations?kind=expert").json();
      assertEquals("The catalog lists no experts.", answer.at("/message/en").asString());
      assertEquals("目录中尚未收录专家。", answer.at("/message/zh").asString());
      String city = "/cities/" + NEED.substring(0, NEED.lastIndexOf('-'));
      for (String page : List.of(city, city + "?need=" + NEED)) {
        assertFalse(page(plain, page).contains("The catalog lists no experts."), page);
      }
    }
  }

  private static String page(Cohort cohort, String path) {
    return cohort.client().get(path, "Accept", "text/html").text();
  }
}
