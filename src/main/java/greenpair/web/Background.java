package greenpair.web;

import module java.base;

import greenpair.background.RepeatingThread;
import greenpair.index.LiveIndex;
import greenpair.program.ProgramStore;
import greenpair.web.answers.CacheWarmer;
import greenpair.web.follow.Courier;
import greenpair.web.plans.PlanRuns;
import greenpair.web.searches.SearchLog;
import greenpair.web.settings.WebSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Background work: it looks for generations, delivers changes, deletes what is too old,
/// and makes plans.
record Background(
    LiveIndex live,
    ProgramStore store,
    CacheWarmer warmer,
    PlanRuns planRuns,
    Courier courier,
    SearchLog searchLog,
    InstantSource clock,
    RepeatingThread watcher,
    RepeatingThread retention) {
  static final Logger log = LoggerFactory.getLogger(Background.class);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String NOT_REFRESHED =
      "looking for a newer generation failed; the one that is served stays";

  /// Looks for a generation once now, then after each pause. Expired programme data is deleted
  /// every hour.
  void start(WebSettings settings) {
    Duration pause = settings.refreshEvery();
    watcher.run(NOT_REFRESHED, live::refresh);
    watcher.giveWay();
    watcher.repeat(pause, pause, NOT_REFRESHED, live::refresh);
    int auditDays = settings.access().auditDays();
    retention.repeat(
        Duration.ofMinutes(1), HOUR, "expired programme data is kept", () -> forget(auditDays));
    Duration deliver = settings.deliverEvery();
    retention.repeat(deliver, deliver, "searches are not counted", searchLog::flush);
    courier.start(settings.deliverEvery());
  }

  /// Deletes ended sessions, tokens of ended logins, and responses under an Idempotency-Key: a
  /// client repeats a write whose response was lost within a day. A database that was not opened is
  /// not touched.
  ///
  /// @param auditDays for which lines of the audit log are kept; 0 for ever
  private void forget(int auditDays) {
    if (store.isOpen()) {
      Instant now = clock.instant();
      Instant audit = auditDays == 0 ? Instant.MIN : now.minus(Duration.ofDays(auditDays));
      store.forget(now, now.minus(DAY), audit);
    }
  }

  /// Ends what no running request waits for.
  void stopBeforeRequestsEnd() {
    warmer.stop();
    planRuns.close();
    retention.close();
    watcher.close();
  }

  /// Ends what a running request may still use.
  void stopAfterRequestsEnd() {
    courier.close();
    retention.run("searches are not counted", searchLog::flush);
  }
}
