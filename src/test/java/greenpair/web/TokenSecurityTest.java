package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Shared;
import greenpair.program.access.Caller.Role;
import greenpair.program.access.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Attacks with invalid tokens.
class TokenSecurityTest {
  @RegisterExtension static final Shared<GuardedCohort> GUARDED = GuardedCohort.shared();

  private final GuardedCohort guarded = GUARDED.get();
  private final Cohort cohort = guarded.cohort;
  private final Client client = guarded.client;
  private final String token = guarded.token;

  @Test
  void badTokens_areAllRefusedAlike_andSlowedDown() {
    String address = "203.0.113.77";
    List<String> guesses = new ArrayList<>(List.of("x", "gp_", "' OR 1=1 --", token + "0"));
    guesses.add(token.substring(0, 24) + "0".repeat(64));
    guesses.add("gp_" + "0".repeat(20) + "_" + token.substring(24));
    List<String> answers = new ArrayList<>();
    for (String guess : guesses) {
      Client.Reply reply = client.as(guess, "GET", "/api/v1/edits", "", "X-Forwarded-For", address);
      assertEquals(401, reply.status());
      answers.add(reply.json().get("detail").stringValue());
      assertFalse(reply.text().contains(guess) && guess.length() > 3, guess);
    }
    assertEquals(1, answers.stream().distinct().count());
    int status = 401;
    String retry = "";
    for (int i = 0; i < 30 && status == 401; i++) {
      Client.Reply reply =
          client.as("gp_wrong", "GET", "/api/v1/edits", "", "X-Forwarded-For", address);
      status = reply.status();
      retry = reply.header("Retry-After");
    }
    assertEquals(429, status);
    assertTrue(Integer.parseInt(retry) >= 1);
    // Others, and those who do not sign in, are not held up by it.
    assertEquals(200, client.as(token, "GET", "/api/v1/edits", "").status());
    assertEquals(200, client.get("/api/v1/cities", "X-Forwarded-For", address).status());
  }

  /// Tokens that are not good, each for another reason.
  private List<String> notGood() {
    Instant now = Instant.now();
    Tokens.Created expired =
        cohort.program.write(
            all ->
                all.tokens()
                    .create(
                        "Bo", Role.OPERATOR, Set.of(), now.minusSeconds(1), now.minusSeconds(9)));
    String revoked = cohort.token("Bo", Role.OPERATOR);
    var _ = cohort.program.write(all -> all.tokens().revoke(revoked.substring(3, 23), now));
    String unknown = "gp_" + "0".repeat(20) + token.substring(23);
    String wrong = token.substring(0, 24) + "0".repeat(token.length() - 24);
    return List.of("gp_malformed", unknown, wrong, expired.secret(), revoked);
  }

  @Test
  void token_unknownWrongExpiredOrRevoked_isAnsweredAlike_andCounted() {
    List<String> tokens = notGood();
    Set<String> answers = new HashSet<>();
    for (int at = 0; at < tokens.size(); at++) {
      String bad = tokens.get(at);
      String[] from = {"X-Forwarded-For", "203.0.113." + (100 + at), "X-Request-Id", "same"};
      Client.Reply read = client.as(bad, "GET", "/api/v1/edits", "", from);
      Client.Reply signIn = guarded.signInAs(bad, from);
      answers.add(read.status() + " " + read.header("WWW-Authenticate") + read.text());
      assertEquals(401, signIn.status(), bad);
      assertTrue(signIn.header("Set-Cookie").isEmpty(), bad);
      int status = 0;
      for (int again = 0; again < 30 && status != 429; again++) {
        status = client.as(bad, "GET", "/api/v1/edits", "", from).status();
      }
      assertEquals(429, status, "guesses of this sort are not counted: " + at);
    }
    assertEquals(1, answers.size(), answers::toString);
    assertTrue(answers.stream().allMatch(each -> each.startsWith("401 Bearer")), answers::toString);
  }

  @Test
  void caller_whoNamesOwnRole_isNotBelieved() {
    for (String header : List.of("X-Role", "X-User", "Role", "X-Forwarded-User")) {
      assertEquals(401, client.get("/api/v1/audit", header, "operator").status());
    }
    assertEquals(400, client.as("", "GET", "/api/v1/session?role=operator", "").status());
  }

  @Test
  void goodToken_behindAnAddressThatSentManyBadOnes_passes() {
    String[] from = {"X-Forwarded-For", "203.0.113.201"};
    for (int i = 0; i < 25; i++) {
      int status = client.as("gp_wrong", "GET", "/api/v1/edits", "", from).status();
      assertEquals(i < 20 ? 401 : 429, status, "after " + i);
    }
    assertEquals(200, client.as(token, "GET", "/api/v1/edits", "", from).status());
    assertEquals(303, guarded.signIn(from).status());
  }
}
