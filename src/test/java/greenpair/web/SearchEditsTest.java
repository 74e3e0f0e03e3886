package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.cli.Workbench;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.LiveConfiguration;
import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.program.ProgramStore;
import greenpair.program.access.Caller.Role;
import greenpair.program.database.DatabaseSettings;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What people search is counted, a coordinator adds a term or a pin, and takes it back: on a
/// server that is wired as the command wires it.
@Tag("slow")
class SearchEditsTest {
  private static final String EDITS = "/api/v1/search-edits";
  private static final String TERM = "{'words': 'flumbus', 'target': 'TRN.PUB.EBS'}";
  private static final String PIN = "{'words': 'Heat  PUMPS', 'target': 'firm:byd'}";

  @TempDir private Path data;

  private Running server;

  /// One server on the data folder.
  private static final class Running implements AutoCloseable {
    final CommandWiring wiring = CommandWiring.read(Path.of("index-config"));
    final GenerationStore store;
    final LiveIndex live;
    final ProgramStore program;
    final LiveConfiguration configuration;
    final Server server;
    final Client client;

    Running(Path data, boolean keepsSearches) {
      store = new GenerationStore(data);
      live = wiring.live(store);
      live.refresh();
      program = new ProgramStore(DatabaseSettings.sqlite(data));
      program.open();
      configuration = new LiveConfiguration(wiring, live, program, CommandWiring::read);
      configuration.start();
      SettingsMaker settings =
          new SettingsMaker().cacheBytes(1 << 20).deliverEvery(Duration.ofMillis(100));
      if (keepsSearches) {
        settings.keepsSearches();
      }
      server = wiring.server(store, live, program, configuration, settings.make());
      server.start("127.0.0.1", 0);
      client = new Client(server.port());
    }

    String token(String name, Role role) {
      Instant now = Instant.now();
      Set<EntryId> cities = role == Role.CITY ? Set.of(new EntryId("cn-jilin")) : Set.of();
      return program
          .write(all -> all.tokens().create(name, role, cities, now.plusSeconds(9_000), now))
          .secret();
    }

    @Override
    public void close() {
      server.stop();
      configuration.close();
      live.close();
      program.close();
    }
  }

  @BeforeEach
  void start() throws IOException {
    Workbench.demonstration(data);
    server = new Running(data, true);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static void until(BooleanSupplier wanted) throws InterruptedException {
    for (int i = 0; i < 600 && !wanted.getAsBoolean(); i++) {
      Thread.sleep(100);
    }
    assertTrue(wanted.getAsBoolean(), "a minute is enough");
  }

  private Client.Reply as(String token, String method, String path, String body) {
    return server.client.as(token, method, path, body.replace('\'', '"'));
  }

  private void browse(String path, String... headers) {
    String[] all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 2, headers.length);
    all[0] = "Accept";
    all[1] = "text/html,*/*;q=0.8";
    assertEquals(200, server.client.get(path, all).status(), path);
  }

  private List<String> found(String query) {
    JsonNode hits = server.client.get("/api/v1/search?limit=5&q=" + query).json().get("hits");
    return hits.valueStream().map(each -> each.get("id").stringValue()).toList();
  }

  private List<String> counted(String token) {
    return as(token, "GET", "/api/v1/searches", "")
        .json()
        .get("items")
        .valueStream()
        .map(
            each ->
                each.get("query").stringValue().toLowerCase(Locale.ROOT)
                    + each.path("kind").asString("")
                    + " "
                    + each.get("times")
                    + " "
                    + (each.get("matches").intValue() > 0)
                    + " "
                    + each.get("opened"))
        .toList();
  }

