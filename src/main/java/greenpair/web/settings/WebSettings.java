package greenpair.web.settings;

import greenpair.web.mail.MailSettings;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/// Settings of the server; none of them changes an answer.
///
/// @param cacheBytes weight of kept answers, in bytes of JSON and of their keys; 0 keeps none
/// @param maxBody longest body of a request, in bytes, from 1
/// @param refreshEvery interval of checks for a newer generation, above 0
/// @param stopWithin how long a stop waits for requests that run, from 0
/// @param doors who comes in
/// @param answerWithin how long the index may be asked for one answer; zero for no limit
/// @param zone time zone of the programme, for the current day and times on pages
/// @param mail settings for sending letters; empty for none
/// @param traces collector of OpenTelemetry that is sent a span for each request; empty for none
/// @param changes how people are told what changed
public record WebSettings(
    long cacheBytes,
    int maxBody,
    Duration refreshEvery,
    Duration stopWithin,
    AccessSettings doors,
    Duration answerWithin,
    ZoneId zone,
    Optional<MailSettings> mail,
    Optional<URI> traces,
    ChangeSettings changes) {
  private static final Duration USUAL = Duration.ofSeconds(10);

  /// 64 MB of answers, bodies up to 1 MiB, a look every second, 10 seconds to end.
  public static final WebSettings DEFAULT =
      new WebSettings(64_000_000, 1 << 20, Duration.ofSeconds(1), Duration.ofSeconds(10));

  /// With the doors of [AccessSettings#DEFAULT].
  public WebSettings(long cacheBytes, int maxBody, Duration refreshEvery, Duration stopWithin) {
    this(cacheBytes, maxBody, refreshEvery, stopWithin, AccessSettings.DEFAULT);
  }

  /// With 10 seconds for an answer.
  public WebSettings(
      long cacheBytes,
      int maxBody,
      Duration refreshEvery,
      Duration stopWithin,
      AccessSettings doors) {
    this(cacheBytes, maxBody, refreshEvery, stopWithin, doors, USUAL);
  }

  /// In the time zone of the machine.
  public WebSettings(
      long cacheBytes,
      int maxBody,
      Duration refreshEvery,
      Duration stopWithin,
      AccessSettings doors,
      Duration answerWithin) {
    this(
        cacheBytes, maxBody, refreshEvery, stopWithin, doors, answerWithin, ZoneId.systemDefault());
  }

  /// Without mail.
  public WebSettings(
      long cacheBytes,
      int maxBody,
      Duration refreshEvery,
      Duration stopWithin,
      AccessSettings doors,
      Duration answerWithin,
      ZoneId zone) {
    this(
        cacheBytes, maxBody, refreshEvery, stopWithin, doors, answerWithin, zone, Optional.empty());
  }

  /// With [ChangeSettings#DEFAULT].
  public WebSettings(
      long cacheBytes,
      int maxBody,
      Duration refreshEvery,
      Duration stopWithin,
      AccessSettings doors,
      Duration answerWithin,
      ZoneId zone,
      Optional<MailSettings> mail,
      Optional<URI> traces) {
    this(
        cacheBytes,
        maxBody,
        refreshEvery,
        stopWithin,
        doors,
        answerWithin,
        zone,
        mail,
        traces,
        ChangeSettings.DEFAULT);
  }

  /// Without traces.
  public WebSettings(
      long cacheBytes,
      int maxBody,
      Duration refreshEvery,
      Duration stopWithin,
      AccessSettings doors,
      Duration answerWithin,
      ZoneId zone,
      Optional<MailSettings> mail) {
    this(
        cacheBytes,
        maxBody,
        refreshEvery,
        stopWithin,
        doors,
        answerWithin,
        zone,
        mail,
        Optional.empty());
  }

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
