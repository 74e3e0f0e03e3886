package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What no HTTP client would send: the server itself answers, and that is a problem too.
class BadHttpTest {
  private static final String HOST = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";

  @RegisterExtension static final Served SERVED = Served.shared();

  private String send(String request) throws IOException {
    String answer = SERVED.client().raw(request.getBytes(StandardCharsets.ISO_8859_1));
    assertTrue(answer.contains("Content-Type: application/problem+json"), answer);
    assertTrue(answer.contains("X-Content-Type-Options: nosniff"), answer);
    assertTrue(answer.contains("\"detail_zh\":"), answer);
    assertFalse(answer.toLowerCase(java.util.Locale.ROOT).contains("<html"), answer);
    assertFalse(answer.contains("Exception"), answer);
    assertFalse(answer.contains("Set-Cookie"), answer);
    return answer;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET /api/v1/cities/%zz           | 400 | malformed-http
          GET /api/v1/cities/%00           | 400 | malformed-http
          GET /api/v1/cities/%ff           | 400 | malformed-http
          GET /../etc/passwd            | 400 | malformed-http
          GET /api/v1/cities/..%2f..%2fetc | 404 | not-found
          GET /api/v1/cities/a%2Fb         | 404 | not-found
          GET /api/v1/cities;x=1           | 404 | unknown-route
          GET //api//cities             | 404 | unknown-route
          OPTIONS *                     | 404 | unknown-route
          OPTIONS /api/v1/cities           | 405 | method-not-allowed
          TRACE /                       | 405 | method-not-allowed
          FOO /api/v1/cities               | 405 | method-not-allowed
          """)
  void address_thatIsOdd_isAProblem(String line, int status, String type) throws IOException {
    String answer = send(line + HOST + "\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
    assertTrue(answer.contains("/problems/" + type), answer);
  }

  @Test
  void line_thatIsNoRequest_isAProblem() throws IOException {
    assertTrue(send("HELLO\r\n\r\n").startsWith("HTTP/1.1 400 "));
  }

  @Test
  void line_withoutAVersion_isAProblemOfTheClient() throws IOException {
    String answer = send("GET /\r\n\r\n");
    assertTrue(answer.contains("/problems/malformed-http"), answer);
  }

  @Test
  void host_missing_isAProblem() throws IOException {
    assertTrue(send("GET / HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 400 "));
  }

  @Test
  void host_thatIsNotOurs_isAProblem() throws IOException {
    String evil = HOST.replace("Host: localhost", "Host: evil.example.org:8080");
    for (String path : List.of("/", "/api/v1/cities", "/healthz", "/no/such", "/assets/app.css")) {
      String answer = send("GET " + path + evil + "\r\n");
      assertTrue(answer.startsWith("HTTP/1.1 421 "), answer);
      assertTrue(answer.contains("/problems/misdirected-request"), answer);
    }
  }

  @Test
  void length_thatIsNoNumber_isAProblem() throws IOException {
    String answer = send("POST /api/v1/recommendations" + HOST + "Content-Length: x\r\n\r\n{}");
    assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
  }

  @Test
  void chunk_thatIsInvalid_isAProblemOfTheClient() throws IOException {
    String answer =
        send(
            "POST /api/v1/recommendations"
                + HOST
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzzz\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
  }

  @Test
  void upgrade_toAWebSocket_isNotTakenAndOpensNoSession() throws IOException {
    String upgrade =
        String.join(
            "\r\n",
            "GET /socket HTTP/1.1",
            "Host: localhost",
            "Connection: Upgrade, close",
            "Upgrade: websocket",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "",
            "");
    String answer = send(upgrade);
    assertTrue(answer.startsWith("HTTP/1.1 404 "), answer);
  }
}
