package greenpair.web;

import static greenpair.web.GuardedCohort.NOTE;
import static greenpair.web.GuardedCohort.REMARKS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Shared;
import greenpair.program.access.Caller.Role;
import greenpair.web.auth.Route;
import io.javalin.http.HandlerType;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Attacks with the body of a request.
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

  /// Such a name reads as another one on every page.
  @Test
  void storedText_withMarksThatReverseIt_isRefused() {
    String coordinator = guarded.cohort.token("Li", Role.COORDINATOR);
    for (String mark : List.of("\u202E", "\u2066", "\\uD800", "\\u0000")) {
      Map<String, String> bodies =
          Map.of(
              "/api/v1/plans/partners",
              "{\"title\": \"x%sy\"}",
              "/api/v1/contacts",
              "{\"kind\": \"firm\", \"entry\": \"byd\", \"name\": \"x%sy\"}",
              REMARKS,
              NOTE.replace("\"x\"", "\"x%sy\""));
      bodies.forEach(
          (path, body) -> {
            Client.Reply reply = client.as(coordinator, "POST", path, body.formatted(mark));
            assertEquals(400, reply.status(), path + " " + reply.text());
          });
    }
  }

  @Test
  void form_ofSeveralParts_isRefusedAtEveryAddress_andNothingIsWrittenToTheDisk() {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    Set<String> before = multiparts(temporary);
    String part = "--b\r\nContent-Disposition: form-data; name=\"token\"; filename=\"x\"\r\n\r\n";
    String body = part + "x".repeat(8_000) + "\r\n--b--\r\n";
    for (Route route : guarded.cohort.server.routes()) {
      if (!route.method().equals(HandlerType.POST) && !route.method().equals(HandlerType.PUT)) {
        continue;
      }
      String path = route.path().replaceAll("\\{[a-z]+}", "x");
      for (String bearer : List.of("", "Bearer " + token)) {
        List<String> headers = new ArrayList<>();
        headers.addAll(List.of("Content-Type", "multipart/form-data; boundary=b"));
        if (!bearer.isEmpty()) {
          headers.addAll(List.of("Authorization", bearer));
        }
        int status =
            client
                .send(
                    route.method().name(),
                    path,
                    HttpRequest.BodyPublishers.ofString(body),
                    headers.toArray(String[]::new))
                .status();
        assertTrue(status >= 400 && status < 500, route.method() + " " + path + " " + status);
        if (path.equals("/sign-in")) {
          assertEquals(415, status, bearer);
        }
      }
    }
    assertEquals(before, multiparts(temporary));
  }

  private static Set<String> multiparts(Path folder) {
    String[] names = folder.toFile().list((in, name) -> name.startsWith("MultiPart"));
    return Set.of(Objects.requireNonNull(names));
  }
}
