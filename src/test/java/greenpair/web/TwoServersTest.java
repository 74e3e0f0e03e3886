package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.program.StoredPlan;
import greenpair.program.access.Caller;
import greenpair.program.access.Caller.Role;
import greenpair.program.database.DatabaseSettings;
import greenpair.program.database.Stamp;
import greenpair.web.auth.SessionCookies;
import greenpair.web.openid.OpenIdLogin;
import greenpair.web.openid.OpenIdSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Two servers on one PostgreSQL, each with a data folder of its own: what one says of a plan or a
/// login, the other says too.
@Tag("postgres")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoServersTest {
  private static final String TWO =
      "{\"cities\": [\"us-ca-losangeles\", \"cn-shenzhen\"], \"capacity\": 1}";

  private EmbeddedPostgres postgres;
  private OpenIdProvider provider;
  private Cohort first;
  private Cohort second;
  private String coordinator;

  @BeforeAll
  void serve(@TempDir Path data) throws IOException {
    postgres = EmbeddedPostgres.start();
    provider = new OpenIdProvider();
    DatabaseSettings database =
        new DatabaseSettings(
            "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres", "postgres", "", 4);
    OpenIdSettings settings =
        new OpenIdSettings(
            provider.issuer(),
            OpenIdProvider.CLIENT,
            OpenIdProvider.SECRET,
            URI.create("https://greenpair.example.org"),
            "roles",
            Map.of("staff", Role.COORDINATOR),
            "cities",
            Map.of("Jilin", new EntryId("cn-jilin")));
    first =
        Cohort.sharing(
            data.resolve("first"), new SettingsMaker().openId(settings).make(), database);
    second =
        Cohort.sharing(
            data.resolve("second"), new SettingsMaker().openId(settings).make(), database);
    coordinator = first.token("Li", Role.COORDINATOR);
  }

  @AfterAll
  void stop() throws IOException {
    first.close();
    second.close();
    provider.close();
    postgres.close();
  }

  private String state(Cohort server, String plan) {
    return server.client().as(coordinator, "GET", plan, "").json().at("/about/state").asString("");
  }

  private String ask(String body) {
    return ask(first, body);
  }

  private String ask(Cohort server, String body) {
    Client.Reply asked = server.client().as(coordinator, "POST", "/api/v1/plans/partners", body);
    assertEquals(202, asked.status(), asked.text());
    return asked.header("Location");
  }

  /// Ten on each at once, most of which wait.
  @Test
  void plans_ofBothServers_areNeverFailedOnEither() {
    Set<String> solving = new TreeSet<>();
    for (int i = 0; i < 20; i++) {
      solving.add(ask(i % 2 == 0 ? first : second, TWO));
    }
    long end = System.nanoTime() + 240_000_000_000L;
    while (!solving.isEmpty() && System.nanoTime() < end) {
      for (String plan : List.copyOf(solving)) {
        Set<String> states = Set.copyOf(List.of(state(first, plan), state(second, plan)));
        assertFalse(states.contains("failed"), plan + " " + states);
        if (states.equals(Set.of("made"))) {
          solving.remove(plan);
        }
      }
    }
    assertEquals(Set.of(), solving);
  }

  @Test
  void plan_cancelledOnTheOtherServer_ends() {
    String plan = ask("{}");
    Client.Reply cancelled = second.client().as(coordinator, "POST", plan + "/cancel", "");
    assertEquals(200, cancelled.status(), cancelled.text());
    assertEquals(state(first, plan), state(second, plan));
    String next = ask(TWO);
    Plans.await(first.client(), coordinator, next);
    assertEquals("made", state(second, next));
    assertTrue(Set.of("cancelled", "made").contains(state(first, plan)));
  }

  @Test
  void plan_ofAServerThatEnded_isFailedOnEither() {
    Instant long1 = Instant.now().minusSeconds(120);
    StoredPlan lost =
        first.program.write(all -> all.plans().add("partners", "", "{}", new Stamp("Li", long1)));
    Caller caller = new Caller("Li", "Li", Role.COORDINATOR, Set.of());
    assertTrue(second.program.read(all -> all.plans().find(caller, lost.id())).isPresent());
    assertEquals("failed", state(first, "/api/v1/plans/" + lost.id()));
    assertEquals("failed", state(second, "/api/v1/plans/" + lost.id()));
  }

  @Test
  void login_begunOnOneServer_endsOnTheOther_once() {
    provider.gives(OpenIdProvider.Signature.GOOD, claims -> {});
    Client.Reply begun = first.client().get("/session/openid?to=/board");
    assertEquals(303, begun.status(), begun.text());
    String cookie = begun.header("Set-Cookie").replaceAll(";.*", "");
    String query = provider.authorize(URI.create(begun.header("Location")));
    String callback = OpenIdLogin.CALLBACK + "?" + query;
    Client.Reply ended = second.client().get(callback, "Cookie", cookie);
    assertEquals(303, ended.status(), ended.text());
    assertEquals("/board", ended.header("Location"));
    assertTrue(
        ended.response().headers().allValues("Set-Cookie").stream()
            .anyMatch(each -> each.startsWith(SessionCookies.COOKIE + "=")));
    assertEquals(403, first.client().get(callback, "Cookie", cookie).status());
  }
}