  @Test
  void term_fromASearchThatFindsNothing_isPreviewedPublishedAndTakenBack() throws Exception {
    String token = server.token("Chen Wei", Role.COORDINATOR);
    browse("/?q=Flumbus");
    browse("/?q=flumbus");
    until(() -> counted(token).equals(List.of("flumbus 2 false 0")));
    for (String language : List.of("en", "zh")) {
      Visitor visitor = new Visitor(server.client, language).signIn(token);
      String nothing = visitor.page("/searches").select("section[aria-labelledby=nothing]").text();
      assertTrue(nothing.contains("lumbus"), nothing);
    }

    JsonNode preview = as(token, "POST", EDITS + "/preview", TERM).json();
    JsonNode change = preview.at("/preview/changes/0");
    assertEquals("flumbus", change.get("query").stringValue(), preview::toString);
    assertEquals(0, change.at("/before/total").intValue());
    assertEquals(
        "Battery-electric buses with depot charging", change.at("/after/first/0/en").stringValue());
    assertTrue(preview.at("/preview/tried").intValue() > 50, preview::toString);
    assertTrue(
        preview
            .at("/preview/changes")
            .valueStream()
            .allMatch(each -> each.get("query").stringValue().equalsIgnoreCase("flumbus")),
        preview::toString);
    assertEquals(List.of(), found("flumbus"), "a preview changes nothing");

    Client.Reply made = as(token, "POST", EDITS, TERM);
    assertEquals(201, made.status(), made::text);
    assertTrue(found("flumbus").contains("sol-trn-pub-ebs"), "at once");
    Client.Reply kept =
        as(token, "POST", "/api/v1/records", "{'address': '/api/v1/search?q=flumbus'}");
    assertEquals(201, kept.status(), kept::text);
    String audit = as(server.token("Op", Role.OPERATOR), "GET", "/api/v1/audit", "").text();
    assertTrue(audit.contains("flumbus = TRN.PUB.EBS") && audit.contains("Chen Wei"), audit);

    server.close();
    server = new Running(data, false);
    until(() -> found("flumbus").contains("sol-trn-pub-ebs"));
    assertEquals(
        201,
        as(token, "POST", EDITS, "{'words': 'gl\u00fchbus', 'target': 'TRN.PUB.EBS'}").status());

    String id = made.json().get("id").stringValue();
    Client.Reply ended = as(token, "DELETE", EDITS + "/" + id, "");
    assertEquals("Chen Wei", ended.json().at("/ended/by").stringValue(), ended::text);
    assertEquals(ended.text(), as(token, "DELETE", EDITS + "/" + id, "").text(), "once is enough");
    assertEquals(List.of(), found("flumbus"), "at once");
    String replay = kept.header("Location") + "/replay";
    assertTrue(as(token, "GET", replay, "").json().get("same").booleanValue(), "as it was then");
  }

  @Test
  void pin_isFirstWithItsReason_forItsQueryOnly_andOnce() throws Exception {
    String token = server.token("Chen Wei", Role.COORDINATOR);
    JsonNode before = server.client.get("/api/v1/search?q=heat+pumps&limit=3").json();
    assertFalse(found("heat+pumps").contains("byd"));
    JsonNode preview = as(token, "POST", EDITS + "/preview", PIN).json();
    assertEquals("BYD Company", preview.at("/preview/changes/0/after/first/0/en").stringValue());
    String id = as(token, "POST", EDITS, PIN).json().get("id").stringValue();
    until(() -> found("heat+pumps").getFirst().equals("byd"));

    JsonNode first = server.client.get("/api/v1/search?q=Heat+Pumps&limit=3").json();
    JsonNode hit = first.at("/hits/0");
    assertTrue(hit.at("/why/en").stringValue().contains("Placed first by a coordinator"));
    assertTrue(hit.at("/why/zh").stringValue().contains("置顶"), hit::toString);
    assertEquals(before.at("/hits/0/id"), first.at("/hits/1/id"));
    assertEquals(before.get("total"), first.get("total"));
    for (String other : List.of("heat+pump", "heat+pumps+for+homes")) {
      assertFalse(found(other).contains("byd"), other);
    }
    assertFalse(
        server.client.get("/api/v1/search?q=heat+pumps&country=US&limit=3").text().contains("置顶"));
    for (int limit : List.of(1, 2)) {
      String page = "/api/v1/search?q=heat+pumps&limit=" + limit;
      String next = server.client.get(page).json().get("next").stringValue();
      JsonNode second = server.client.get(page + "&cursor=" + next).json();
      assertEquals(before.at("/hits/" + (limit - 1) + "/id"), second.at("/hits/0/id"));
    }
    Document shown = new Visitor(server.client, "en").page("/?q=heat+pumps");
    String top = shown.select(".hit").eachText().getFirst();
    assertTrue(top.contains("Placed first by a coordinator"), top);

    assertEquals(200, as(token, "DELETE", EDITS + "/" + id, "").status());
    until(() -> !found("heat+pumps").contains("byd"));
  }

