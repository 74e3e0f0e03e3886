package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.program.access.Role;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/// Introductions on a server of its own, as a coordinator makes them.
abstract class LetterFixture {
  static final String INTRODUCTIONS = "/api/v1/introductions";
  static final String TEXTS =
      "\"subject\": {\"en\": \"Hello\", \"zh\": \"您好\"}, \"body\": {\"en\": \"One\\ntwo\", \"zh\":"
          + " \"一\"}";

  final Client client;
  final String coordinator;

  LetterFixture(Served served) {
    this.client = served.client();
    this.coordinator = served.cohort().token("Li", Role.COORDINATOR);
  }

  JsonNode json(String path) {
    Client.Reply reply = client.as(coordinator, "GET", path, "");
    assertEquals(200, reply.status(), reply::text);
    return reply.json();
  }

  /// Introduces the first firm of a list of a need, and gives the address.
  String introduced(String list) {
    JsonNode need = null;
    for (JsonNode city : json("/api/v1/cities?limit=20").get("cities")) {
      String id = city.get("id").stringValue();
      JsonNode answer = json("/api/v1/cities/" + id + "/recommendations?kind=firm");
      if (!answer.get(list).isEmpty()) {
        need = answer.get(list).get(0);
        break;
      }
    }
    String of = Objects.requireNonNull(need).get("need").stringValue();
    String body =
        "{\"city\": \"%s\", \"need\": \"%s\", \"kind\": \"firm\", \"partner\": \"%s\"}"
            .formatted(of.replaceFirst("-n[0-9]+$", ""), of, need.get("id").stringValue());
    Client.Reply made = client.as(coordinator, "POST", INTRODUCTIONS, body);
    assertEquals(201, made.status(), made::text);
    return made.header("Location");
  }
}
