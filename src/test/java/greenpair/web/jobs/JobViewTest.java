package greenpair.web.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import greenpair.job.Job;
import greenpair.job.Job.JobRequest;
import greenpair.job.Job.OwningProcess;
import greenpair.job.Job.Progress;
import greenpair.job.SourceRun;
import greenpair.program.access.Caller;
import greenpair.program.access.Caller.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JobViewTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final String ROW = "banks.csv:7: ticket must be a number, but was \"3 million\"";

  @ParameterizedTest
  @EnumSource(Role.class)
  void valuesOfRejectedRows_areForThoseWhoMayReadPrivateData(Role role) {
    Set<EntryId> cities = role == Role.CITY ? Set.of(new EntryId("cn-jilin")) : Set.of();
    JobView view = JobView.of(refused(), new Caller("token 1", "Li", role, cities));
    boolean isShown = role.isAtLeast(Role.COORDINATOR);
    assertEquals(isShown ? 1 : 0, view.job().sources().getFirst().says().size());
    assertEquals(isShown ? 1 : 0, view.job().messages().size());
    assertEquals(
        1, view.job().sources().getFirst().rejected(), "how many there are is for everybody");
  }

  private static Job refused() {
    Progress none = new Progress("", 0, 0, 0, 0, 0, Instant.EPOCH, Instant.EPOCH);
    List<Text> says = List.of(new Text(ROW, null));
    SourceRun run = new SourceRun("banks", 1, 0, 0, Map.of(), 1, says);
    return new Job(
        "20260301T080000000Z",
        Job.Kind.REINDEX,
        Job.State.REFUSED,
        "Op",
        NOW,
        NOW,
        JobRequest.ALL,
        none,
        List.of(run),
        null,
        List.of(new Text(ROW, null)),
        List.of(),
        List.of(),
        0,
        new OwningProcess(1, NOW));
  }
}
