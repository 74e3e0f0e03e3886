package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import greenpair.learn.ShadowReport;
import greenpair.learn.ShadowRun;
import greenpair.learn.WeightFile;
import greenpair.learn.WeightLearning;
import greenpair.match.Recommender;
import greenpair.match.settings.LearntWeights;
import greenpair.program.ProgramStore;
import greenpair.program.ShadowCycle;
import greenpair.program.access.Role;
import greenpair.program.database.Page;
import greenpair.program.database.ProgramException;
import greenpair.program.database.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// A proposal that runs as a shadow for a cycle: its lists are recorded and seen by coordinators
/// only.
class LearningShadowTest {
  @RegisterExtension static final Served SERVED = Served.alone();

  private static final String API = "/api/v1/learning?move=100";
  private static final String DECISIONS = "/api/v1/learning/decisions";
  private static final List<String> CITIES = List.of("cn-jilin", "us-ca-oakland", "cn-guiyang");
  private static String token = "";

  @BeforeAll
  static void introduce() {
    token = SERVED.cohort().token("Li Na", Role.COORDINATOR);
    List<Entry> firms =
        SERVED.cohort().fixtures().stream()
            .filter(each -> each.kind() == Kind.FIRM)
            .limit(30)
            .toList();
    for (int i = 0; i < firms.size(); i++) {
      String firm = firms.get(i).id().value();
      introduce(CITIES.get(i / 10), null, firm, i % 10 < 5 ? "contract" : "stopped");
    }
  }

  private static void introduce(String city, @Nullable String need, String firm, String end) {
    String named = need == null ? "" : ", \"need\": \"" + need + "\"";
    Client.Reply made =
        send(
            "/api/v1/introductions",
            "{\"city\": \"%s\", \"kind\": \"firm\", \"partner\": \"%s\"%s}"
                .formatted(city, firm, named));
    assertEquals(201, made.status(), made::text);
    String reason = end.equals("stopped") ? ", \"reason\": \"dear\"" : "";
    String step = "{\"stage\": \"" + end + "\"" + reason + "}";
    assertTrue(send(made.header("Location") + "/steps", step).status() < 300);
  }

  private static Client.Reply send(String path, String body) {
    return SERVED.client().as(token, "POST", path, body);
  }

  private static JsonNode get(String path) {
    return SERVED.client().as(token, "GET", path, "").json();
  }

  private static JsonNode asked() {
    return get(API);
  }

  private static Client.Reply start(String more) {
    String proposal = asked().get("proposal").stringValue();
    Client.Reply begun =
        send(
            DECISIONS,
            "{\"decision\": \"shadow\", \"proposal\": \"%s\", \"move\": 100%s}"
                .formatted(proposal, more));
    if (begun.status() == 200) {
      runAt(Instant.now(), null); // Else the first lists come a little later.
    }
    return begun;
  }

  /// The run of a server at that time, with those effective weights.
  private static void runAt(Instant now, @Nullable LearntWeights effective) {
    CohortRules rules = CohortRules.READ;
    WeightLearning learning =
        new WeightLearning(
            new Recommender(rules.rules(), rules.finder(), rules.phrases()),
            rules.rules().ranking(),
            effective,
            rules.phrases(),
            new WeightFile(SERVED.cohort().store.data()));
    try (Snapshot snapshot = SERVED.cohort().live.acquire()) {
      new ShadowRun(SERVED.cohort().program, InstantSource.fixed(now)).run(learning, snapshot);
    }
  }

  private static ShadowReport report() {
    try (Snapshot snapshot = SERVED.cohort().live.acquire()) {
      return new ShadowRun(SERVED.cohort().program, Instant::now).report(snapshot).orElseThrow();
    }
  }

  /// Why the cycle ended.
  private static String because() {
    Text because = report().because();
    return because == null ? "" : String.valueOf(because.en());
  }

