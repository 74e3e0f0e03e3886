package greenpair.web;

import greenpair.web.answers.CacheWarmer;
import greenpair.web.follow.Courier;
import greenpair.web.mail.Postman;
import greenpair.web.monitoring.Retention;
import greenpair.web.monitoring.Watcher;
import greenpair.web.plans.PlanRuns;
import greenpair.web.settings.WebSettings;

/// Background work: it looks for generations, delivers mail and changes, deletes what is too old,
/// and makes plans.
record Background(
    Watcher watcher,
    CacheWarmer warmer,
    Retention retention,
    PlanRuns planRuns,
    Postman postman,
    Courier courier) {
  void start(WebSettings settings) {
    watcher.start(settings.refreshEvery());
    retention.start();
    postman.start(settings.deliverEvery());
    courier.start(settings.deliverEvery());
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
    postman.close();
    courier.close();
  }
}
