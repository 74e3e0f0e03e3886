package greenpair.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.cli.Workbench;
import greenpair.index.GenerationStore;
import greenpair.job.Job.JobRequest;
import greenpair.job.Job.OwningProcess;
import greenpair.job.JobRunner.JobSources;
import greenpair.job.Jobs.JobRunningException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobsTest {
  private final Workbench bench = new Workbench(Path.of("index-config"));
  private final List<Job> followed = new ArrayList<>();
  private final Riverton riverton = new Riverton();

  @TempDir private Path data = Path.of("");
  @TempDir private Path files = Path.of("");
  private Jobs jobs;

  @BeforeEach
  void begin() throws IOException {
    Files.writeString(files.resolve("a.jsonl"), Riverton.CITY);
    jobs = jobs();
    jobs.follow(
        job -> {
          followed.add(job);
          riverton.pass(job);
        });
  }

  @AfterEach
  void end() {
    riverton.open();
    jobs.close();
  }

  private Jobs jobs() {
    GenerationStore store = new GenerationStore(data);
    JobSources sources = JobSources.of(List.of(files));
    InstantSource clock = InstantSource.system();
    return new Jobs(bench.jobRun(data, sources, clock), store, clock);
  }

  private Job start(Job.Kind kind, JobRequest request, String who) {
    Job job = jobs.reserve(kind, request, who);
    jobs.begin(job);
    return job;
  }

  private Job start() {
    return start(Job.Kind.REINDEX, JobRequest.ALL, "Wang Li");
  }

  private Job ended(Job job) throws InterruptedException {
    return ended(jobs, job);
  }

  static Job ended(Jobs jobs, Job job) throws InterruptedException {
    return Ended.await(jobs, job.id());
  }

  @Test
  void reindex_publishes_andIsKeptAcrossProcesses() throws Exception {
    Job job = ended(start());
    assertEquals(Job.State.PUBLISHED, job.state(), job::toString);
    assertEquals(new GenerationStore(data).published(), Optional.ofNullable(job.generation()));
    assertTrue(job.progress().handled() >= 1, job::toString);
    Jobs later = jobs();
    assertEquals(Optional.of(job), later.find(job.id()));
    assertEquals(List.of(job), later.list("", 10));
    assertEquals(List.of(), later.list(job.id(), 10));
    later.close();
  }

  /// The process that runs it looks for the wish at each of its steps.
  @Test
  void job_thatAnotherProcessWantsToEnd_ends() throws Exception {
    riverton.hold();
    Job job = start();
    Path wish = Files.createFile(data.resolve("jobs").resolve(job.id() + ".end"));
    riverton.open();
    assertEquals(Job.State.CANCELLED, ended(job).state());
    assertFalse(Files.exists(wish));
  }

  private Job ofAnotherProcess() {
    ProcessHandle other = ProcessHandle.current().parent().orElseThrow();
    OwningProcess process =
        new OwningProcess(other.pid(), other.info().startInstant().orElseThrow());
    Instant then = Instant.parse("2026-01-01T00:00:00Z");
    Job job =
        Job.begun("20260101T000000000Z", Job.Kind.REINDEX, "x", then, JobRequest.ALL, process);
    new JobFiles(data.resolve("jobs")).write(job);
    return job;
  }

  @Test
  void cancel_ofAJobOfAnotherProcess_isLeftForIt() {
    Job job = ofAnotherProcess();
    assertTrue(jobs.cancel(job.id()).orElseThrow().isRunning());
    assertTrue(Files.exists(data.resolve("jobs").resolve(job.id() + ".end")));
  }

  @Test
  void job_thatRunsOutOfMemory_failed_andKeepsNoLaterOneAway() throws Exception {
    GenerationStore store = new GenerationStore(data);
    JobSources sources = JobSources.of(List.of(files));
    JobRunner fails =
        new JobRunner(
            () -> {
              throw new OutOfMemoryError("as if");
            },
            store,
            sources,
            InstantSource.system());
    jobs.close();
    jobs = new Jobs(fails, store, InstantSource.system());
    assertEquals(Job.State.FAILED, ended(start()).state());
    assertEquals(Job.State.FAILED, ended(start()).state());
  }

  @Test
  void second_whileOneRuns_namesTheFirst() throws Exception {
    riverton.hold();
    Job first = start();
    JobRunningException refused = assertThrows(JobRunningException.class, this::start);
    assertEquals(first.id(), refused.running().orElseThrow().id());
    assertEquals(first.id(), jobs.running().orElseThrow().id());
    riverton.open();
    assertEquals(Job.State.PUBLISHED, ended(first).state());
  }

  @Test
  void reserved_doesNothingUntilItBegins_andLeavesNothingWhenWithdrawn() throws Exception {
    Job given = jobs.reserve(Job.Kind.REINDEX, JobRequest.ALL, "Wang Li");
    assertThrows(JobRunningException.class, this::start);
    jobs.withdraw(given);
    jobs.begin(given);
    assertEquals(List.of(), jobs.list("", 10));
    assertEquals(List.of(), followed);
    Job job = jobs.reserve(Job.Kind.REINDEX, JobRequest.ALL, "Wang Li");
    assertEquals(Optional.empty(), new GenerationStore(data).published());
    jobs.begin(job);
    assertEquals(Job.State.PUBLISHED, ended(job).state());
  }

  @Test
  void start_whileTheCommandLineBuilds_isRefused() throws Exception {
    try (GenerationStore.Lock lock = new GenerationStore(data).lock()) {
      lock.check();
      assertEquals(
          Optional.empty(), assertThrows(JobRunningException.class, this::start).running());
    }
    assertEquals(Job.State.PUBLISHED, ended(start()).state());
  }

  @Test
  void cancelled_publishesNothing_andLeavesNothing() throws Exception {
    riverton.hold();
    Job job = start();
    assertEquals(Optional.empty(), jobs.cancel("20260101T000000000Z"));
    jobs.cancel(job.id());
    riverton.open();
    assertEquals(Job.State.CANCELLED, ended(job).state());
    assertEquals(Optional.empty(), new GenerationStore(data).published());
    assertFalse(Files.exists(data.resolve("work")));
  }

  @Test
  void close_cancelsWhatRuns_andTakesNoMore() throws Exception {
    riverton.hold();
    Job job = start();
    Thread closing = Thread.ofPlatform().start(jobs::close);
    riverton.open();
    closing.join();
    assertEquals(Job.State.CANCELLED, jobs.find(job.id()).orElseThrow().state());
    assertThrows(JobRunningException.class, this::start);
  }

  @Test
  void jobOfAProcessThatIsGone_isInterrupted() {
    String id = "20260101T000000000Z";
    Instant then = Instant.parse("2026-01-01T00:00:00Z");
    OwningProcess gone = new OwningProcess(Long.MAX_VALUE, then);
    new JobFiles(data.resolve("jobs"))
        .write(Job.begun(id, Job.Kind.REINDEX, "Co", then, JobRequest.ALL, gone));
    Job job = jobs.find(id).orElseThrow();
    assertEquals(Job.State.INTERRUPTED, job.state());
    assertEquals(then, job.ended());
    assertEquals(Optional.empty(), jobs.running());
  }

  /// On another machine, where its process cannot be seen.
  @Test
  void jobOfAProcessElsewhere_runsWhileTheFolderIsInUse() throws Exception {
    String id = "20260101T000000000Z";
    Instant then = Instant.parse("2026-01-01T00:00:00Z");
    OwningProcess elsewhere = new OwningProcess(Long.MAX_VALUE, then);
    new JobFiles(data.resolve("jobs"))
        .write(Job.begun(id, Job.Kind.REINDEX, "Co", then, JobRequest.ALL, elsewhere));
    try (GenerationStore.Lock held = new GenerationStore(data).lock()) {
      held.check();
      assertTrue(jobs.find(id).orElseThrow().isRunning());
      assertThrows(JobRunningException.class, this::start);
    }
    assertEquals(Job.State.INTERRUPTED, jobs.find(id).orElseThrow().state());
  }

  @Test
  void rollback_goesToTheOneBefore_orTheOneNamed() throws Exception {
    String first = String.valueOf(ended(start()).generation());
    Files.writeString(files.resolve("b.jsonl"), Riverton.CITY.replace("riverton", "lakeside"));
    String second = String.valueOf(ended(start()).generation());
    assertFalse(first.equals(second));
    Job back = ended(start(Job.Kind.ROLLBACK, JobRequest.back(null, "a slip"), "Wang Li"));
    assertEquals(Job.State.PUBLISHED, back.state(), back::toString);
    assertEquals(Optional.of(first), new GenerationStore(data).published());
    Job on = ended(start(Job.Kind.ROLLBACK, JobRequest.back(second, "it was good"), "Wang Li"));
    assertEquals(second, on.generation());
    Job none = ended(start(Job.Kind.ROLLBACK, JobRequest.back("../x", "x"), "Wang Li"));
    assertEquals(Job.State.REFUSED, none.state());
    assertTrue(
        none.messages().getFirst().toString().contains("no generation \"../x\""), none::toString);
  }
}
