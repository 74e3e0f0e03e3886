package greenpair.web.settings;

import greenpair.web.mail.MailSettings;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/// Settings of the server; none of them changes an answer.
///
/// @param cacheBytes maximum weight of cached answers, in bytes of JSON and of their keys; 0 for no
///     cache
/// @param maxBody longest body of a request, in bytes, from 1
/// @param refreshEvery interval of checks for a newer generation, above 0
/// @param deliverEvery interval of checks for letters and changes to send, above 0
/// @param stopWithin how long the server waits for running requests when it stops, from 0
/// @param access access to the server
/// @param answerWithin time limit for the index queries of one answer; zero for no limit
/// @param zone time zone of the programme, for the current day and times on pages
/// @param traces collector of OpenTelemetry that is sent a span for each request; empty for none
public record WebSettings(
    long cacheBytes,
    int maxBody,
    Duration refreshEvery,
    Duration deliverEvery,
    Duration stopWithin,
    AccessSettings access,
    Duration answerWithin,
    ZoneId zone,
    Optional<MailSettings> mail,
    Optional<URI> traces,
    ChangeSettings changes) {
  /// 64 MB of answers, bodies up to 1 MiB, looks every second and every 5, 10 seconds to end and
  /// to answer.
  public static final WebSettings DEFAULT =
      new WebSettings(
          64_000_000,
          1 << 20,
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          AccessSettings.DEFAULT,
          Duration.ofSeconds(10),
          ZoneId.systemDefault(),
          Optional.empty(),
          Optional.empty(),
          ChangeSettings.DEFAULT);

  public WebSettings {
    if (cacheBytes < 0) {
      throw new IllegalArgumentException("cacheBytes must be at least 0, but was " + cacheBytes);
    }
    if (maxBody < 1) {
      throw new IllegalArgumentException("maxBody must be at least 1, but was " + maxBody);
    }
    if (!refreshEvery.isPositive()) {
      throw new IllegalArgumentException("refreshEvery must be above 0, but was " + refreshEvery);
    }
    if (stopWithin.isNegative()) {
      throw new IllegalArgumentException("stopWithin must be at least 0, but was " + stopWithin);
    }
    if (answerWithin.isNegative()) {
      throw new IllegalArgumentException(
          "answerWithin must be at least 0, but was " + answerWithin);
    }
  }
}
