package greenpair.web;

import tools.jackson.databind.JsonNode;

/// Waits for plans that a server solves.
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
}
