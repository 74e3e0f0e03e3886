package greenpair.web;

import greenpair.program.ProgramStore;
import greenpair.program.StoredPlan;
import greenpair.program.access.Caller;
import greenpair.program.access.Role;
import greenpair.program.database.Stamp;
import greenpair.web.plans.PlanDocument;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Waits for plans that a server solves, and stores some.
public final class Plans {
  private static final int SECONDS = 120;

  private Plans() {}

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
    Caller coordinator = new Caller("a test", "a test", Role.COORDINATOR, Set.of());
    return program.write(
        all -> {
          StoredPlan found = all.plans().find(coordinator, plan).orElseThrow();
          PlanDocument made = PlanDocument.parse(plan, Objects.requireNonNull(found.document()));
          String now = "\"" + id + "\"";
          PlanDocument copy =
              new PlanDocument(
                  made.sort(),
                  made.generation(),
                  made.configuration(),
                  made.request().replace("\"" + partner + "\"", now),
                  made.result().replace("\"" + partner + "\"", now));
          String stored =
              all.plans()
                  .add(found.sort(), "", found.request(), new Stamp("a test", Instant.EPOCH))
                  .id();
          return all.plans()
              .end(stored, StoredPlan.State.MADE, copy.text(), copy.digest(), "[]")
              .orElseThrow()
              .id();
        });
  }
}
