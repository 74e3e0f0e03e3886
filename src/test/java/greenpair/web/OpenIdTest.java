package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import com.nimbusds.jwt.JWTClaimsSet;
import greenpair.catalog.EntryId;
import greenpair.program.access.Caller.Role;
import greenpair.web.OpenIdProvider.Signature;
import greenpair.web.auth.SessionCookies;
import greenpair.web.openid.OpenIdLogin;
import greenpair.web.openid.OpenIdSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Signing in at a provider on this machine, and all cases in which that must fail.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenIdTest {
  private OpenIdProvider provider;
  private Cohort cohort;
  private Client client;
  private int address;

  @BeforeAll
  void serve(@TempDir Path data) throws IOException {
    provider = new OpenIdProvider();
    cohort = served(data, provider.issuer());
    client = cohort.client();
  }

  static Cohort served(Path data, URI issuer) throws IOException {
    OpenIdSettings settings =
        new OpenIdSettings(
            issuer,
            OpenIdProvider.CLIENT,
            OpenIdProvider.SECRET,
            URI.create("https://greenpair.example.org"),
            "roles",
            Map.of("staff", Role.COORDINATOR, "towns", Role.CITY, "guests", Role.READER),
            "cities",
            Map.of("Jilin", new EntryId("cn-jilin")));
    return Cohort.served(data, new SettingsMaker().proxies(1).openId(settings).make());
  }

  @AfterAll
  void stop() {
    cohort.close();
    provider.close();
  }

  @BeforeEach
  void goodTokens() {
    provider.gives(Signature.GOOD, all -> {});
  }

  /// Every login uses a different address, because one with many failures is throttled.
  private String[] headers(String... more) {
    List<String> all = new java.util.ArrayList<>(List.of(more));
    all.addAll(List.of("X-Forwarded-For", "198.51.100." + address % 250));
    return all.toArray(String[]::new);
  }

  private record Begun(URI address, String cookie) {}

  private Begun begin(String query) {
    address++;
    Client.Reply reply = client.get("/session/openid" + query, headers());
    assertEquals(303, reply.status(), reply.text());
    String cookie = reply.header("Set-Cookie");
    assertTrue(
        cookie.contains("HttpOnly") && cookie.contains("Secure") && cookie.contains("SameSite=Lax"),
        cookie);
    return new Begun(URI.create(reply.header("Location")), cookie.replaceAll(";.*", ""));
  }

  private Client.Reply end(String query, String cookie) {
    return client.get(OpenIdLogin.CALLBACK + "?" + query, headers("Cookie", cookie));
  }

  private Client.Reply login() {
    Begun begun = begin("");
    return end(provider.authorize(begun.address()), begun.cookie());
  }

  private static String session(Client.Reply reply) {
    return reply.response().headers().allValues("Set-Cookie").stream()
        .filter(each -> each.startsWith(SessionCookies.COOKIE + "="))
        .map(each -> each.replaceAll(";.*", ""))
        .findFirst()
        .orElse("");
  }

  private JsonNode self(String cookie) {
    return client.as("", "GET", "/api/v1/session", "", "Cookie", cookie).json();
  }

  @Test
  void logins_begunTooOften_areRefused_andThoseOfOthersAreNot() {
    int begun = 0;
    Client.Reply refused = from("203.0.113.5");
    while (refused.status() == 303) {
      begun++;
      refused = from("203.0.113.5");
    }
    // One more in each second, and a busy machine takes some for sixty.
    assertTrue(begun >= 60, "begun: " + begun);
    assertEquals(429, refused.status(), refused.text());
    assertEquals("1", refused.header("Retry-After"));
    assertEquals(303, from("203.0.113.6").status());
  }

  private Client.Reply from(String client) {
    return this.client.get("/session/openid", "X-Forwarded-For", client);
  }

  @Test
  void login_good_opensASessionAsForAToken() {
    Begun begun = begin("?to=/cities/cn-jilin");
    Client.Reply reply = end(provider.authorize(begun.address()), begun.cookie());
    assertEquals(303, reply.status(), reply.text());
    assertEquals("/cities/cn-jilin", reply.header("Location"));
    String cookie = session(reply);
    JsonNode self = self(cookie);
    assertEquals("coordinator", self.get("role").stringValue());
    assertEquals("li@example.org (OpenID)", self.get("name").stringValue());
    String csrf = self.get("csrf").stringValue();
    String note = "{\"sort\": \"note\", \"city\": \"cn-jilin\", \"body\": \"x\"}";
    assertEquals(403, client.as("", "POST", "/api/v1/remarks", note, "Cookie", cookie).status());
    Client.Reply written =
        client.as("", "POST", "/api/v1/remarks", note, "Cookie", cookie, "X-CSRF-Token", csrf);
    assertEquals(201, written.status(), written.text());
    String operator = cohort.token("Op", Role.OPERATOR);
    String audit = client.as(operator, "GET", "/api/v1/audit", "").text();
    assertTrue(audit.contains("\"login\"") && audit.contains("li@example.org"), audit);
    assertEquals(303, client.form("", "/sign-out", "csrf=" + csrf, "Cookie", cookie).status());
    assertEquals("anonymous", self(cookie).get("role").stringValue());
  }

  @Test
  void login_ofACitysStaff_hasItsCities() {
    provider.gives(
        Signature.GOOD,
        all -> all.claim("roles", "towns").claim("cities", List.of("Jilin", "us-ca-oakland")));
    JsonNode self = self(session(login()));
    assertEquals("city", self.get("role").stringValue());
    assertEquals(
        List.of("cn-jilin", "us-ca-oakland"),
        self.get("cities").valueStream().map(JsonNode::stringValue).toList());
  }

  @Test
  void login_ofACity_thatIsNotInTheCatalog_isRefused_andNotBesideAnother() {
    provider.gives(
        Signature.GOOD, all -> all.claim("roles", "towns").claim("cities", "us-ca-nowhere"));
    Client.Reply reply = login();
    assertRefused(reply, 403);
    assertTrue(reply.text().contains("us-ca-nowhere"), reply.text());
    provider.gives(
        Signature.GOOD,
        all -> all.claim("roles", "towns").claim("cities", List.of("us-ca-nowhere", "Jilin")));
    assertEquals("[\"cn-jilin\"]", self(session(login())).get("cities").toString());
  }

  @Test
  void session_revokedByAnOperator_endsAtOnce() {
    String cookie = session(login());
    String operator = cohort.token("Op", Role.OPERATOR);
    JsonNode tokens = client.as(operator, "GET", "/api/v1/tokens", "").json().get("items");
    for (JsonNode each : tokens) {
      if (each.get("name").stringValue().startsWith("li@example.org")) {
        var _ = client.as(operator, "DELETE", "/api/v1/tokens/" + each.get("id").stringValue(), "");
      }
    }
    assertEquals("anonymous", self(cookie).get("role").stringValue());
  }

  static Stream<Consumer<JWTClaimsSet.Builder>> badClaims() {
    return Stream.of(
        all -> all.issuer("https://evil.example.org"),
        all -> all.audience("another"),
        all -> all.audience(List.of("another", "greenpair")).claim("azp", "another"),
        all -> all.claim("nonce", "another"),
        all -> all.claim("nonce", null),
        all -> all.expirationTime(Date.from(Instant.now().minusSeconds(3600))),
        all -> all.expirationTime(null),
        all -> all.issueTime(Date.from(Instant.now().plusSeconds(3600))),
        all -> all.subject(null));
  }

  @ParameterizedTest
  @MethodSource("badClaims")
  void token_withABadClaim_isRefused(Consumer<JWTClaimsSet.Builder> bend) {
    provider.gives(Signature.GOOD, bend);
    assertRefused(login(), 403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ANOTHER_KEY", "NONE", "SECRET"})
  void token_notSignedByTheProvider_isRefused(String how) {
    provider.gives(Signature.valueOf(how), all -> {});
    assertRefused(login(), 403);
  }

  static void assertRefused(Client.Reply reply, int status) {
    assertEquals(status, reply.status(), reply.text());
    assertEquals("", session(reply));
    assertFalse(reply.json().get("detail").stringValue().isBlank());
    assertTrue(reply.json().get("detail_zh").stringValue().matches(".*[\\u4e00-\\u9fff].*"));
  }

  @Test
  void callback_withAnotherStateOrBrowser_isRefused() {
    Begun begun = begin("");
    String query = provider.authorize(begun.address());
    assertRefused(end(query.replaceAll("state=.*", "state=x"), begun.cookie()), 403);
    assertRefused(end(query.replaceAll("&state=.*", ""), begun.cookie()), 403);
    assertRefused(end("", begun.cookie()), 403);
    assertRefused(end("state=%25zz&code=&error=%00", begun.cookie()), 403);
    Begun other = begin("");
    assertRefused(end(query, other.cookie()), 403);
    // The state is used up by the attempt: not even the right browser gets in with it now.
    assertRefused(end(query, begun.cookie()), 403);
  }

  @Test
  void callback_sentAgain_orByAnotherIssuer_isRefused() {
    Begun begun = begin("");
    String query = provider.authorize(begun.address());
    assertEquals(303, end(query, begun.cookie()).status());
    assertRefused(end(query, begun.cookie()), 403);
    Begun elsewhere = begin("");
    String evil = provider.authorize(elsewhere.address()) + "&iss=https%3A%2F%2Fevil.example.org";
    assertRefused(end(evil, elsewhere.cookie()), 403);
    // Nor does a code serve for another login.
    Begun second = begin("");
    String fresh = provider.authorize(second.address());
    String mixed = query.replaceAll("&state=.*", "") + fresh.replaceAll("code=[^&]*", "");
    assertRefused(end(mixed, second.cookie()), 403);
  }

  @Test
  void person_withoutARoleOrACity_getsTheReason() {
    for (Object roles : new Object[] {List.of("strangers"), "x", 7, List.of()}) {
      provider.gives(Signature.GOOD, all -> all.claim("roles", roles));
      Client.Reply reply = login();
      assertRefused(reply, 403);
      assertTrue(reply.text().contains("roles"), reply.text());
    }
    provider.gives(Signature.GOOD, all -> all.claim("roles", "towns").claim("cities", "No City"));
    Client.Reply reply = login();
    assertRefused(reply, 403);
    assertTrue(reply.text().contains("cities"), reply.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example.org",
        "https://evil.example.org",
        "/%5cevil.example.org",
        "/%0d%0ax:y"
      })
  void login_neverLeadsElsewhere(String to) {
    Begun begun = begin("?to=" + to);
    assertEquals("/", end(provider.authorize(begun.address()), begun.cookie()).header("Location"));
  }

  @Test
  void signInPage_leadsToTheProvider_andAFailedLoginIsAPage() {
    Client.Reply page = client.get("/sign-in?back=/cohort&lang=zh", headers());
    assertTrue(page.text().contains("使用单位账号登录"), page.text());
    assertTrue(page.text().contains("/session/openid?to="), page.text());
    Client.Reply failed =
        client.get(OpenIdLogin.CALLBACK + "?code=x&state=y", headers("Accept", "text/html"));
    assertEquals(403, failed.status());
    assertTrue(failed.text().contains("Sign-in failed"), failed.text());
  }
}
