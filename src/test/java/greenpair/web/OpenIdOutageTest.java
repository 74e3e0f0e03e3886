package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Signing in while the provider does not answer.
class OpenIdOutageTest {
  /// Found from outside: each of 300 logins waited for its own request, one after the other.
  @Test
  void logins_whileTheProviderHangs_shareOneAttempt_andAreThenRefusedAtOnce(@TempDir Path data)
      throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      URI issuer = URI.create("http://localhost:" + silent.getLocalPort());
      try (Cohort hanging = OpenIdTest.served(data, issuer);
          ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
        long begin = System.nanoTime();
        List<Future<Client.Reply>> all =
            IntStream.range(0, 40)
                .mapToObj(
                    each ->
                        many.submit(
                            () ->
                                hanging
                                    .client()
                                    .get(
                                        "/session/openid", "X-Forwarded-For", "203.0.113." + each)))
                .toList();
        for (Future<Client.Reply> each : all) {
          assertEquals(503, each.get().status());
        }
        long seconds = (System.nanoTime() - begin) / 1_000_000_000;
        assertTrue(seconds < 100, () -> "40 logins took " + seconds + " s");
      }
    }
  }

  @Test
  void provider_thatDoesNotAnswer_isATemporaryFault(@TempDir Path data) throws IOException {
    OpenIdProvider gone = new OpenIdProvider();
    URI issuer = gone.issuer();
    gone.close();
    try (Cohort server = OpenIdTest.served(data, issuer)) {
      Client.Reply reply = server.client().get("/session/openid");
      OpenIdTest.assertRefused(reply, 503);
      assertFalse(reply.header("Retry-After").isEmpty());
    }
  }
}
