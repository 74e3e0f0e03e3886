package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Attacks with headers and addresses.
class AddressSecurityTest {
  @RegisterExtension static final Shared<GuardedCohort> GUARDED = GuardedCohort.shared();

  private final GuardedCohort guarded = GUARDED.get();
  private final Client client = guarded.client;
  private final String token = guarded.token;

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
            ("GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Request-Id: "
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
                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
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
                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: text/html\r\n"
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/search?q=",
        "/api/v1/search?q=",
        "/search?q=",
        "/programme?x=",
        "/programme?x=%E6%B0%B4",
        "/sign-in?back=/",
        "/cities?lang=zh&x="
      })
  void addressOfSixteenThousandCharacters_isAnsweredOrRefused_andIsNoFailure(String path) {
    Client.Reply reply = client.get(path + "a".repeat(15_900), "Accept", "text/html");
    assertTrue(reply.status() < 500, path + ": " + reply.status());
    assertTrue(reply.header("Location").length() < 8_000, path);
  }
}