  @Test
  void counts_leaveOutWhatMayBePersonalTypedOrNarrowed() throws Exception {
    String token = server.token("Chen Wei", Role.COORDINATOR);
    for (int i = 0; i < 2; i++) {
      browse("/?q=li.na%40example.org");
      browse("/?q=call+%2B86+138-0013-8000");
      browse("/?q=" + "a".repeat(101));
      browse("/?q=hea", "Greenpair-Typing", "true");
      browse("/?q=metro&country=US");
      browse("/?q=metro&kind=firm&kind=solution");
      browse("/?q=tram&kind=firm");
      browse("/?q=buses&lang=zh");
    }
    browse("/?q=once");
    String own = "http://127.0.0.1:" + server.server.port();
    browse("/partners/firm/byd", "Referer", own + "/?q=buses&lang=zh");
    browse("/partners/firm/byd?lang=zh", "Referer", own + "/?q=Buses&lang=zh");
    browse("/partners/firm/byd?lang=zh", "Referer", "https://example.org/?q=buses&lang=zh");
    until(() -> counted(token).equals(List.of("buses 2 true 1", "tramfirm 2 true 0")));
    assertTrue(counted(token).size() == 2, () -> counted(token).toString());
    Document page = new Visitor(server.client, "zh").signIn(token).page("/searches");
    String left = page.select("section[aria-labelledby=left]").text();
    assertTrue(left.contains("tram") && !left.contains("buses"), page::text);
  }

  @Test
  void searches_areNotCounted_unlessTheSettingSaysSo() throws Exception {
    server.close();
    server = new Running(data, false);
    String token = server.token("Chen Wei", Role.COORDINATOR);
    browse("/?q=flumbus");
    browse("/?q=flumbus");
    Thread.sleep(500);
    JsonNode answer = as(token, "GET", "/api/v1/searches", "").json();
    assertEquals(0, answer.get("items").size());
    Document page = new Visitor(server.client, "en").signIn(token).page("/searches");
    assertTrue(page.text().contains("Queries are not counted"), page::text);
  }

  @Test
  void badEdits_areRefusedInBothLanguages() {
    String token = server.token("Chen Wei", Role.COORDINATOR);
    for (String words : List.of("", "of the", "的", "?!", "a".repeat(10_000), "a\\tb")) {
      refused(token, TERM.replace("flumbus", words).replace("TRN.PUB.EBS", "LGT.LED"), "words");
    }
    refused(token, TERM.replace("flumbus", "electric buses"), "words");
    refused(token, "{'target': 'LGT.LED'}", "words");
    refused(token, "{'words': '\u200e', 'target': 'firm:byd'}", "words");
    for (String target : List.of("LGT.LEX", "", "firm:no-such-firm", "planet:byd")) {
      refused(token, PIN.replace("firm:byd", target), "target");
    }
    refused(token, "{'words': 'x'}", "target");
    assertEquals(0, as(token, "GET", EDITS, "").json().get("items").size());
    assertEquals(404, as(token, "DELETE", EDITS + "/none", "").status());
    for (String other : List.of(server.token("Bo", Role.READER), server.token("Wu", Role.CITY))) {
      assertEquals(403, as(other, "POST", EDITS, TERM).status());
      assertEquals(403, as(other, "GET", "/api/v1/searches", "").status());
    }
    assertEquals(401, as("", "POST", EDITS, TERM).status());
  }

  private void refused(String token, String body, String field) {
    for (String path : List.of(EDITS, EDITS + "/preview")) {
      Client.Reply refused = as(token, "POST", path, body);
      assertEquals(400, refused.status(), refused::text);
      assertEquals(List.of(field), refused.faults(), refused::text);
      assertTrue(refused.fields("rule_zh").getFirst().length() > 1, refused::text);
      assertTrue(refused.fields("next_zh").getFirst().length() > 1, refused::text);
    }
  }
}
