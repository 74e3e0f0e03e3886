package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import greenpair.Shared;
import greenpair.program.access.Caller.Role;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The example of a reverse proxy, docs/operation/nginx.conf, with a certificate of its own.
/// Without nginx on the machine it is skipped; `-Dgreenpair.nginx=FILE` names one.
@Tag("slow")
class ReverseProxyTest {
  private static final String NGINX = System.getProperty("greenpair.nginx", "nginx");

  /// So that it needs no folder of the system.
  private static final String OWN_FOLDERS =
      "client_body_temp_path a; proxy_temp_path b; fastcgi_temp_path c; uwsgi_temp_path d;"
          + " scgi_temp_path e;";

  @RegisterExtension static final Shared<GuardedCohort> GUARDED = GuardedCohort.shared();

  @TempDir private Path folder;

  private static boolean runs(String... command) throws IOException, InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void example_servesTheProgrammeOverTls_andTellsTheServerWhoAsks() throws Exception {
    assumeTrue(runs(NGINX, "-v") && runs("openssl", "version"), "nginx or openssl is missing");
    Path key = folder.resolve("key.pem");
    Path certificate = folder.resolve("certificate.pem");
    assertTrue(
        runs(
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "1",
            "-subj",
            "/CN=localhost",
            "-addext",
            "subjectAltName=DNS:localhost",
            "-keyout",
            key.toString(),
            "-out",
            certificate.toString()));
    int port = freePort();
    String example = Files.readString(Path.of("docs/operation/nginx.conf"));
    String used =
        example
            .replace("http {", "http {\n" + OWN_FOLDERS)
            .replace("127.0.0.1:8080", "127.0.0.1:" + GUARDED.get().cohort.server.port())
            .replace("listen 80;", "listen 127.0.0.1:" + freePort() + ";")
            .replace("listen 443 ssl;", "listen 127.0.0.1:" + port + " ssl;")
            .replace("/etc/ssl/greenpair.pem", certificate.toString())
            .replace("/etc/ssl/private/greenpair.key", key.toString());
    Path file = Files.writeString(folder.resolve("nginx.conf"), used);
    String own = "daemon off; pid " + folder + "/pid; error_log stderr;";
    Process nginx =
        new ProcessBuilder(NGINX, "-p", folder.toString(), "-c", file.toString(), "-g", own)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    try {
      ask(port);
    } finally {
      nginx.destroy();
      nginx.waitFor();
    }
  }

  private void ask(int port) throws Exception {
    HttpClient client =
        HttpClient.newBuilder()
            .sslContext(trusting())
            .connectTimeout(Duration.ofSeconds(30))
            .build();
    String base = "https://localhost:" + port;
    HttpResponse<String> health = null;
    for (int tried = 0; health == null; tried++) {
      try {
        health = send(client, HttpRequest.newBuilder(URI.create(base + "/healthz")));
      } catch (IOException e) {
        assertTrue(tried < 300, () -> "nginx does not listen: " + log());
        Thread.sleep(200);
      }
    }
    assertEquals(200, health.statusCode());
    assertFalse(health.headers().firstValue("Strict-Transport-Security").isEmpty());
    for (String path : List.of("/metrics", "/metrics/", "/%6detrics")) {
      HttpResponse<String> metrics = send(client, HttpRequest.newBuilder(URI.create(base + path)));
      assertEquals(404, metrics.statusCode(), path);
    }

    String form = "token=" + GUARDED.get().token;
    HttpResponse<String> signedIn =
        send(
            client,
            HttpRequest.newBuilder(URI.create(base + "/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", base)
                .header("X-Forwarded-For", "203.0.113.9")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    assertEquals(303, signedIn.statusCode(), signedIn.body());
    String cookie = signedIn.headers().firstValue("Set-Cookie").orElse("");
    assertTrue(cookie.contains("Secure") && cookie.contains("HttpOnly"), cookie);
    String operator = GUARDED.get().cohort.token("Op", Role.OPERATOR);
    String audit = GUARDED.get().client.as(operator, "GET", "/api/v1/audit?limit=5", "").text();
    assertTrue(audit.contains("\"client\":\"127.0.0.1\""), audit);
    assertFalse(audit.contains("203.0.113.9"), "the client named itself: " + audit);

    String long2M = "x".repeat(2 << 20);
    HttpResponse<String> tooLong =
        send(
            client,
            HttpRequest.newBuilder(URI.create(base + "/api/v1/recommendations"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(long2M)));
    assertEquals(413, tooLong.statusCode());
    String query = "/api/v1/search?q=" + "%E7%83%AD".repeat(9_000);
    assertEquals(200, send(client, HttpRequest.newBuilder(URI.create(base + query))).statusCode());
  }

  private String log() {
    try (Stream<String> lines = Files.lines(folder.resolve("log"))) {
      return lines.limit(20).toList().toString();
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /// Trusts the certificate that the test made.
  private static SSLContext trusting() throws Exception {
    TrustManager all =
        new X509ExtendedTrustManager() {
          @Override
          public void checkClientTrusted(X509Certificate[] chain, String type) {}

          @Override
          public void checkServerTrusted(X509Certificate[] chain, String type) {}

          @Override
          public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

          @Override
          public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

          @Override
          public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

          @Override
          public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

          @Override
          public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
          }
        };
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, List.of(all).toArray(TrustManager[]::new), null);
    return context;
  }
}
