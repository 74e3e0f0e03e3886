package greenpair.cli;

import greenpair.web.Searching;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows the configuration folder while the server runs. A changed glossary, changed weights of
/// search, sentences and short forms take effect for search within a second, without a restart. A
/// folder with faults changes nothing: they are logged once and told by the status.
///
/// Recommendations keep the configuration of the start, which is on every answer, so that they can
/// be given again. A change of what stands in an index (codes, stop words) is told and waits for
/// `reindex` and a new start.
final class LiveConfiguration implements Supplier<Searching>, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LiveConfiguration.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Path folder;
  private final Engine started;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("configuration-watcher").factory());
  private volatile Searching now;
  private String seen;

  /// @param started what was read at the start
  LiveConfiguration(Path folder, Engine started) {
    this.folder = folder;
    this.started = started;
    this.now = started.searching();
    this.seen = started.configuration();
  }

  /// Begins to look, once a second.
  void start() {
    long nanos = PAUSE.toNanos();
    var _ = thread.scheduleWithFixedDelay(this::tick, nanos, nanos, TimeUnit.NANOSECONDS);
  }

  private void tick() {
    try {
      look();
    } catch (RuntimeException | Error e) {
      log.error("looking at the configuration failed; the one in use stays", e);
    }
  }

  /// Takes the folder as it is now, when it is another than at the last look.
  synchronized void look() {
    String digest;
    try {
      digest = started.folder().digest();
    } catch (UncheckedIOException e) {
      // A file that is being replaced; the next look sees it whole.
      return;
    }
    if (digest.equals(seen)) {
      return;
    }
    seen = digest;
    try {
      take(Engine.read(folder));
    } catch (IllegalArgumentException e) {
      log.error("the changed configuration is not used: {}", e.getMessage());
      now = now.refusing(String.valueOf(e.getMessage()).lines().map(String::strip).toList());
    }
  }

  private void take(Engine engine) {
    if (!engine.digests().indexing().equals(started.digests().indexing())) {
      String fault =
          "taxonomy.jsonl or analysis.yaml changed, which needs a new generation: run greenpair"
              + " reindex and start the server anew";
      log.warn("{}", fault);
      now = now.refusing(List.of(fault));
      return;
    }
    now = engine.searching();
    log.info(
        "search uses configuration {}; entries whose texts only mention a new term are found by it"
            + " after the next reindex",
        engine.configuration().substring(0, 12));
  }

  @Override
  public Searching get() {
    return now;
  }

  @Override
  public void close() {
    thread.close();
  }
}
