package greenpair.web.settings;

import module java.base;

import greenpair.web.mail.MailSettings;
import greenpair.web.openid.OpenIdSettings;

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
    ChangeSettings changes) {
  /// Access settings and rate limits.
  ///
  /// @param anonymousRead whether visitors who are not signed in may read public data
  /// @param requestsPerMinute that one address may send; 0 for no limit
  /// @param proxies number of trusted proxies in front of the server; 0 for none
  /// @param openId where people may sign in besides with a token
  /// @param auditDays number of days for which audit lines are kept; 0 for ever
  /// @param sharesRemarks whether staff of a city see programme remarks of other cities
  /// @param keepsSearches whether the searches on pages are counted, without persons
  /// @param hosts accepted names of the server; empty for any, see [greenpair.web.http.HostNames]
  public record AccessSettings(
      boolean anonymousRead,
      int requestsPerMinute,
      int proxies,
      boolean accessLog,
      Optional<OpenIdSettings> openId,
      int auditDays,
      boolean sharesRemarks,
      boolean keepsSearches,
      Optional<Set<String>> hosts) {}

  /// How people are notified of changes.
  ///
  /// @param home address of the server as browsers see it; without it no mails are sent, since they
  ///     lead to pages
  /// @param deadlineDays how many days before the deadline of a need its followers are notified; 0
  ///     for never
  public record ChangeSettings(Optional<URI> home, int deadlineDays) {
    /// The address without a slash at its end; empty if it is not known.
    public String address() {
      return home.map(each -> each.toString().replaceFirst("/+$", "")).orElse("");
    }
  }
}
