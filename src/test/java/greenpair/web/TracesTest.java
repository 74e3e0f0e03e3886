package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import greenpair.registry.format.CatalogJson;
import greenpair.web.settings.WebSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The spans that an OpenTelemetry collector receives.
class TracesTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  @Test
  void request_isASpanOfTheCallersTrace_withoutItsQuery(@TempDir Path data) throws Exception {
    ConcurrentLinkedQueue<String> received = new ConcurrentLinkedQueue<>();
    HttpServer collector =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/v1/traces",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          received.add(new String(body, StandardCharsets.ISO_8859_1));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
    URI address = URI.create("http://127.0.0.1:" + collector.getAddress().getPort());
    WebSettings settings =
        new SettingsMaker()
            .stopWithin(Duration.ofSeconds(10))
            .answerWithin(Duration.ofSeconds(1))
            .zone(ZoneOffset.UTC)
            .traces(address)
            .make();
    CatalogJson codec = new CatalogJson(CohortRules.READ.taxonomy());
    try (Cohort cohort = new Cohort(data, settings, codec, InstantSource.system())) {
      cohort.server.start("127.0.0.1", 0);
      Client.Reply reply =
          cohort
              .client()
              .get(
                  "/api/v1/cities/cn-jilin?lang=zh&secret=s3cret",
                  "traceparent",
                  "00-" + TRACE + "-00f067aa0ba902b7-01");
      assertEquals(503, reply.status(), "nothing is published");
    } finally {
      collector.stop(0);
    }
    String sent = String.join("", received);
    assertTrue(sent.contains("GET /api/v1/cities/{id}"), sent);
    assertTrue(sent.contains("/api/v1/cities/cn-jilin") && sent.contains("service.name"), sent);
    String trace = new String(HexFormat.of().parseHex(TRACE), StandardCharsets.ISO_8859_1);
    assertTrue(sent.contains(trace), "the trace of the caller");
    assertTrue(!sent.contains("s3cret"), sent);
  }
}
