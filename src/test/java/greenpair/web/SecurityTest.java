package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.program.Role;
import greenpair.program.Tokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What somebody tries who should not.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecurityTest {
  private static final String NOTE =
      "{\"sort\": \"note\", \"city\": \"cn-jilin\", \"body\": \"x\"}";
  private static final String REMARKS = "/api/v1/remarks";

  /// Bounded by the sockets that a process may have open here; each connection takes two.
  private static final int IDLE = 400;

  private Cohort cohort;
  private Client client;
  private String token;

  @BeforeAll
  void serve(@TempDir Path data) throws IOException {
    WebSettings settings =
        new WebSettings(
            1_000_000,
            1 << 16,
            Duration.ofMillis(50),
            Duration.ofSeconds(5),
            new Doors(true, 0, true, false));
    cohort = Cohort.served(data, settings);
    client = cohort.client();
    token = cohort.token("Li", Role.COORDINATOR);
  }

  @AfterAll
  void stop() {
    cohort.close();
  }

  private Client.Reply signIn(String... headers) {
    return client.as("", "POST", "/api/v1/session", "{\"token\": \"" + token + "\"}", headers);
  }

  private static String cookie(Client.Reply signedIn) {
    return signedIn.header("Set-Cookie").replaceAll(";.*", "");
  }

  // Sessions and CSRF

  @Test
  void session_cookie_isHiddenFromScriptsAndOtherSites() {
    Client.Reply reply = signIn();
    assertEquals(200, reply.status(), reply.text());
    String cookie = reply.header("Set-Cookie");
    assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), cookie);
    assertTrue(cookie.contains("Path=/") && !cookie.contains("Secure"), cookie);
    assertFalse(cookie.contains(token));
    Client.Reply secure = signIn("X-Forwarded-Proto", "https");
    assertTrue(secure.header("Set-Cookie").contains("Secure"), secure.header("Set-Cookie"));
    assertTrue(secure.header("Strict-Transport-Security").startsWith("max-age="));
  }

  @Test
  void write_inASession_needsItsOwnCsrfToken() {
    Client.Reply mine = signIn();
    Client.Reply other = signIn();
    String cookie = cookie(mine);
    String csrf = mine.json().get("csrf").stringValue();
    String othersCsrf = other.json().get("csrf").stringValue();
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
    Client.Reply self = client.as("", "GET", "/api/v1/session", "", "Cookie", cookie);
    assertEquals(csrf, self.json().get("csrf").stringValue());
    assertEquals(403, client.as("", "DELETE", "/api/v1/session", "", "Cookie", cookie).status());
    assertEquals(
        204,
        client
            .as("", "DELETE", "/api/v1/session", "", "Cookie", cookie, "X-CSRF-Token", csrf)
            .status());
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
            cookie(signIn()),
            "Content-Type",
            "application/x-www-form-urlencoded");
    assertEquals(403, reply.status());
  }

  // Tokens

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
    assertEquals(200, client.get("/api/cities", "X-Forwarded-For", address).status());
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
      Client.Reply signIn =
          client.as("", "POST", "/api/v1/session", "{\"token\": \"" + bad + "\"}", from);
      answers.add(read.status() + " " + read.header("WWW-Authenticate") + read.text());
      answers.add(signIn.status() + " " + signIn.header("WWW-Authenticate") + signIn.text());
      assertTrue(signIn.header("Set-Cookie").isEmpty(), bad);
      int status = 0;
      for (int again = 0; again < 30 && status != 429; again++) {
        status = client.as(bad, "GET", "/api/v1/edits", "", from).status();
      }
      assertEquals(429, status, "guesses of this sort are not counted: " + at);
    }
    // One answer of each of the two addresses, which name themselves.
    assertEquals(2, answers.size(), answers::toString);
    assertTrue(answers.stream().allMatch(each -> each.startsWith("401 Bearer")), answers::toString);
  }

  @Test
  void session_ofATokenThatIsRevoked_endsWithIt() {
    String revoked = cohort.token("Bo", Role.COORDINATOR);
    Client.Reply opened =
        client.as("", "POST", "/api/v1/session", "{\"token\": \"" + revoked + "\"}");
    String cookie = cookie(opened);
    assertEquals(200, client.as("", "GET", "/api/v1/edits", "", "Cookie", cookie).status());
    var _ =
        cohort.program.write(all -> all.tokens().revoke(revoked.substring(3, 23), Instant.now()));
    assertEquals(401, client.as("", "GET", "/api/v1/edits", "", "Cookie", cookie).status());
  }

  @Test
  void caller_whoNamesOwnRole_isNotBelieved() {
    for (String header : List.of("X-Role", "X-User", "Role", "X-Forwarded-User")) {
      assertEquals(401, client.get("/api/v1/audit", header, "operator").status());
    }
    assertEquals(400, client.as("", "GET", "/api/v1/session?role=operator", "").status());
    String asked = "{\"token\": \"" + token + "\", \"role\": \"operator\"}";
    assertEquals(400, client.as("", "POST", "/api/v1/session", asked).status());
  }

  // Headers and addresses

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b",
        "x\ty",
        "ünicode",
        "<script>",
        "0123456789012345678901234567890123456789012345678901234567890123456789"
      })
  void requestId_thatIsNoPlainWord_isReplaced(String id) throws IOException {
    String answer =
        client.raw(
            ("GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Request-Id: "
                    + id
                    + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
    assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
    assertFalse(answer.contains(id), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/remarks/..%2f..%2fetc%2fpasswd",
        "/api/v1/edits/need/..%5c..%5cwindows",
        "/api/v1/edits/need/%0d%0aSet-Cookie:x=1",
        "/api/v1/introductions/%00",
        "/api/v1/introductions/' OR '1'='1",
        "/docs/../../etc/passwd",
        "/docs/..%2f..%2flogback.xml"
      })
  void addressThatLeadsOutside_namesNothing(String path) throws IOException {
    String answer =
        client.raw(
            ("GET "
                    + path.replace(" ", "%20")
                    + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                    + "Authorization: Bearer "
                    + token
                    + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
    assertTrue(answer.matches("(?s)HTTP/1.1 40[04] .*"), answer);
    String head = answer.substring(0, answer.indexOf("\r\n\r\n"));
    assertFalse(head.contains("Set-Cookie"), head);
    assertFalse(answer.contains("root:"), answer);
  }

  /// What a client wrote never ends a line of the answer's head.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/cities?lang=zh%0d%0aX-Evil:%201",
        "/cities?city=cn-jilin%0d%0aX-Evil:%201",
        "/sign-in?back=/%0d%0aX-Evil:%201",
        "/edits?city=cn-jilin%0d%0aX-Evil:%201",
        "/session/openid?to=/%0d%0aX-Evil:%201",
        "/api/v1/search?q=heat&format=csv%0d%0aX-Evil:%201",
        "/api/v1/rejects/gbfs.rejects.csv%0d%0aX-Evil:%201",
        "/api/v1/entries/city/cn-jilin%0d%0aX-Evil:%201",
        "/api/v1/cities/cn-jilin?lang=en%0aX-Evil:%201"
      })
  void lineBreak_inAnAddress_makesNoHeader(String path) throws IOException {
    String answer =
        client.raw(
            ("GET "
                    + path
                    + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept: text/html\r\n"
                    + "Authorization: Bearer "
                    + token
                    + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
    String head = answer.substring(0, answer.indexOf("\r\n\r\n"));
    assertFalse(head.contains("\nX-Evil"), head);
    assertTrue(answer.matches("(?s)HTTP/1.1 [234]0[0-9] .*"), head);
  }

  @Test
  void lineBreak_inAForm_makesNoHeader() {
    for (String back : List.of("/\r\nX-Evil: 1", "/\nX-Evil: 1", "/\u560d\u560aX-Evil: 1")) {
      Client.Reply reply = new Visitor(client, "en").post("/sign-in", "token", token, "back", back);
      assertEquals(303, reply.status());
      assertTrue(reply.header("Location").endsWith("/"), reply.header("Location"));
      assertEquals("", reply.header("X-Evil"));
    }
  }

  // Bodies

  @Test
  void jsonBombs_areRefused() {
    String deep = "{\"a\":".repeat(5000) + "1" + "}".repeat(5000);
    String wide = "{\"entry\": {\"technologies\": [" + "1,".repeat(20_000) + "1]}}";
    String number = "{\"sort\": 1" + "0".repeat(5000) + "}";
    for (String body : List.of(deep, wide, number, "{\"sort\": 1e999999999}")) {
      for (String path : List.of(REMARKS, "/api/v1/introductions")) {
        int status = client.as(token, "POST", path, body).status();
        assertTrue(status == 400 || status == 413, path + " " + status);
      }
      int status = client.as(token, "PUT", "/api/v1/edits/need/bomb", body).status();
      assertTrue(status == 400 || status == 413, "edit " + status);
    }
  }

  @Test
  void body_tooLongOrCompressed_isRefused() throws IOException {
    String longest = NOTE.replace("\"x\"", "\"" + "x".repeat(1 << 17) + "\"");
    assertEquals(413, client.as(token, "POST", REMARKS, longest).status());
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write(new byte[10_000_000]);
    }
    Client.Reply reply =
        client.send(
            "POST",
            REMARKS,
            HttpRequest.BodyPublishers.ofByteArray(zipped.toByteArray()),
            "Authorization",
            "Bearer " + token,
            "Content-Type",
            "application/json",
            "Content-Encoding",
            "gzip");
    assertEquals(415, reply.status());
  }

  @Test
  void text_withMarkupAndStatements_comesBackAsItWasAndDoesNothing() {
    String evil = "<img src=x onerror=alert(1)>'; DROP TABLE remark; -- \\u0000 \\u202e";
    Client.Reply made =
        client.as(token, "POST", REMARKS, NOTE.replace("\"x\"", "\"" + evil + "\""));
    assertTrue(made.status() == 201 || made.status() == 400, made.text());
    assertEquals(200, client.as(token, "GET", REMARKS, "").status());
    assertTrue(made.header("Content-Type").contains("json"));
  }

  // Connections

  @Test
  void connections_thatSayNothingOrLittle_holdUpNobody() throws IOException {
    List<Socket> idle = new ArrayList<>();
    try {
      for (int i = 0; i < IDLE; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), cohort.server.port());
        idle.add(socket);
        if (i % 2 == 0) {
          String half =
              "POST /api/v1/remarks HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                  + "Authorization: Bearer "
                  + token
                  + "\r\nContent-Length: 100\r\n\r\n{";
          socket.getOutputStream().write(half.getBytes(StandardCharsets.ISO_8859_1));
          socket.getOutputStream().flush();
        }
      }
      for (int i = 0; i < 20; i++) {
        assertEquals(200, client.get("/api/cities?limit=1").status());
      }
      assertEquals(201, client.as(token, "POST", REMARKS, NOTE).status());
    } finally {
      for (Socket each : idle) {
        each.close();
      }
    }
  }

  @Test
  void address_thatAsksTooOften_isToldWhenToComeBack(@TempDir Path data) throws IOException {
    WebSettings few =
        new WebSettings(
            0,
            1 << 16,
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            new Doors(true, 5, true, false));
    try (Cohort limited = Cohort.served(data, few)) {
      Client asking = limited.client();
      List<Integer> statuses = new ArrayList<>();
      String retry = "";
      for (int i = 0; i < 8; i++) {
        Client.Reply reply = asking.get("/healthz", "X-Forwarded-For", "198.51.100.1");
        statuses.add(reply.status());
        retry = reply.header("Retry-After");
      }
      assertEquals(List.of(200, 200, 200, 200, 200, 429), statuses.subList(0, 6));
      assertTrue(Integer.parseInt(retry) <= 12 && Integer.parseInt(retry) >= 1, retry);
      assertEquals(200, asking.get("/healthz", "X-Forwarded-For", "198.51.100.2").status());
    }
  }

  @Test
  void metrics_tellRoutesAndNeverWhatAClientWrote() {
    var _ = client.get("/api/cities/some-unguessable-name");
    var _ = client.get("/no/such/some-unguessable-name");
    String text = client.get("/metrics").text();
    assertTrue(text.contains("greenpair_requests_seconds_count{"), text);
    assertTrue(text.contains("route=\"/api/cities/{id}\""), text);
    assertTrue(text.contains("greenpair_generation_entries{kind=\"city\"} 21.0"), text);
    assertTrue(text.contains("greenpair_cache_hits_total"), text);
    assertFalse(text.contains("some-unguessable-name"), text);
  }
}
