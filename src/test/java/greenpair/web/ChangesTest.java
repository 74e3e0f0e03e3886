package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.program.access.Caller.Role;
import greenpair.program.database.Page;
import greenpair.web.settings.WebSettings;
import greenpair.web.settings.WebSettings.ChangeSettings;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What people follow, in the API and on the pages, and what they are told.
class ChangesTest {
  private static final String FOLLOWS = "/api/v1/follows";
  private static final String SUBSCRIPTION = "/api/v1/subscription";

  @TempDir private Path data;
  private Cohort cohort;
  private Client client;
  private String token;

  @BeforeEach
  void serve() throws Exception {
    cohort = Cohort.served(data, settings());
    client = cohort.client();
    token = cohort.token("Li", Role.READER);
  }

  private static WebSettings settings() {
    return new SettingsMaker()
        .answerWithin(Duration.ofMinutes(1))
        .deliverEvery(Duration.ofMillis(100))
        .zone(ZoneOffset.UTC)
        .mail(Cohort.SETTINGS.mail())
        .changes(new ChangeSettings(Optional.of(URI.create("https://gp.example.org/")), 30))
        .make();
  }

  @AfterEach
  void close() {
    cohort.close();
  }

  private Client.Reply follow(String body) {
    return client.as(token, "POST", FOLLOWS, body);
  }

  private JsonNode get(String path) {
    Client.Reply reply = client.as(token, "GET", path, "");
    assertEquals(200, reply.status(), reply::text);
    return reply.json();
  }

  private static void await(BooleanSupplier is) throws InterruptedException {
    while (!is.getAsBoolean()) {
      Thread.sleep(100);
    }
  }

  /// The test ends when the server has looked, however long that takes.
  @Test
  @Timeout(120)
  void withdrawnEvidence_isInListFeedAndMail_andEachSeesTheOwn() throws Exception {
    await(() -> cohort.program.read(all -> all.changes().place()).isPresent());
    List<Entry> entries = new ArrayList<>(cohort.fixtures());
    Deployment proof =
        entries.stream()
            .filter(each -> each.kind() == Kind.DEPLOYMENT)
            .map(Deployment.class::cast)
            .filter(each -> Deployment.proves(each.grade(), each.status()))
            .filter(each -> !each.firms().isEmpty())
            .findFirst()
            .orElseThrow();
    EntryId firm = proof.firms().getFirst();
    assertEquals(201, follow("{\"sort\": \"firm\", \"entry\": \"" + firm + "\"}").status());
    Client.Reply chosen =
        client.as(
            token, "PUT", SUBSCRIPTION, "{\"language\": \"zh\", \"email\": \"li@example.org\"}");
    assertEquals(200, chosen.status(), chosen::text);
    String feed =
        client.as(token, "POST", SUBSCRIPTION + "/feed", "").json().get("address").stringValue();
    assertTrue(feed.startsWith("https://gp.example.org/feeds/"), feed);
    entries.remove(proof);
    cohort.publish(entries);

    await(() -> get("/api/v1/changes").get("items").size() > 0);

    JsonNode item = get("/api/v1/changes").at("/items/0");
    assertEquals("evidence_withdrawn", item.get("sort").stringValue());
    assertEquals("change.evidence_withdrawn", item.get("key").stringValue());
    assertEquals(proof.id().value(), item.at("/arguments/id").stringValue());
    assertTrue(item.at("/says/zh").stringValue().contains("已撤回"));
    String other = cohort.token("Wang", Role.OPERATOR);
    assertEquals(0, client.as(other, "GET", "/api/v1/changes", "").json().get("items").size());

    String path = feed.replace("https://gp.example.org", "");
    Client.Reply atom = client.get(path);
    assertEquals(200, atom.status());
    assertTrue(atom.header("Content-Type").startsWith("application/atom+xml"));
    assertTrue(atom.text().contains("已撤回"), atom::text);
    assertEquals(200, client.as(token, "DELETE", SUBSCRIPTION + "/feed", "").status());
    assertEquals(404, client.get(path).status());
    Client.Reply none = client.get("/feeds/x");
    assertEquals(404, none.status());
    assertEquals(List.of("x"), none.fields("value"));

    await(() -> get(SUBSCRIPTION).get("deliveries").size() > 0);
    String body =
        cohort
            .program
            .read(
                all ->
                    all.subscribers().byMail(java.time.Instant.now()).stream()
                        .flatMap(who -> all.deliveries().of(who, 1).stream())
                        .toList())
            .getFirst()
            .body();
    String ending = body.substring(body.indexOf("https://gp.example.org/unsubscribe/")).strip();
    String end = ending.replace("https://gp.example.org", "");
    assertEquals(200, client.get(end, "Accept", "text/html").status());
    assertTrue(get(SUBSCRIPTION).has("email"), "looking at the address ends nothing");
    assertEquals(200, client.form("", end, "List-Unsubscribe=One-Click").status());
    assertTrue(!get(SUBSCRIPTION).has("email"));
    assertEquals(200, client.form("", end, "List-Unsubscribe=One-Click").status());
    assertEquals(
        1,
        cohort.program.read(all -> all.audit().list("anonymous", Page.NEWEST, 100)).items().stream()
            .filter(each -> each.action().equals("subscription.end"))
            .count());
    String forged = end.substring(0, end.length() - 1) + (end.endsWith("0") ? "1" : "0");
    assertEquals(404, client.form("", forged, "a=b").status());
  }

