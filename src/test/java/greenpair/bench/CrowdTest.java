package greenpair.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.program.access.Caller.Role;
import greenpair.web.Client;
import greenpair.web.Cohort;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many connections that want next to nothing beside somebody who wants something.
@Tag("slow")
class CrowdTest {
  private static final int IDLE = 500;
  private static final int SLOW = 50;
  private static final int ROUNDS = 20;

  @Test
  void idleAndSlowClients_doNotKeepTheServerFromAnswering(@TempDir Path data) throws Exception {
    try (Cohort cohort = Cohort.served(data);
        Crowd crowd = new Crowd(cohort.server.port(), IDLE, SLOW, 7)) {
      Client client = cohort.client();
      String token = cohort.token("Li", Role.CITY, "cn-jilin");
      crowd.gather();
      for (int round = 0; round < ROUNDS; round++) {
        String need = "/api/v1/needs/cn-jilin-n1/recommendations?limit=" + (round + 1);
        assertEquals(200, client.get(need).status());
        String note =
            "{\"sort\": \"note\", \"city\": \"cn-jilin\", \"body\": \"note " + round + "\"}";
        assertEquals(201, client.as(token, "POST", "/api/v1/remarks", note).status());
      }
      assertTrue(crowd.held() > 0, "they are still there");
    }
  }
}
