package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.program.access.Caller.Role;
import greenpair.web.settings.WebSettings;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests that are meant to be expensive, and connections that are meant to stay open.
@Tag("slow")
class QueryOfDeathTest {
  private static final int CONNECTIONS = 10_000;
  private static final int READERS = 40;

  @RegisterExtension static final Served SERVED = Served.shared();

  private static String repeated(String part, int times) {
    return IntStream.range(0, times).mapToObj(i -> part).collect(Collectors.joining(" "));
  }

  static Stream<String> dearWords() {
    return Stream.of(
        IntStream.range(0, 10_000).mapToObj(i -> "t" + i).collect(Collectors.joining(" ")),
        IntStream.range(0, 1_700).mapToObj(i -> "t" + i).collect(Collectors.joining(" ")),
        repeated("*", 1_000),
        repeated("a*", 1_000),
        repeated("?b*c?", 1_000),
        "\"" + repeated("heat pump", 900) + "\"~100000",
        "(".repeat(3_000) + "a" + ")".repeat(3_000),
        "(a+)+".repeat(1_000) + "!",
        "heat^99999999999999999999 OR NOT NOT NOT -" + "-".repeat(2_000),
        "热泵".repeat(4_000),
        "aaaaaaaaaaaaaaaaaaaaaaaaa".repeat(390),
        "heatpmp~2 " + repeated("biomss~2", 900),
        "e\u0301".repeat(4_000),
        "\u202e".repeat(9_000),
        "not without except " + repeated("not solar", 900));
  }

  @ParameterizedTest
  @MethodSource("dearWords")
  void words_madeToBeDear_areAnsweredOrRefused(String words) {
    for (String path : List.of("/api/v1/search", "/api/v1/suggestions")) {
      Client.Reply reply = SERVED.client().get(Client.query(path, "q", words));
      assertTrue(Set.of(200, 400).contains(reply.status()), path + " " + reply.status());
    }
  }

  @Test
  void answer_thatTakesTooLong_isBrokenOff(@TempDir Path data) throws IOException {
    WebSettings settings = new SettingsMaker().answerWithin(Duration.ofNanos(1)).make();
    try (Cohort hurried = Cohort.served(data, settings)) {
      for (String path :
          List.of(
              "/api/v1/search?q=heat",
              "/api/v1/suggestions?q=heat",
              "/api/v1/cities/cn-jilin/recommendations",
              "/api/v1/gaps")) {
        Client.Reply reply = hurried.client().get(path);
        assertEquals(503, reply.status(), path);
        assertFalse(reply.header("Retry-After").isEmpty());
        assertEquals("/problems/took-too-long", reply.json().get("type").stringValue());
        assertTrue(reply.json().get("detail_zh").stringValue().contains("中止"));
      }
      Client.Reply page = hurried.client().get("/?q=heat&lang=zh", "Accept", "text/html");
      assertEquals(503, page.status());
      assertTrue(page.text().contains("请求耗时过长"), page.text());
      assertEquals(200, hurried.client().get("/healthz").status());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/..%2fmessages_en.properties",
        "/assets/%2e%2e%2fapplication.yaml",
        "/assets/..\\..\\messages_en.properties",
        "/assets/../../logback.xml",
        "/assets/%00app.css",
        "/assets/app.css%00.png",
        "/assets//etc/passwd",
        "/docs/..;/healthz"
      })
  void asset_outsideItsFolder_isNotThere(String path) throws IOException {
    String answer =
        SERVED
            .client()
            .raw(
                ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
    assertTrue(answer.matches("(?s)HTTP/1.1 40[04] .*"), answer);
  }

  @Test
  void connections_tenThousandIdleOnes_delayNoOthers() throws IOException {
    var system =
        (com.sun.management.UnixOperatingSystemMXBean)
            java.lang.management.ManagementFactory.getOperatingSystemMXBean();
    long free = system.getMaxFileDescriptorCount() - system.getOpenFileDescriptorCount() - 500;
    int wanted = (int) Math.min(CONNECTIONS, free / 2); // Both ends are in this process.
    System.out.println("idle connections: " + wanted);
    List<Socket> idle = new ArrayList<>();
    try {
      for (int i = 0; i < wanted; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), SERVED.cohort().server.port());
        idle.add(socket);
        if (i % 10 == 0) {
          socket.getOutputStream().write("GET /api/v1/cit".getBytes(StandardCharsets.US_ASCII));
        }
      }
      for (int i = 0; i < 20; i++) {
        assertEquals(200, SERVED.client().get("/api/v1/cities?limit=1").status());
      }
    } finally {
      for (Socket each : idle) {
        each.close();
      }
    }
  }

  @Test
  void readers_whoDoNotRead_delayNoOthers() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      byte[] request =
          "GET /api/v1/search?kind=solution&limit=100 HTTP/1.1\r\nHost: localhost\r\n\r\n"
              .repeat(20)
              .getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < READERS; i++) {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(1024);
        socket.connect(
            new java.net.InetSocketAddress(
                InetAddress.getLoopbackAddress(), SERVED.cohort().server.port()));
        socket.getOutputStream().write(request);
        slow.add(socket);
      }
      for (int i = 0; i < 20; i++) {
        assertEquals(200, SERVED.client().get("/api/v1/cities?limit=1").status());
      }
    } finally {
      for (Socket each : slow) {
        each.close();
      }
    }
  }

  @Test
  void body_thatSaysOneLengthAndSendsAnother_endsTheConnectionOnly() throws IOException {
    String token = SERVED.cohort().token("Li", Role.COORDINATOR);
    String answer =
        SERVED
            .client()
            .raw(
                ("POST /api/v1/remarks HTTP/1.1\r\n"
                        + "Host: localhost\r\n"
                        + "Content-Type: application/json\r\n"
                        + "Authorization: Bearer "
                        + token
                        + "\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n"
                        + "Connection: close\r\n\r\n0\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
    assertTrue(answer.matches("(?s)HTTP/1.1 40[0-9] .*"), answer);
    Client.Reply after =
        SERVED.client().send("GET", "/healthz", HttpRequest.BodyPublishers.noBody());
    assertEquals(200, after.status());
  }
}
