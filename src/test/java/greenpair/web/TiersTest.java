package greenpair.web;

import static greenpair.web.RestrictedEntries.MEMBERS;
import static greenpair.web.RestrictedEntries.SEERS;
import static greenpair.web.RestrictedEntries.seers;
import static greenpair.web.Signs.stands;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.web.auth.Route;
import io.javalin.http.HandlerType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// A catalog with restricted fields, each with a unique value: no route may disclose one to a
/// caller without access, in any format, find anything by it, or reveal how close a guess is.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TiersTest {
  private Path folder;
  private RestrictedCohort restricted;
  private Cohort cohort;
  private Client client;
  private RestrictedEntries entries;
  private Map<String, String> tokens;

  @BeforeAll
  void serve(@TempDir Path data) throws IOException {
    folder = data;
    restricted = new RestrictedCohort(data);
    cohort = restricted.cohort;
    client = restricted.client;
    entries = restricted.entries;
    tokens = restricted.tokens;
  }

  @AfterAll
  void stop() {
    restricted.close();
  }

  private List<String> addresses() {
    Set<String> all = new TreeSet<>();
    for (Route route : cohort.server.routes()) {
      // What has an older address is the same handler.
      if (!route.method().equals(HandlerType.GET)) {
        continue;
      }
      String of = route.path().replaceFirst(".*/([a-z{}]+)/\\{id}.*", "$1");
      entries.kinds.forEach(
          (id, kind) -> {
            String named = isOf(of, kind) ? id : "x";
            String path = route.path().replace("{kind}", kind.word()).replace("{id}", named);
            all.add(path.replaceAll("\\{[a-z]+}", "x"));
          });
    }
    for (String base : List.of("/api/v1/search", "/api/v1/suggestions", "/")) {
      for (String sign : SEERS.keySet()) {
        all.add(base + "?q=" + sign);
      }
    }
    restricted.introductions.forEach(
        id -> {
          all.add("/introductions/" + id);
          all.add("/introductions/" + id + "/letter");
          all.add("/api/v1/introductions/" + id + "/letter");
        });
    all.add("/introductions?city=cn-jilin&kind=firm&partner=byd&need=" + entries.need.id());
    all.add("/api/v1/search?kind=financier&ticket=1m_to_10m");
    all.add("/api/v1/search?kind=need&ticket=1m_to_10m&limit=100");
    all.add("/api/v1/cities/cn-jilin/recommendations?kind=financier&limit=100");
    all.add("/api/v1/needs/" + entries.need.id() + "/recommendations?kind=financier&limit=100");
    all.add("/cities/cn-jilin?need=" + entries.need.id() + "&kind=financier");
    return List.copyOf(all);
  }

  /// Whether what a part of an address names may be an entry of this kind.
  private static boolean isOf(String part, Kind kind) {
    return switch (part) {
      case "cities" -> kind == Kind.CITY;
      case "needs" -> kind == Kind.NEED;
      case "partners" -> kind.isPartner();
      default -> part.equals("{kind}");
    };
  }

  @Test
  void noAddress_givesARestrictedValueToWhomItIsNotFor() {
    List<String> leaks = new ArrayList<>();
    for (Map.Entry<String, String> who : tokens.entrySet()) {
      for (String path : addresses()) {
        for (String format : formats(path, who.getKey())) {
          boolean isBare = path.startsWith("/api/v1/suggestions");
          String asked = isBare ? path : path + (path.contains("?") ? "&" : "?") + format;
          Client.Reply reply = client.as(who.getValue(), "GET", asked, "");
          assertTrue(reply.status() < 500, asked + " " + reply.text());
          String text = plain(reply).replace(path, "");
          SEERS.forEach(
              (sign, seers) -> {
                boolean isHidden = !seers.contains(who.getKey()) && !isEcho(sign, path);
                if (isHidden && stands(sign, text)) {
                  leaks.add(who.getKey() + " " + asked + ": " + sign);
                }
              });
        }
      }
    }
    assertEquals(List.of(), leaks);
  }

  /// A search page shows what was typed.
  private static boolean isEcho(String sign, String path) {
    return path.endsWith("q=" + sign);
  }

  /// Tables are made of the JSON; two of the roles see that they hold no more.
  private static List<String> formats(String path, String who) {
    boolean isTable = !path.contains("suggestions") && !path.equals("/");
    return switch (who) {
      case "anonymous" ->
          isTable ? List.of("lang=en", "lang=zh&format=xlsx") : List.of("lang=en", "lang=zh");
      case "others" -> isTable ? List.of("lang=zh", "lang=en&format=csv") : List.of("lang=zh");
      default -> List.of("lang=en");
    };
  }

  private String plain(Client.Reply reply) {
    byte[] body = reply.response().body();
    if (!reply.header("Content-Type").contains("openxmlformats")) {
      return reply.text();
    }
    try {
      Path file = Files.createTempFile(folder, "sheet", ".xlsx");
      Files.write(file, body);
      StringBuilder all = new StringBuilder();
      try (ZipFile zip = new ZipFile(file.toFile())) {
        for (ZipEntry each : zip.stream().toList()) {
          all.append(new String(zip.getInputStream(each).readAllBytes(), StandardCharsets.UTF_8));
        }
      }
      Files.delete(file);
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void entry_showsEachFieldToThoseItIsFor_andPrivateReadsAreAudited() {
    Map<String, List<String>> signs =
        Map.of(
            "/api/v1/entries/need/" + entries.need.id(),
            List.of("9483217"),
            "/api/v1/cities/cn-jilin",
            List.of("9483217", "zylocityperson"),
            "/api/v1/entries/financier/" + entries.financier.id(),
            List.of("8765432", "zyloterms", "zylobankperson"),
            "/api/v1/entries/firm/byd",
            List.of("zylofirmperson"),
            "/api/v1/entries/firm/new-flyer",
            List.of("qexafirmperson"),
            "/api/v1/entries/deployment/" + entries.deployment.id(),
            List.of("zylocost", "zylooutcome"));
    signs.forEach(
        (path, values) ->
            tokens.forEach(
                (who, token) -> {
                  Client.Reply reply = client.as(token, "GET", path, "");
                  boolean isPrivate = false;
                  for (String sign : values) {
                    boolean seen = seers(sign).contains(who);
                    assertEquals(seen, stands(sign, reply.text()), who + " " + path + " " + sign);
                    isPrivate |= seen && !seers(sign).contains("reader");
                  }
                  assertEquals(
                      who.equals("anonymous") ? "no-cache" : "private, no-cache",
                      reply.header("Cache-Control"));
                  String id = reply.header("X-Request-Id");
                  assertEquals(isPrivate, isAudited(id), who + " " + path);
                }));
  }

  /// Pages show contact persons to callers who may see them, and each such access is audited.
  @ParameterizedTest
  @CsvSource({
    "/partners/firm/byd, zylofirmperson",
    "/partners/firm/new-flyer, qexafirmperson",
    "/partners/financier/adb, zylobankperson",
    "/cities/cn-jilin, zylocityperson",
    "/cities/cn-jilin/brief, zylocityperson",
    "INTRODUCTION, zylofirmperson",
    "INTRODUCTION/letter, zylofirmperson",
    "INTRODUCTION/letter, zylocityperson"
  })
  void page_showsContactPersons_toThoseTheyAreFor(String page, String sign) {
    String path =
        page.replace("INTRODUCTION", "/introductions/" + restricted.introductions.getFirst());
    for (String who : MEMBERS) {
      Client.Reply reply =
          client.as(
              tokens.getOrDefault(who, ""), "GET", path + "?lang=en", "", "Accept", "text/html");
      boolean isShown = reply.text().contains(sign);
      if (reply.status() == 200) {
        assertEquals(seers(sign).contains(who), isShown, who + " " + path);
        boolean isPrivate = isShown && !seers(sign).contains("reader");
        assertTrue(!isPrivate || isAudited(reply.header("X-Request-Id")), who + " " + path);
      } else {
        assertFalse(isShown, who + " " + path);
      }
    }
  }

  private boolean isAudited(String request) {
    String operator = tokens.getOrDefault("operator", "");
    return client
        .as(operator, "GET", "/api/v1/audit?limit=5", "")
        .json()
        .get("items")
        .valueStream()
        .anyMatch(
            each ->
                each.get("request").stringValue().equals(request)
                    && each.get("action").stringValue().equals("private.read"));
  }

  @Test
  void restrictedValue_findsNothing() {
    for (String sign : SEERS.keySet()) {
      for (String token : tokens.values()) {
        JsonNode found = client.as(token, "GET", "/api/v1/search?q=" + sign, "").json();
        assertEquals(0, found.get("hits").size(), sign);
        JsonNode typed = client.as(token, "GET", "/api/v1/suggestions?q=" + sign, "").json();
        assertEquals(0, typed.get("suggestions").size(), sign);
      }
    }
    String narrowed = "/api/v1/search?kind=financier&limit=100&ticket=";
    for (String size : List.of("below_1m", "1m_to_10m", "10m_to_100m", "above_100m")) {
      String coordinator = tokens.getOrDefault("coordinator", "");
      String found = client.as(coordinator, "GET", narrowed + size, "").text();
      assertFalse(found.contains("\"id\":\"" + entries.financier.id() + "\""), size);
    }
  }

  @Test
  void ranking_usesIt_andSaysOnlyThatACriterionIsMet() {
    String path = "/api/v1/cities/cn-jilin/recommendations?kind=financier&limit=100&lang=";
    String english = client.get(path + "en").text();
    assertTrue(english.contains("A confidential criterion is met."), () -> gates(english));
    assertFalse(english.contains("The deal is within its usual size."), "of a hidden budget");
    assertFalse(
        english.contains("at least ten times") || english.contains("outside the sizes"),
        "of a hidden budget");
    assertTrue(client.get(path + "zh").text().contains("符合一项不公开的条件"));
    for (String token : tokens.values()) {
      assertEquals(english, client.as(token, "GET", path + "en", "").text());
    }
  }

  private static String gates(String answer) {
    return Client.parse(answer.getBytes(StandardCharsets.UTF_8)).findValues("gates").toString();
  }

  @Test
  void budgetTypedIn_isNotHeldAgainstAHiddenTicket() {
    Set<String> parts = new TreeSet<>();
    for (long budget : List.of(1_000L, 8_765_431L, 8_765_433L, 90_000_000_000L)) {
      String body =
          """
          {"city": "cn-jilin", "kind": "financier", "limit": 100,
           "technologies": ["%s"], "budget": {"min": %d, "max": %d, "currency": "USD"}}
          """
              .formatted(entries.financier.technologies().getFirst(), budget, budget);
      Client.Reply reply = client.post(body);
      assertEquals(200, reply.status(), reply.text());
      for (JsonNode each : reply.json().findParents("id")) {
        if (each.path("id").asString("").equals(entries.financier.id().value())) {
          parts.add("" + each.path("score") + each.path("gates") + each.path("explanation"));
        }
      }
    }
    assertEquals(1, parts.size(), parts.toString());
  }
}
