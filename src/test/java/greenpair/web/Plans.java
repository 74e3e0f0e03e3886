package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;

import greenpair.program.ProgramStore;
import greenpair.program.StoredPlan;
import greenpair.program.access.Caller;
import greenpair.program.access.Caller.Role;
import greenpair.program.database.Stamp;
import greenpair.web.plans.PlanDocument;
import tools.jackson.databind.JsonNode;

/// Waits for plans that a server solves, and stores some.
public final class Plans {
  private static final int SECONDS = 120;

  private Plans() {}

  /// The address of a plan that is made.
  static String planned(Client client, String token, String sort, String body) {
    Client.Reply asked = client.as(token, "POST", "/api/v1/plans/" + sort, body);
    assertEquals(202, asked.status(), asked.text());
    String address = asked.header("Location");
    await(client, token, address);
    return address;
  }

  /// The plan at that address once it is not being solved any more.
  public static JsonNode await(Client client, String token, String address) {
    long end = System.nanoTime() + SECONDS * 1_000_000_000L;
    while (System.nanoTime() < end) {
      JsonNode plan = client.as(token, "GET", address, "").json();
      if (!plan.at("/about/state").asString("").equals("solving")) {
        return plan;
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    throw new AssertionError(address + " is still being solved");
  }

  /// Stores a copy of a plan in which a partner has an id that the catalog does not have.
  ///
  /// @param plan the id of the plan
  /// @return the id of the copy
  public static String withAnother(ProgramStore program, String plan, String partner, String id) {
    UnaryOperator<String> another = text -> text.replace("\"" + partner + "\"", "\"" + id + "\"");
    return changed(program, plan, another, another);
  }

  /// Stores a copy of a plan with another request and result.
  ///
  /// @param plan the id of the plan
  /// @return the id of the copy
  static String changed(
      ProgramStore program,
      String plan,
      UnaryOperator<String> request,
      UnaryOperator<String> result) {
    Caller coordinator = new Caller("a test", "a test", Role.COORDINATOR, Set.of());
    return program.write(
        all -> {
          StoredPlan found = all.plans().find(coordinator, plan).orElseThrow();
          PlanDocument made = PlanDocument.parse(plan, Objects.requireNonNull(found.document()));
          PlanDocument copy =
              new PlanDocument(
                  made.sort(),
                  made.generation(),
                  made.configuration(),
                  request.apply(made.request()),
                  result.apply(made.result()));
          String stored =
              all.plans()
                  .add(found.sort(), "", found.request(), new Stamp("a test", Instant.EPOCH))
                  .id();
          return all.plans()
              .end(stored, StoredPlan.State.MADE, copy.document(), copy.digest(), "[]")
              .orElseThrow()
              .id();
        });
  }
}
