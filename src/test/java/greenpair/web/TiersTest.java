package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Seeded;
import greenpair.catalog.City;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Financier;
import greenpair.catalog.Firm;
import greenpair.catalog.Kind;
import greenpair.catalog.Money;
import greenpair.catalog.Need;
import greenpair.catalog.Partner;
import greenpair.catalog.Partner.ContactPerson;
import greenpair.catalog.Profile;
import greenpair.catalog.Text;
import greenpair.catalog.Tier;
import greenpair.program.Role;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// A catalog with restricted fields, each with a unique value: no route may disclose one to a
/// caller without access, in any format, find anything by it, or reveal how close a guess is.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TiersTest {
  private static final EntryId JILIN = new EntryId("cn-jilin");
  private static final String OTHERS = "us-ca-oakland";

  private static final Set<String> ABOVE = Set.of("coordinator", "operator");
  private static final Set<String> STAFF = Set.of("staff", "coordinator", "operator");
  private static final Set<String> MEMBERS =
      Set.of("reader", "others", "staff", "coordinator", "operator");

  /// Who may see which value: every field that can be restricted, in both tiers.
  private static final Map<String, Set<String>> SEERS =
      Map.ofEntries(
          Map.entry("7654321", STAFF), // budgets of Jilin
          Map.entry("7321987", MEMBERS),
          Map.entry("8765432", ABOVE), // tickets
          Map.entry("8321976", MEMBERS),
          Map.entry("6543217", ABOVE), // deals
          Map.entry("6219873", MEMBERS),
          Map.entry("zyloterms", MEMBERS),
          Map.entry("qexaterms", ABOVE),
          Map.entry("zylocost", STAFF), // of cases in Jilin
          Map.entry("qexacost", MEMBERS),
          Map.entry("zylooutcome", MEMBERS),
          Map.entry("qexaoutcome", STAFF),
          Map.entry("zylofirmperson", ABOVE), // contact persons
          Map.entry("qexafirmperson", MEMBERS),
          Map.entry("zylobankperson", ABOVE),
          Map.entry("zylocityperson", STAFF));

  private static final String PERSONS = "contact_persons";

  private Path folder;
  private Cohort cohort;
  private Client client;

  // Set while the fixtures are read.
  @SuppressWarnings("NullAway.Init")
  private Need need;

  @SuppressWarnings("NullAway.Init")
  private Financier financier;

  @SuppressWarnings("NullAway.Init")
  private EntryId otherFinancier;

  @SuppressWarnings("NullAway.Init")
  private Deployment deployment;

  /// The entries that hold them, and their city.
  private final Map<String, Kind> kinds = new TreeMap<>(Map.of(JILIN.value(), Kind.CITY));

  private static final Map<String, String> FIRMS =
      Map.of("byd", "zylofirmperson", "new-flyer", "qexafirmperson");

  /// Introductions of those who have contact persons.
  private final List<String> introductions = new ArrayList<>();

  /// The link of a list that holds them and is shared with everybody who is signed in.
  private String link = "";

  private final Map<String, String> tokens = new LinkedHashMap<>();

  @BeforeAll
  void serve(@TempDir Path data) throws IOException {
    folder = data;
    cohort =
        new Cohort(
            data,
            Cohort.SETTINGS,
            new greenpair.registry.CatalogJson(
                new greenpair.registry.config.ConfigFolder(Path.of("index-config")).taxonomy()),
            InstantSource.system());
    List<Entry> entries = new ArrayList<>();
    for (Entry each : cohort.fixtures()) {
      entries.add(restricted(each));
    }
    cohort.publish(entries);
    cohort.server.start("127.0.0.1", 0);
    client = cohort.client();
    // Callers with full access come first: their cached answers must not reach others.
    tokens.put("operator", cohort.token("Op", Role.OPERATOR));
    tokens.put("coordinator", cohort.token("Co", Role.COORDINATOR));
    tokens.put("staff", cohort.token("St", Role.CITY, JILIN.value()));
    tokens.put("others", cohort.token("Ot", Role.CITY, OTHERS));
    tokens.put("reader", cohort.token("Re", Role.READER));
    tokens.put("anonymous", "");
    for (List<String> named : List.of(List.of("firm", "byd"), List.of("financier", "adb"))) {
      String body =
          "{\"city\":\"cn-jilin\",\"kind\":\"%s\",\"partner\":\"%s\"}"
              .formatted(named.getFirst(), named.getLast());
      Client.Reply made =
          client.as(tokens.getOrDefault("staff", ""), "POST", "/api/v1/introductions", body);
      introductions.add(made.json().get("id").asString());
    }
    link = sharedList();
  }

  private String sharedList() {
    List<String> items = new ArrayList<>();
    kinds.forEach(
        (id, kind) -> {
          if (Set.of(Kind.NEED, Kind.FIRM, Kind.FINANCIER).contains(kind)) {
            items.add("{\"kind\":\"%s\",\"entry\":\"%s\"}".formatted(kind.word(), id));
          }
        });
    String list = "{\"name\":\"All\",\"items\":[" + String.join(",", items) + "]}";
    String operator = tokens.getOrDefault("operator", "");
    String path = client.as(operator, "POST", "/api/v1/lists", list).header("Location");
    String share = "{\"role\":\"reader\"}";
    Client.Reply shared = client.as(operator, "PUT", path + "/share", share);
    return shared.json().get("link").asString();
  }

  @AfterAll
  void stop() {
    cohort.close();
  }

  private Entry restricted(Entry entry) {
    if (entry instanceof Need one && one.city().equals(JILIN) && !isSeededTwice(Kind.NEED)) {
      boolean isFirst = need == null;
      Tier tier = isFirst ? Tier.PRIVATE : Tier.PROGRAMME;
      double budget = isFirst ? 7_654_321 : 7_321_987;
      Need seeded =
          new Need(
              profile(one, Map.of("budget", tier)),
              one.city(),
              one.instruments(),
              new Money(budget, budget, "USD"),
              one.stage(),
              one.attributes());
      need = isFirst ? seeded : need;
      kinds.put(seeded.id().value(), Kind.NEED);
      return seeded;
    }
    if (entry instanceof Financier one) {
      boolean isFirst = one.id().value().equals("adb");
      if (isFirst) {
        financier =
            financier(
                one,
                Map.of(
                    "ticket",
                    Tier.PRIVATE,
                    "deals",
                    Tier.PRIVATE,
                    "terms",
                    Tier.PROGRAMME,
                    PERSONS,
                    Tier.PRIVATE),
                new Money(1.0, 8_765_432.0, "USD"),
                new Money(6_543_217.0, 6_543_217.0, "USD"),
                new Text("zyloterms", "zyloterms条款"));
        return financier;
      }
      if (otherFinancier == null) {
        otherFinancier = one.id();
        return financier(
            one,
            Map.of("ticket", Tier.PROGRAMME, "deals", Tier.PROGRAMME, "terms", Tier.PRIVATE),
            new Money(1.0, 8_321_976.0, "USD"),
            new Money(6_219_873.0, 6_219_873.0, "USD"),
            new Text("qexaterms", "qexaterms条款"));
      }
      return entry;
    }
    if (entry instanceof Firm one && FIRMS.containsKey(one.id().value())) {
      kinds.put(one.id().value(), Kind.FIRM);
      boolean isPrivate = one.id().value().equals("byd");
      return new Firm(
          profile(one, Map.of(PERSONS, isPrivate ? Tier.PRIVATE : Tier.PROGRAMME)),
          partner(one.partner(), FIRMS.getOrDefault(one.id().value(), "")),
          one.role(),
          one.founded());
    }
    if (entry instanceof City one && one.id().equals(JILIN)) {
      return new City(
          profile(one, Map.of(PERSONS, Tier.PRIVATE)),
          one.country(),
          one.region(),
          one.regionName(),
          one.place(),
          one.population(),
          one.koppen(),
          one.buildingZone(),
          one.heatingNetwork(),
          one.grid(),
          one.target(),
          one.memberships(),
          one.website(),
          one.contact(),
          List.of(person("zylocityperson")));
    }
    if (entry instanceof Deployment one && deployment == null) {
      deployment =
          deployment(
              one,
              Map.of("cost", Tier.PRIVATE, "outcome", Tier.PROGRAMME),
              new Text("zylocost", null),
              new Text("zylooutcome", "zylooutcome成果"));
      return deployment;
    }
    if (entry instanceof Deployment one && !isSeededTwice(Kind.DEPLOYMENT)) {
      return deployment(
          one,
          Map.of("cost", Tier.PROGRAMME, "outcome", Tier.PRIVATE),
          new Text("qexacost", "qexacost"),
          new Text("qexaoutcome", null));
    }
    return entry;
  }

  private static ContactPerson person(String sign) {
    return new ContactPerson(
        new Text(sign, sign), new Text("Sales", "销售"), sign + "@example.org", "+1 510 555 0100");
  }

  private static Partner partner(Partner one, String sign) {
    return new Partner(
        one.aliases(),
        one.identifiers(),
        one.headquarters(),
        one.status(),
        one.statusDate(),
        one.seen(),
        one.statusNote(),
        one.market(),
        one.website(),
        one.contact(),
        List.of(person(sign)));
  }

  private boolean isSeededTwice(Kind kind) {
    return Collections.frequency(kinds.values(), kind) >= 2;
  }

  private Financier financier(
      Financier one, Map<String, Tier> restricted, Money ticket, Money deal, Text terms) {
    kinds.put(one.id().value(), Kind.FINANCIER);
    return new Financier(
        profile(one, restricted),
        restricted.containsKey(PERSONS) ? partner(one.partner(), "zylobankperson") : one.partner(),
        one.type(),
        one.instruments(),
        one.borrowers(),
        one.memberships(),
        ticket,
        List.of(deal),
        terms);
  }

  private Deployment deployment(
      Deployment one, Map<String, Tier> restricted, Text cost, Text outcome) {
    kinds.put(one.id().value(), Kind.DEPLOYMENT);
    return new Deployment(
        profile(one, restricted),
        JILIN,
        one.location(),
        one.inCity(),
        one.firms(),
        one.parties(),
        one.financiers(),
        one.instruments(),
        one.start(),
        one.end(),
        one.quantity(),
        one.attributes(),
        cost,
        outcome,
        one.status(),
        one.grade());
  }

  private static Profile profile(Entry entry, Map<String, Tier> restricted) {
    Profile open = entry.profile();
    return new Profile(
        open.id(),
        open.name(),
        open.description(),
        open.technologies(),
        open.provenance(),
        open.unverified(),
        restricted);
  }

  private List<String> addresses() {
    Set<String> all = new TreeSet<>();
    for (Routes.Route route : cohort.server.routes()) {
      // What has an older address is the same handler.
      if (!route.method().equals(HandlerType.GET)) {
        continue;
      }
      kinds.forEach(
          (id, kind) -> {
            String path = route.path().replace("{kind}", kind.word()).replace("{id}", id);
            all.add(path.replaceAll("\\{[a-z]+}", "x"));
          });
    }
    for (String base : List.of("/api/v1/search", "/api/v1/partners", "/api/v1/suggestions", "/")) {
      for (String sign : SEERS.keySet()) {
        all.add(base + "?q=" + sign);
      }
    }
    introductions.forEach(
        id -> {
          all.add("/introductions/" + id);
          all.add("/introductions/" + id + "/letter");
          all.add("/api/v1/introductions/" + id + "/letter");
        });
    all.add("/lists/shared/" + link);
    all.add("/api/v1/lists/shared/" + link);
    all.add("/introductions?city=cn-jilin&kind=firm&partner=byd&need=" + need.id());
    all.add("/api/v1/search?kind=financier&ticket=1m_to_10m");
    all.add("/api/v1/search?kind=need&ticket=1m_to_10m&limit=100");
    all.add("/api/v1/cities/cn-jilin/recommendations?kind=financier&limit=100");
    all.add("/api/v1/needs/" + need.id() + "/recommendations?kind=financier&limit=100");
    all.add("/cities/cn-jilin?need=" + need.id() + "&kind=financier");
    return List.copyOf(all);
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
                boolean shown = stands(sign, text) && !isEcho(sign, path);
                if (shown && !seers.contains(who.getKey())) {
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
    boolean isTable = path.startsWith("/api/v1/") && !path.contains("suggestions");
    return isTable && Set.of("anonymous", "others").contains(who)
        ? List.of("lang=en", "lang=zh", "lang=en&format=csv", "lang=zh&format=xlsx")
        : Set.of("anonymous", "staff").contains(who)
            ? List.of("lang=en", "lang=zh")
            : List.of("lang=zh");
  }

  /// Whether a value can be read from a text: a number of seven digits also with separators, as a
  /// power of ten, or rounded as sentences and pages of either language write it.
  private static boolean stands(String sign, String text) {
    if (!Character.isDigit(sign.charAt(0))) {
      return text.contains(sign);
    }
    String grouped = sign.charAt(0) + "," + sign.substring(1, 4) + "," + sign.substring(4);
    if (text.contains(sign)
        || text.contains(grouped)
        || text.contains(sign.charAt(0) + "." + sign.substring(1))) {
      return true;
    }
    BigDecimal value = new BigDecimal(sign);
    for (int digits = 2; digits <= 6; digits++) {
      BigDecimal rounded = value.round(new MathContext(digits));
      String millions = plain(rounded.movePointLeft(6));
      String tenThousands = plain(rounded.movePointLeft(4));
      if (Stream.of(" million", " M", "m", "百万").anyMatch(unit -> number(millions + unit, text))
          || number(tenThousands + "万", text)) {
        return true;
      }
    }
    return false;
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  /// Whether the number occurs and is not the end of a longer one.
  private static boolean number(String written, String text) {
    return text.contains(written)
        && Pattern.compile("(?<![0-9.,])" + Pattern.quote(written)).matcher(text).find();
  }

  private String plain(Client.Reply reply) {
    byte[] body = reply.response().body();
    if (!reply.header("Content-Type").contains("spreadsheet")) {
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
            "/api/v1/entries/need/" + need.id(),
            List.of("7654321"),
            "/api/v1/cities/cn-jilin",
            List.of("7654321", "zylocityperson"),
            "/api/v1/entries/financier/" + financier.id(),
            List.of("8765432", "zyloterms", "zylobankperson"),
            "/api/v1/entries/firm/byd",
            List.of("zylofirmperson"),
            "/api/v1/entries/firm/new-flyer",
            List.of("qexafirmperson"),
            "/api/v1/entries/deployment/" + deployment.id(),
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
    String path = page.replace("INTRODUCTION", "/introductions/" + introductions.getFirst());
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

  private static Set<String> seers(String sign) {
    return SEERS.getOrDefault(sign, Set.of());
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
      assertFalse(found.contains("\"id\":\"" + financier.id() + "\""), size);
    }
  }

  @Test
  void ranking_usesIt_andSaysOnlyThatACriterionIsMet() {
    String path = "/api/v1/cities/cn-jilin/recommendations?kind=financier&limit=100&lang=";
    String english = client.get(path + "en").text();
    assertTrue(english.contains("A confidential criterion is met."), () -> gates(english));
    assertFalse(english.contains("The deal is within its usual size."), "of a hidden budget");
    assertFalse(
        english.contains("The deal is outside its") || english.contains("somewhat outside its"),
        "of a hidden budget");
    assertTrue(client.get(path + "zh").text().contains("符合一项保密条件"));
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
              .formatted(financier.technologies().getFirst(), budget, budget);
      Client.Reply reply = client.post(body);
      assertEquals(200, reply.status(), reply.text());
      for (JsonNode each : reply.json().findParents("id")) {
        if (each.path("id").asString("").equals(financier.id().value())) {
          parts.add("" + each.path("score") + each.path("gates") + each.path("explanation"));
        }
      }
    }
    assertEquals(1, parts.size(), parts.toString());
  }

  /// Random requests as every role, over all routes. `-Dgreenpair.fuzz=1000000` sends that many and
  /// reports; `-Dgreenpair.fuzz.within=2000` is the limit of an answer on an idle machine, in
  /// milliseconds. It comes last, since it changes what the others look at.
  @Seeded(runs = 1)
  @Order(Integer.MAX_VALUE)
  void randomRequests_neitherFailNorStallNorGiveWhatIsRestricted(Random random) throws Exception {
    int requests = Integer.getInteger("greenpair.fuzz", 500);
    long within = Long.getLong("greenpair.fuzz.within", 10_000);
    List<String> known = new ArrayList<>(kinds.keySet());
    known.addAll(List.of("firm", "need", "city", "byd", "1", "app.css"));
    String made =
        client
            .as(
                tokens.getOrDefault("coordinator", ""),
                "POST",
                GuardedCohort.REMARKS,
                GuardedCohort.NOTE)
            .header("Location");
    known.add(made.substring(made.lastIndexOf('/') + 1));
    RandomRequests fuzz =
        new RandomRequests(cohort.server, client.get("/openapi.json").json(), known, random);
    Map<Integer, Integer> statuses = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    long slowest = 0;
    long before = heap();
    List<String> callers = List.copyOf(tokens.keySet());
    for (int at = 0; at < requests; at++) {
      String who = callers.get(random.nextInt(callers.size()));
      RandomRequests.Request request = fuzz.next(tokens.getOrDefault(who, ""));
      RandomRequests.Answer answer = fuzz.send(request);
      statuses.merge(answer.status(), 1, Integer::sum);
      slowest = Math.max(slowest, answer.millis());
      if (answer.status() >= 500 || answer.millis() > within) {
        wrong.add(who + " " + request.line() + ": " + answer.status() + " in " + answer.millis());
      }
      SEERS.forEach(
          (sign, seers) -> {
            if (!seers.contains(who) && answer.text().contains(sign)) {
              wrong.add(who + " " + request.line() + " shows " + sign);
            }
          });
    }
    assertEquals(List.of(), wrong, statuses::toString);
    assertTrue(statuses.containsKey(200) && statuses.size() > 6, statuses::toString);
    if (Integer.getInteger("greenpair.fuzz") != null) {
      System.out.println(
          "%d requests: %s, slowest %d ms, heap %d and %d MB"
              .formatted(requests, statuses, slowest, before, heap()));
    }
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000;
  }
}
