package greenpair.web.plans;

import module java.base;

import greenpair.background.RepeatingThread;
import greenpair.background.ThreadPriority;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.catalog.value.Word;
import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import greenpair.match.NotFoundException;
import greenpair.message.Message;
import greenpair.pages.plan.PlanPage.Progress;
import greenpair.plan.ImpossibleException;
import greenpair.plan.PlanObserver;
import greenpair.plan.UndecidedException;
import greenpair.plan.input.PlanRequest;
import greenpair.plan.input.PlanResult;
import greenpair.plan.input.Planner;
import greenpair.program.ProgramStore;
import greenpair.program.StoredPlan;
import greenpair.program.access.Audit.RequestOrigin;
import greenpair.program.access.Caller;
import greenpair.program.database.ProgramException;
import greenpair.web.answers.LiveAnswerParts;
import greenpair.web.decisions.Archive;
import greenpair.web.http.Json;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Solves plans in the background, one after the other, giving way to requests. It notes each
/// second that it does, so that every server on the database knows. A plan that was being solved
/// when the server ended is not begun again: its state is reported as failed.
public final class PlanRuns implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PlanRuns.class);

  private static final Duration BEAT = Duration.ofSeconds(1);

  private final LiveIndex live;
  private final LiveAnswerParts answerParts;
  private final ProgramStore store;
  private final Archive archive;
  private final InstantSource clock;
  private final Map<String, Run> runs = new ConcurrentHashMap<>();
  private final RepeatingThread beats =
      new RepeatingThread("plan beat", log, ProgramException.class);
  private @Nullable ExecutorService thread;

  public PlanRuns(
      LiveIndex live,
      LiveAnswerParts answerParts,
      ProgramStore store,
      Archive archive,
      InstantSource clock) {
    this.live = live;
    this.answerParts = answerParts;
    this.store = store;
    this.archive = archive;
    this.clock = clock;
  }

  /// One plan that waits or is being solved.
  private static final class Run implements PlanObserver {
    private volatile Progress progress = Progress.WAITING;
    private volatile boolean cancelled;

    @Override
    public void at(Step step, int part, int parts) {
      progress = new Progress(step, part, parts, 0, null, null);
      goOn();
    }

    @Override
    public void seen(int solved, double value, double bound) {
      Progress now = progress;
      progress =
          new Progress(now.step(), now.part(), now.parts(), solved, finite(value), finite(bound));
      goOn();
    }

    private static @Nullable Double finite(double value) {
      return Double.isFinite(value) ? value : null;
    }

    private void goOn() {
      if (cancelled) {
        throw new CancellationException("cancelled");
      }
    }
  }

  void begin(String plan, PlanRequest request, Caller who, RequestOrigin from) {
    Run run = new Run();
    runs.put(plan, run);
    thread().execute(() -> solve(plan, request, run, who, from));
  }

  private synchronized ExecutorService thread() {
    ExecutorService there = thread;
    if (there == null) {
      there =
          Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("planner").factory());
      there.execute(ThreadPriority::giveWay);
      thread = there;
      beats.repeat(BEAT, BEAT, "how far plans are could not be kept", this::beat);
    }
    return there;
  }

  /// Notes how far each plan is, and ends those that were cancelled, perhaps on another server.
  private void beat() {
    if (!runs.isEmpty()) {
      store.change(
          all ->
              runs.forEach(
                  (id, run) -> {
                    String progress = Json.stored(run.progress);
                    if (!all.plans().beat(id, progress, clock.instant())) {
                      run.cancelled = true;
                    }
                  }));
    }
  }

  Instant now() {
    return clock.instant();
  }

  void cancel(String id) {
    Run run = runs.get(id);
    if (run != null) {
      run.cancelled = true;
    }
  }

  private void solve(String plan, PlanRequest request, Run run, Caller who, RequestOrigin from) {
    try {
      end(plan, made(request, run), who, from);
    } catch (CancellationException e) {
      log.info("plan {} was cancelled", plan);
    } catch (ImpossibleException e) {
      List<Text> says = e.says().stream().map(Message::text).toList();
      end(plan, new Ended(StoredPlan.State.IMPOSSIBLE, null, says), who, from);
    } catch (NotFoundException e) {
      Text gone =
          Message.of(
                  "plan.entry_gone",
                  "kind",
                  Message.of("words.common", "word", e.kind().word()),
                  "id",
                  e.id())
              .text();
      end(plan, new Ended(StoredPlan.State.IMPOSSIBLE, null, List.of(gone)), who, from);
    } catch (UndecidedException e) {
      end(plan, new Ended(StoredPlan.State.FAILED, null, List.of(e.text().text())), who, from);
    } catch (RuntimeException | Error e) {
      log.error("planning {} failed", plan, e);
      end(plan, new Ended(StoredPlan.State.FAILED, null, List.of(PlanView.FAILED)), who, from);
    } finally {
      runs.remove(plan);
    }
  }

  private record Ended(
      StoredPlan.State state, @Nullable PlanDocument document, List<Text> messages) {}

  private Ended made(PlanRequest request, Run run) {
    run.goOn();
    try (Snapshot snapshot = live.acquire()) {
      Planner planner = answerParts.of(snapshot).planner();
      PlanResult result = planner.make(request, snapshot, run);
      archive.keep(snapshot.configuration());
      PlanDocument document =
          PlanDocument.of(request, result, snapshot.manifest().id(), snapshot.configuration());
      boolean impossible = result instanceof PlanResult.Partners made && made.plan() == null;
      List<Text> messages =
          result instanceof PlanResult.Partners made ? made.conflict() : List.of();
      return new Ended(
          impossible ? StoredPlan.State.IMPOSSIBLE : StoredPlan.State.MADE, document, messages);
    }
  }

  private void end(String plan, Ended ended, Caller who, RequestOrigin from) {
    PlanDocument document = ended.document();
    String digest = document == null ? null : document.digest();
    String text = document == null ? null : document.document();
    String action = "plan." + Word.of(ended.state());
    try {
      var _ =
          store.write(
              records ->
                  records
                      .plans()
                      .end(plan, ended.state(), text, digest, Json.stored(ended.messages()))
                      .map(
                          now -> {
                            String subject = "plan " + plan;
                            records.audit().add(who, clock.instant(), action, subject, from);
                            return now;
                          }));
    } catch (RuntimeException e) {
      log.error(
          "plan {} was {} and could not be kept",
          plan,
          ended.messages().isEmpty() ? "made" : ended.messages().getFirst().best(Language.EN),
          e);
    }
  }

  /// Ends all solving.
  @Override
  public void close() {
    beats.stop();
    runs.values().forEach(run -> run.cancelled = true);
    ExecutorService there;
    synchronized (this) {
      there = thread;
    }
    if (there != null) {
      there.close();
    }
  }
}
