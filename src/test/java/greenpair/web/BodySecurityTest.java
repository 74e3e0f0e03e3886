package greenpair.web;

import static greenpair.web.GuardedCohort.NOTE;
import static greenpair.web.GuardedCohort.REMARKS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Shared;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What somebody tries with the body of a request.
class BodySecurityTest {
  @RegisterExtension static final Shared<GuardedCohort> GUARDED = GuardedCohort.shared();

  private final GuardedCohort guarded = GUARDED.get();
  private final Client client = guarded.client;
  private final String token = guarded.token;

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
}
