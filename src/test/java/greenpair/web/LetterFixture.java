package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.program.access.Caller.Role;
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

  /// Introduces the first firm of a list of a need that is not introduced yet, and gives the
  /// address.
  String introduced(String list) {
    for (JsonNode city : json("/api/v1/cities?limit=20").get("cities")) {
      String id = city.get("id").stringValue();
      for (JsonNode firm : json("/api/v1/cities/" + id + "/recommendations?others=1").get(list)) {
        Client.Reply made = client.as(coordinator, "POST", INTRODUCTIONS, introduction(id, firm));
        if (made.status() != 409) {
          assertEquals(201, made.status(), made::text);
          return made.header("Location");
        }
      }
    }
    throw new AssertionError("all are introduced");
  }

  private static String introduction(String city, JsonNode firm) {
    return "{\"city\": \"%s\", \"need\": \"%s\", \"kind\": \"firm\", \"partner\": \"%s\"}"
        .formatted(city, firm.get("need").stringValue(), firm.get("id").stringValue());
  }
}
