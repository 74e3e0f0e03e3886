package greenpair.web.answers;

import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import greenpair.web.http.CompressedAnswer;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Recomputes the most requested answers for a generation that is about to be served, so that
/// clients do not all wait for them at once. The previous generation is served meanwhile.
public final class CacheWarmer implements LiveIndex.Succession {
  private static final Logger log = LoggerFactory.getLogger(CacheWarmer.class);

  /// Maximum delay of a new generation.
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private static final int MOST = 5_000;
  private static final long MILLI = 1_000_000;

  /// Share of the cache that is made free for the new generation.
  private static final double SHARE = 0.4;

  private final AnswerCache cache;
  private volatile boolean isStopped;

  public CacheWarmer(AnswerCache cache) {
    this.cache = cache;
  }

  @Override
  public void prepare(String before, Snapshot next) {
    long begin = System.nanoTime();
    long room = cache.free(SHARE);
    int made = 0;
    for (AnswerCache.Recompute each : cache.frequent(before, MOST)) {
      if (isStopped || room <= 0 || System.nanoTime() - begin > LONGEST.toNanos()) {
        break;
      }
      try {
        CompressedAnswer answer = each.make(next);
        answer.prepare();
        room -= AnswerCache.weight(answer);
        made++;
      } catch (RuntimeException e) {
        log.debug("not made for the next generation", e); // An entry may no longer exist.
      }
    }
    log.info(
        "{} answers were made for generation {} in {} ms",
        made,
        next.manifest().id(),
        (System.nanoTime() - begin) / MILLI);
  }

  /// Ends early; the server stops.
  public void stop() {
    isStopped = true;
  }
}