  private static String audit() {
    return SERVED
        .cohort()
        .program
        .read(all -> all.audit().list(null, Page.NEWEST, 50).items())
        .toString();
  }

  @AfterEach
  void end() {
    var _ = send(DECISIONS, "{\"decision\": \"end_shadow\"}");
  }

  @Test
  void shadow_recordsBothLists_showsThemToCoordinatorsAlone_andRanksOutcomes() {
    String city = SERVED.cohort().token("Staff", Role.CITY, "cn-jilin");
    String list = "/api/v1/cities/cn-jilin/recommendations?kind=firm";
    String before = SERVED.client().as(city, "GET", list, "").text();
    Client.Reply begun = start("");
    assertEquals(200, begun.status(), begun::text);
    assertEquals(before, SERVED.client().as(city, "GET", list, "").text());
    JsonNode cycle = asked().get("cycle");
    assertEquals(1, cycle.get("recordings").asInt(), cycle::toString);
    assertTrue(cycle.get("lists").asInt() > 20, cycle::toString);
    assertFalse(cycle.get("changes").isEmpty(), "no list differs");
    assertEquals(30 * 86_400, seconds(cycle.get("on"), cycle.get("until")));

    JsonNode change = cycle.at("/changes/0");
    String firm = change.at("/effective/0/id").stringValue();
    introduce(change.get("city").stringValue(), change.get("need").stringValue(), firm, "contract");
    JsonNode outcome = asked().at("/cycle/outcomes/0");
    assertEquals(firm, outcome.get("partner").stringValue(), outcome::toString);
    assertEquals(change.get("name"), outcome.get("need_name"), outcome::toString);
    assertEquals(1, outcome.get("effective").asInt());
    assertEquals("contract", outcome.get("reached").stringValue());
    JsonNode now = asked().get("cycle");
    String better = outcome.get("better").stringValue();
    assertEquals(
        better.equals("neither") ? 0 : 1,
        now.at("/raised/succeeded").asInt() + now.at("/lowered/succeeded").asInt(),
        now::toString);

    Visitor coordinator = SERVED.as(Role.COORDINATOR, "zh");
    Document page = coordinator.page("/learning?move=100");
    String section = page.select("section[aria-labelledby=cycle]").text();
    assertTrue(section.contains("与现行权重对照试算") && section.contains("签约"), section);
    assertEquals(
        cycle.get("changes").size(),
        page.select("section[aria-labelledby=cycle] details tbody tr").size());
    assertTrue(page.select("button[value=shadow]").isEmpty(), "one runs");
    Client.Reply ended = coordinator.post("/learning/decisions", "decision", "end_shadow");
    assertEquals(303, ended.status(), ended::text);
    assertEquals("由协调员结束", asked().at("/cycle/because/zh").stringValue());
    assertEquals("weights.end_shadow", asked().at("/decisions/0/decision").stringValue());
    assertTrue(audit().contains("weights.shadow_lists"), LearningShadowTest::audit);
  }

  @Test
  void secondCycle_isNotStored_evenIfTwoServersStartOne() {
    assertEquals(200, start("").status());
    assertEquals(400, start("").status());
    Stamp stamp = new Stamp("Li Na", Instant.now());
    ProgramStore program = SERVED.cohort().program;
    assertThrows(
        ProgramException.class,
        () -> program.write(all -> all.shadows().start("p2", List.of(), "", null, stamp)));
  }

  private static long seconds(JsonNode from, JsonNode to) {
    return Instant.parse(to.stringValue()).getEpochSecond()
        - Instant.parse(from.stringValue()).getEpochSecond();
  }