  @Test
  void badInput_isRefused_inBothLanguages() {
    assertEquals(
        List.of("entry"),
        follow("{\"sort\": \"city\", \"entry\": \"cn-nowhere\"}").fields("field"));
    for (String name : List.of("n".repeat(300), "heat\\n\\nPlease pay at example.org")) {
      assertEquals(
          List.of("name"),
          follow("{\"sort\": \"search\", \"query\": \"q=heat\", \"name\": \"" + name + "\"}")
              .fields("field"),
          name);
    }
    for (String query : List.of("colour=red", "limit=3", "q=", "kind=ship", "city=nowhere")) {
      assertEquals(
          List.of("query"),
          follow("{\"sort\": \"search\", \"query\": \"" + query + "\", \"name\": \"n\"}")
              .fields("field"),
          query);
    }
    for (String bad : List.of("li@example.org\\nBcc: x@example.org", "li", "a@b@c.org")) {
      assertEquals(
          List.of("email"),
          client.as(token, "PUT", SUBSCRIPTION, "{\"email\": \"" + bad + "\"}").fields("field"),
          bad);
    }
    assertEquals(401, client.get("/api/v1/changes").status());
  }

  @Test
  void addressOfFeed_isNotStored_alsoUnderAnIdempotencyKey() {
    List<String> paths = new ArrayList<>();
    for (int time = 0; time < 2; time++) {
      paths.add(
          client
              .as(token, "POST", SUBSCRIPTION + "/feed", "", "Idempotency-Key", "once")
              .json()
              .get("address")
              .stringValue()
              .replace("https://gp.example.org", ""));
    }

    assertEquals(404, client.get(paths.getFirst()).status());
    assertEquals(200, client.get(paths.getLast()).status());
  }

  @Test
  void page_followsSavesAndEnds_withoutScript() {
    Visitor reader = new Visitor(client, "en").signIn(token);
    String city = reader.page("/cities/cn-jilin").select("a[href^=/changes?]").attr("href");
    Document asked = reader.page(city);
    assertTrue(asked.select("section.desk").text().contains("Jilin"), asked.text());
    assertEquals(303, reader.post("/follows", "sort", "city", "entry", "cn-jilin").status());
    String search =
        reader.page("/?q=heat+pumps&kind=firm").select("a[href^=/changes?search]").attr("href");
    String query = reader.page(search).select("input[name=query]").attr("value");
    assertEquals("q=heat+pumps&kind=firm", query);
    assertEquals(
        303,
        reader.post("/follows", "sort", "search", "query", query, "name", "<b>Heat</b>").status());
    Client.Reply refused =
        reader.post("/changes/settings", "language", "zh", "email", "not an address");
    assertEquals(400, refused.status());

    Document page = reader.page("/changes");

    assertEquals(2, page.select("section[aria-labelledby=followed] li").size());
    assertTrue(page.text().contains("<b>Heat</b>"));
    String remove = page.select("section[aria-labelledby=followed] form").attr("action");
    assertEquals(303, reader.post(remove).status());
    assertEquals(1, get(FOLLOWS).get("items").size());
    Document feed = org.jsoup.Jsoup.parse(reader.post("/changes/feed").text());
    assertTrue(feed.select("code").text().startsWith("https://gp.example.org/feeds/"));
    Document chinese = new Visitor(client, "zh").signIn(token).page("/changes");
    assertEquals("zh", chinese.select("#field-language option[selected]").attr("value"));
    assertEquals("en", page.select("#field-language option[selected]").attr("value"));
    assertEquals("each", page.select("#field-digest option[selected]").attr("value"));
    assertEquals(
        303,
        reader
            .post(
                "/changes/settings",
                "language",
                "en",
                "digest",
                "weekly",
                "email",
                "li@example.org")
            .status());
    chinese = new Visitor(client, "zh").signIn(token).page("/changes");
    assertEquals("en", chinese.select("#field-language option[selected]").attr("value"));
    assertEquals("weekly", chinese.select("#field-digest option[selected]").attr("value"));
    assertTrue(chinese.text().contains("我的关注"), chinese.text());
    assertNotEquals("", chinese.select("h1").text());
  }
}
