package greenpair.job;

import greenpair.index.GenerationStore;
import greenpair.index.generation.BusyException;
import greenpair.index.generation.Manifest;
import greenpair.job.Job.JobRequest;
import greenpair.job.Job.OwningProcess;
import greenpair.job.Job.Progress;
import greenpair.job.JobRunner.KnownSource;
import greenpair.message.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All jobs of a data folder: the running one and earlier ones.
public final class Jobs implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Jobs.class);
  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  private final JobRunner run;
  private final GenerationStore store;
  private final InstantSource clock;
  private final JobFiles files;
  private final OwningProcess own = OwningProcess.own();
  private final List<Consumer<Job>> followers = new CopyOnWriteArrayList<>();
  private @Nullable Job current;
  private @Nullable JobObserver watch;
  private @Nullable Thread thread;
  private boolean closed;

  public Jobs(JobRunner run, GenerationStore store, InstantSource clock) {
    this.run = run;
    this.store = store;
    this.clock = clock;
    this.files = new JobFiles(store.data().resolve("jobs"));
  }

  /// Called when a job starts and when it ends, in the thread of the job.
  public void follow(Consumer<Job> follower) {
    followers.add(follower);
  }

  /// Names of the mappings that a job may be asked to read; none if the settings name no folder of
  /// registries.
  public List<String> sourceNames() {
    return run.sources().registries() == null ? List.of() : run.names();
  }

  public List<String> generations() {
    return store.list().stream().map(Manifest::id).toList();
  }

  public List<KnownSource> known() {
    return run.known();
  }

  /// Reserves a job that [#begin] starts or [#withdraw] abandons, so that the request can be
  /// audited before the job does anything.
  ///
  /// @throws JobRunningException if a run is on its way, here or in another process
  public synchronized Job reserve(Job.Kind kind, JobRequest request, String who) {
    if (closed || (current != null && current.isRunning())) {
      throw new JobRunningException(Optional.ofNullable(current));
    }
    if (!isFree()) {
      throw new JobRunningException(running());
    }
    Instant now = clock.instant();
    Job job = Job.begun(freeId(now), kind, who, now, request, own);
    files.write(job);
    files.prune();
    current = job;
    watch = new JobObserver(clock, this::progress);
    return job;
  }

  public synchronized void begin(Job job) {
    JobObserver watching = watch;
    if (watching != null && isCurrent(job)) {
      thread = Thread.ofPlatform().daemon().name("job").start(() -> work(job, watching));
    }
  }

  /// Abandons a reserved job; nothing of it remains.
  public synchronized void withdraw(Job job) {
    if (isCurrent(job)) {
      current = null;
      watch = null;
      files.delete(job.id());
    }
  }

  private boolean isCurrent(Job job) {
    return current != null && current.id().equals(job.id());
  }

  /// Whether no other process builds. If one starts right now, the job itself detects it.
  private boolean isFree() {
    try (GenerationStore.Lock free = store.lock()) {
      free.check();
      return true;
    } catch (BusyException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the data folder " + store.data(), e);
    }
  }

  private String freeId(Instant now) {
    Instant at = now;
    while (files.isTaken(ID.format(at))) {
      at = at.plusMillis(1);
    }
    return ID.format(at);
  }

  private void work(Job begun, JobObserver watching) {
    ThreadPriority.giveWay();
    followers.forEach(each -> each.accept(begun));
    JobRunner.Ended ended = run.run(begun, watching);
    watching.end();
    files.forgetEnd(begun.id());
    Job last;
    try {
      last = end(begun, ended);
    } catch (UncheckedIOException e) {
      log.error("the end of the job {} cannot be kept", begun.id(), e);
      return;
    }
    log.info("job {} {} {}", last.id(), last.kind(), last.state());
    followers.forEach(each -> each.accept(last));
  }

  private synchronized Job end(Job begun, JobRunner.Ended ended) {
    Job last =
        (current == null ? begun : current).ended(ended.state(), clock.instant(), ended.outcome());
    current = last;
    files.write(last);
    return last;
  }

  private synchronized void progress(Progress progress) {
    if (current != null && current.isRunning()) {
      if (watch != null && files.isEndWanted(current.id())) {
        watch.cancel();
      }
      boolean begins = !current.progress().stage().equals(progress.stage());
      current = current.with(progress);
      if (begins) {
        files.write(current);
      }
    }
  }

  /// Cancels the job, also one that runs in another process; it reports its end after it has
  /// cleaned up.
  ///
  /// @return the job in its current state; empty if there is none of that id
  public synchronized Optional<Job> cancel(String id) {
    if (watch != null && current != null && current.isRunning() && current.id().equals(id)) {
      watch.cancel();
    }
    Optional<Job> job = find(id);
    if (job.filter(this::isElsewhere).isPresent()) {
      files.wantEnd(id);
    }
    return job;
  }

  private boolean isElsewhere(Job job) {
    return job.isRunning() && !job.process().equals(own);
  }

  /// The job that runs, here or in another process.
  public Optional<Job> running() {
    return list("", 20).stream().filter(Job::isRunning).findFirst();
  }

  public synchronized Optional<Job> here() {
    return Optional.ofNullable(current).filter(Job::isRunning);
  }

  public Optional<Job> find(String id) {
    return known(id).or(() -> files.read(id).map(this::settled));
  }

  private synchronized Optional<Job> known(String id) {
    return Optional.ofNullable(current).filter(job -> job.id().equals(id));
  }

  /// Jobs, newest first.
  ///
  /// @param before only those older than this id; empty for the newest
  public List<Job> list(String before, int limit) {
    List<Job> jobs = new ArrayList<>();
    for (String id : files.ids()) {
      if (jobs.size() < limit && (before.isEmpty() || id.compareTo(before) < 0)) {
        find(id).ifPresent(jobs::add);
      }
    }
    return jobs;
  }

  /// Marks a job as interrupted if its process no longer exists. One on another machine holds the
  /// lock of the data folder for as long as it exists.
  private Job settled(Job job) {
    boolean lost =
        job.isRunning() && (job.process().equals(own) || (!job.process().isAlive() && isFree()));
    return lost
        ? job.ended(
            Job.State.INTERRUPTED,
            job.progress().at().isAfter(job.started()) ? job.progress().at() : job.started(),
            Job.Outcome.of(Message.of("job.interrupted").text()))
        : job;
  }

  /// Cancels the running job and waits until it has cleaned up.
  @Override
  public void close() {
    Thread last = stop();
    if (last != null) {
      try {
        last.join(TimeUnit.SECONDS.toMillis(30));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private synchronized @Nullable Thread stop() {
    closed = true;
    if (watch != null) {
      watch.cancel();
    }
    return thread;
  }

  /// A run is already in progress, here or in another process.
  public static final class JobRunningException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Optional<Job> running;

    JobRunningException(Optional<Job> running) {
      super(
          running
                  .map(job -> "the job " + job.id() + " of " + job.who() + " is running")
                  .orElse("another process is building in this data folder")
              + "; wait for its end or cancel it");
      this.running = running;
    }

    /// The running job; empty if a run of the command line holds the data folder.
    public Optional<Job> running() {
      return running;
    }
  }
}