  @Test
  void publication_isRecordedOnce_andUnchangedListsAreNotStoredAgain() throws IOException {
    assertEquals(200, start(", \"days\": 3").status());
    int stored = stored();
    List<Entry> entries = SERVED.cohort().fixtures();
    SERVED.cohort().publish(entries);
    SERVED.cohort().live.refresh();
    runAt(Instant.now(), null);
    runAt(Instant.now(), null);
    assertEquals(2, report().recordings());
    assertEquals(stored, stored(), "the same entries give the same lists");
    runAt(Instant.now().plusSeconds(3 * 86_400), null);
    assertEquals("it ran for its full time", because());
    assertTrue(audit().contains("weights.shadow_ended"), LearningShadowTest::audit);
  }

  private static int stored() {
    return SERVED
        .cohort()
        .program
        .read(all -> all.shadows().recorded(all.shadows().last().orElseThrow()).size());
  }

  @Test
  void shadowOfOnePeriod_endsAtTheNextPublication() throws IOException {
    assertEquals(200, start(", \"days\": 0").status());
    assertTrue(asked().get("cycle").get("until") == null, "no day is known");
    SERVED.cohort().publish(SERVED.cohort().fixtures());
    SERVED.cohort().live.refresh();
    runAt(Instant.now(), null);
    assertEquals("it ran for its full time", because());
    assertEquals(1, report().recordings());
  }

  @Test
  void otherEffectiveWeights_endIt() {
    assertEquals(200, start("").status());
    LearntWeights approved = new LearntWeights("p1", "Li", Instant.EPOCH, 0.2, Map.of());
    runAt(Instant.now(), approved);
    assertEquals("other weights took effect", because());
  }

  @Test
  void weightsThatRan_areApprovedAsTheyWere_evenIfTheProposalIsAnother() throws IOException {
    assertEquals(200, start("").status());
    String ran = report().proposal();
    String now = get("/api/v1/learning").get("proposal").stringValue();
    assertNotEquals(ran, now, "another limit gives another proposal");
    Document page = SERVED.as(Role.COORDINATOR, "zh").page("/learning");
    assertEquals(
        ran,
        page.select("section[aria-labelledby=cycle] form input[name=proposal]").attr("value"),
        page::text);
    Client.Reply approved =
        send(DECISIONS, "{\"decision\": \"approve\", \"proposal\": \"%s\"}".formatted(ran));
    assertEquals(200, approved.status(), approved::text);
    String file = Files.readString(SERVED.cohort().store.data().resolve(LearntWeights.FILE));
    assertTrue(file.contains("proposal: '" + ran + "'"), file);
    for (ShadowCycle.Weight each : cycle().weights()) {
      String line =
          String.format(
              Locale.ROOT,
              "%s: {before: %.6f, after: %.6f}",
              each.signal(),
              each.before(),
              each.after());
      assertTrue(file.contains(line), () -> line + " is not in " + file);
    }
    assertEquals(200, send(DECISIONS, "{\"decision\": \"withdraw\"}").status());
  }

  private static ShadowCycle cycle() {
    return SERVED.cohort().program.read(all -> all.shadows().last().orElseThrow());
  }

  @Test
  void days_ofAnyOtherDecision_areRefused() {
    Client.Reply refused =
        send(DECISIONS, "{\"decision\": \"reject\", \"reason\": \"early\", \"days\": 3}");
    assertEquals(400, refused.status(), refused::text);
    assertTrue(refused.text().contains("only a shadow has days"), refused::text);
  }

  @Test
  void secondShadow_staleProposal_andAnEndWithoutAStart_areRefused() {
    Client.Reply none = send(DECISIONS, "{\"decision\": \"end_shadow\"}");
    assertEquals(400, none.status(), none::text);
    assertTrue(none.text().contains("no shadow is running"), none::text);
    assertEquals(
        400,
        send(DECISIONS, "{\"decision\": \"shadow\", \"proposal\": \"0123456789ab\"}").status());
    assertEquals(400, start(", \"days\": 366").status());
    assertEquals(200, start("").status());
    Client.Reply second = start("");
    assertEquals(400, second.status(), second::text);
    assertTrue(second.text().contains("another shadow is running"), second::text);
  }
}
