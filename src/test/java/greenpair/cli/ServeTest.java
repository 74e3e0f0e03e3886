package greenpair.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `greenpair serve` as the system starts and ends it.
@Tag("slow")
class ServeTest {
  private static final Map<String, String> OPENID =
      Map.of(
          "GREENPAIR_OPENID_ISSUER", "http://localhost:1",
          "GREENPAIR_OPENID_CLIENT_ID", "greenpair",
          "GREENPAIR_OPENID_ROLES", "staff=city",
          "GREENPAIR_OPENID_CITIES", "Jilin=cn-jilin, Nowhere=cn-nowhere",
          "GREENPAIR_PUBLIC_URL", "http://localhost:8080");

  @Test
  void cityThatDoesNotExist_isNamedAtTheStart_andSigtermEndsInSilence(@TempDir Path data)
      throws IOException {
    ServerProcess server = ServerProcess.start(data, OPENID);
    String start = server.said();
    assertTrue(start.contains("openid_cities names \"cn-nowhere\""), start);
    assertFalse(start.contains("cn-jilin"), start);
    assertEquals(128 + 15, server.stop()); // A second after the start, when it still prepares.
    String end = server.said().substring(start.length());
    assertEquals("", end.replaceAll("(?m)^.* INFO .*\n", ""));
  }
}
