package greenpair.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.cli.Workbench;
import greenpair.index.GenerationStore;
import greenpair.job.JobRunner.JobSources;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Time is a parameter: nothing here waits.
class ScheduleTest {
  private static final ZoneId UTC = ZoneId.of("UTC");

  @TempDir private Path data = Path.of("");
  private Instant now = Instant.parse("2026-11-24T10:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "30 3 * * *, UTC, 2026-11-25T03:30:00Z",
    "30 3 * * *, Asia/Shanghai, 2026-11-24T19:30:00Z",
    "*/15 * * * *, UTC, 2026-11-24T10:15:00Z",
    "0 0 1 * *, UTC, 2026-12-01T00:00:00Z",
    "0 6 * * 1, UTC, 2026-11-30T06:00:00Z"
  })
  void next_isTheFirstTimeAfter(String expression, String zone, Instant next) {
    assertEquals(Optional.of(next), Schedule.parse(expression, ZoneId.of(zone)).next(now));
  }

  @Test
  void next_whenTheHourIsLeftOutBySummerTime_isNotLost() {
    Schedule schedule = Schedule.parse("30 2 * * *", ZoneId.of("Europe/Berlin"));
    Instant before = Instant.parse("2026-03-29T00:00:00Z");
    Instant next = schedule.next(before).orElseThrow();
    assertTrue(next.isBefore(Instant.parse("2026-03-30T12:00:00Z")), next::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "every day",
        "61 3 * * *",
        "30 3 * *",
        "30 3 * * * *",
        "@daily x",
        "0 3 30 2 *"
      })
  void parse_ofWhatIsNone_isRefused(String expression) {
    assertThrows(IllegalArgumentException.class, () -> Schedule.parse(expression, UTC));
  }

  @Test
  void tick_whenTheClockIsSetBack_doesNotWaitForTheWrongTime() {
    Workbench bench = new Workbench(Path.of("index-config"));
    JobSources sources = JobSources.of(List.of(data.resolve("no-such-file.jsonl")));
    Instant right = now;
    now = Instant.parse("2031-05-01T10:00:00Z");
    try (Jobs jobs =
            new Jobs(bench.jobRun(data, sources, () -> now), new GenerationStore(data), () -> now);
        Scheduler unattended = new Scheduler(jobs, Schedule.parse("0 * * * *", UTC), () -> now)) {
      now = right;
      assertEquals(Optional.empty(), unattended.tick());
      assertEquals(Optional.of(Instant.parse("2026-11-24T11:00:00Z")), unattended.due());
      now = Instant.parse("2026-11-24T11:00:00Z");
      assertTrue(unattended.tick().isPresent());
    }
  }

  @Test
  void tick_startsAJobOnceItIsDue_andLeavesOutOneThatMeetsAnother() throws Exception {
    Workbench bench = new Workbench(Path.of("index-config"));
    GenerationStore store = new GenerationStore(data);
    JobSources sources = JobSources.of(List.of(data.resolve("no-such-file.jsonl")));
    try (Jobs jobs = new Jobs(bench.jobRun(data, sources, () -> now), store, () -> now);
        Scheduler unattended = new Scheduler(jobs, Schedule.parse("0 * * * *", UTC), () -> now)) {
      assertEquals(Optional.empty(), unattended.tick());
      now = Instant.parse("2026-11-24T11:00:03Z");
      try (GenerationStore.Lock lock = store.lock()) {
        lock.check();
        assertEquals(Optional.empty(), unattended.tick(), "another run has the folder");
      }
      assertEquals(Optional.empty(), unattended.tick(), "it is not made up for");
      assertEquals(Optional.of(Instant.parse("2026-11-24T12:00:00Z")), unattended.due());
      now = Instant.parse("2026-11-24T12:00:00Z");
      Job job = unattended.tick().orElseThrow();
      assertEquals("schedule", job.who());
      assertEquals(Optional.empty(), unattended.tick());
    }
  }
}
