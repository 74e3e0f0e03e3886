package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.web.auth.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// How answers are sent: their headers, without body, compressed.
class AnswerHeadersTest {
  @RegisterExtension static final Served SERVED = Served.shared();

  @Test
  void everyAddress_thatAnswersInJson_hasItsHeaders() {
    for (Route route : SERVED.cohort().api()) {
      if (!route.method().equals(io.javalin.http.HandlerType.GET)) {
        continue;
      }
      String path =
          route
              .path()
              .replace("{kind}", "city")
              .replace("{id}", "us-ca-oakland")
              .replace("{city}", "us-ca-oakland")
              .replace("{name}", "gbfs")
              .replace("{link}", "x");
      Client.Reply reply = SERVED.client().get(path);
      assertTrue(reply.header("Content-Type").contains("json"), path);
      assertTrue(reply.header("Content-Type").contains("charset=utf-8"), path);
      assertEquals("nosniff", reply.header("X-Content-Type-Options"), path);
      assertTrue(reply.header("Cache-Control").contains("no-cache"), path);
      assertTrue(reply.header("Vary").startsWith("Accept-Encoding"), path);
      assertTrue(reply.header("Content-Security-Policy").startsWith("default-src 'none'"), path);
      assertFalse(reply.header("X-Request-Id").isEmpty(), path);
      assertEquals("en, zh", reply.header("Content-Language"), path);
      assertEquals("", reply.header("Server"), path);
    }
  }

  @Test
  void answer_toAClientThatTakesGzip_isCompressed() throws IOException {
    Client.Reply reply = SERVED.client().get("/api/v1/taxonomy", "Accept-Encoding", "gzip");
    assertEquals("gzip", reply.header("Content-Encoding"));
    byte[] plain =
        new GZIPInputStream(new ByteArrayInputStream(reply.response().body())).readAllBytes();
    assertArrayEquals(SERVED.client().get("/api/v1/taxonomy").response().body(), plain);
  }
}
