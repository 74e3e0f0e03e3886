package greenpair.web;

import static greenpair.web.GuardedCohort.NOTE;
import static greenpair.web.GuardedCohort.REMARKS;
import static greenpair.web.GuardedCohort.cookie;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Shared;
import greenpair.program.access.Caller.Role;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Attacks with a session, or from another site.
class SessionSecurityTest {
  @RegisterExtension static final Shared<GuardedCohort> GUARDED = GuardedCohort.shared();

  private final GuardedCohort guarded = GUARDED.get();
  private final Cohort cohort = guarded.cohort;
  private final Client client = guarded.client;
  private final String token = guarded.token;

  @Test
  void session_cookie_isHiddenFromScriptsAndOtherSites() {
    Client.Reply reply = guarded.signIn();
    assertEquals(303, reply.status(), reply.text());
    String cookie = reply.header("Set-Cookie");
    assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), cookie);
    assertTrue(cookie.contains("Path=/") && !cookie.contains("Secure"), cookie);
    assertFalse(cookie.contains(token));
    Client.Reply secure = guarded.signIn("X-Forwarded-Proto", "https");
    assertTrue(secure.header("Set-Cookie").contains("Secure"), secure.header("Set-Cookie"));
    assertTrue(secure.header("Strict-Transport-Security").startsWith("max-age="));
  }

  @Test
  void feed_behindAProxyThatEndsTls_hasItsNameAndScheme() {
    String[] forwarded = {"X-Forwarded-Proto", "https", "X-Forwarded-Host", "gp.example.org"};
    String feed =
        client
            .as(token, "POST", "/api/v1/subscription/feed", "")
            .json()
            .get("address")
            .stringValue();

    String atom = client.get(feed, forwarded).text();

    assertTrue(atom.contains("href=\"https://gp.example.org/changes\""), atom);
    assertFalse(client.get(feed).text().contains("https://gp"));
  }

  @Test
  void write_inASession_needsItsOwnCsrfToken() {
    Client.Reply mine = guarded.signIn();
    Client.Reply other = guarded.signIn();
    String cookie = cookie(mine);
    String csrf = guarded.csrf(cookie);
    String othersCsrf = guarded.csrf(cookie(other));
    assertEquals(200, client.as("", "GET", "/api/v1/edits", "", "Cookie", cookie).status());
    for (String wrong : List.of("", "x", othersCsrf)) {
      Client.Reply refused =
          client.as("", "POST", REMARKS, NOTE, "Cookie", cookie, "X-CSRF-Token", wrong);
      assertEquals(403, refused.status());
      assertTrue(refused.text().contains("bad-csrf-token"));
    }
    assertEquals(403, client.as("", "POST", REMARKS, NOTE, "Cookie", cookie).status());
    assertEquals(
        201, client.as("", "POST", REMARKS, NOTE, "Cookie", cookie, "X-CSRF-Token", csrf).status());
    assertEquals(403, client.form("", "/sign-out", "", "Cookie", cookie).status());
    assertEquals(303, client.form("", "/sign-out", "csrf=" + csrf, "Cookie", cookie).status());
    assertEquals(401, client.as("", "GET", "/api/v1/edits", "", "Cookie", cookie).status());
  }

  @Test
  void form_ofAnotherSite_isRefused() {
    String form = "sort=note&city=cn-jilin&body=x";
    Client.Reply reply =
        client.send(
            "POST",
            REMARKS,
            HttpRequest.BodyPublishers.ofString(form),
            "Cookie",
            cookie(guarded.signIn()),
            "Content-Type",
            "application/x-www-form-urlencoded");
    assertEquals(403, reply.status());
  }

  @Test
  void session_ofATokenThatIsRevoked_endsWithIt() {
    String revoked = cohort.token("Bo", Role.COORDINATOR);
    String cookie = cookie(guarded.signInAs(revoked));
    assertEquals(200, client.as("", "GET", "/api/v1/edits", "", "Cookie", cookie).status());
    var _ =
        cohort.program.write(all -> all.tokens().revoke(revoked.substring(3, 23), Instant.now()));
    assertEquals(401, client.as("", "GET", "/api/v1/edits", "", "Cookie", cookie).status());
  }

  /// Browsers send Sec-Fetch-Site to secure sites only, and Origin to all.
  @Test
  void signIn_fromAPageOfAnotherSite_isRefused_alsoOverPlainHttp() {
    String host = "127.0.0.1:" + cohort.server.port();
    for (String foreign :
        List.of("https://evil.example", "http://evil.example", "null", "http://x." + host)) {
      assertEquals(403, guarded.signIn("Origin", foreign).status(), foreign);
    }
    assertEquals(303, guarded.signIn("Origin", "http://" + host).status());
    assertEquals(
        303,
        guarded
            .signIn("Origin", "https://city.example", "X-Forwarded-Host", "city.example")
            .status());
    assertEquals(403, guarded.signIn("Sec-Fetch-Site", "cross-site").status());
  }
}
