package greenpair.web;

import module java.base;

import greenpair.cli.settings.ServerSettings;
import greenpair.web.mail.MailSettings;
import greenpair.web.openid.OpenIdSettings;
import greenpair.web.settings.WebSettings;
import greenpair.web.settings.WebSettings.AccessSettings;
import greenpair.web.settings.WebSettings.ChangeSettings;

/// Settings of a server under test; by default without kept answers, mail and limits.
public final class SettingsMaker {
  /// Those of a server for which nothing is set.
  public static final WebSettings DEFAULT =
      new ServerSettings(Path.of("."), Path.of("nothing.yaml"), Map.of(), Map.of()).web();

  private long cacheBytes;
  private int maxBody = 1 << 16;
  private Duration refreshEvery = Duration.ofMillis(50);
  private Duration deliverEvery = DEFAULT.deliverEvery();
  private Duration stopWithin = Duration.ofSeconds(5);
  private Duration answerWithin = Duration.ofMinutes(2);
  private ZoneId zone = ZoneId.systemDefault();
  private Optional<MailSettings> mail = Optional.empty();
  private ChangeSettings changes = DEFAULT.changes();
  private boolean anonymousRead = true;
  private int requestsPerMinute;
  private int proxies;
  private Optional<OpenIdSettings> openId = Optional.empty();
  private boolean sharesRemarks;
  private boolean keepsSearches;
  private Optional<Set<String>> hosts = DEFAULT.access().hosts();

  public SettingsMaker cacheBytes(long bytes) {
    this.cacheBytes = bytes;
    return this;
  }

  SettingsMaker maxBody(int bytes) {
    this.maxBody = bytes;
    return this;
  }

  SettingsMaker refreshEvery(Duration time) {
    this.refreshEvery = time;
    return this;
  }

  SettingsMaker deliverEvery(Duration time) {
    this.deliverEvery = time;
    return this;
  }

  SettingsMaker stopWithin(Duration time) {
    this.stopWithin = time;
    return this;
  }

  public SettingsMaker answerWithin(Duration time) {
    this.answerWithin = time;
    return this;
  }

  SettingsMaker zone(ZoneId zone) {
    this.zone = zone;
    return this;
  }

  SettingsMaker mail(Optional<MailSettings> mail) {
    this.mail = mail;
    return this;
  }

  SettingsMaker changes(ChangeSettings changes) {
    this.changes = changes;
    return this;
  }

  /// Only people who are signed in may read.
  public SettingsMaker closed() {
    this.anonymousRead = false;
    return this;
  }

  SettingsMaker requestsPerMinute(int most) {
    this.requestsPerMinute = most;
    return this;
  }

  SettingsMaker proxies(int count) {
    this.proxies = count;
    return this;
  }

  SettingsMaker openId(OpenIdSettings settings) {
    this.openId = Optional.of(settings);
    return this;
  }

  public SettingsMaker sharesRemarks() {
    this.sharesRemarks = true;
    return this;
  }

  SettingsMaker keepsSearches() {
    this.keepsSearches = true;
    return this;
  }

  public WebSettings make() {
    return new WebSettings(
        cacheBytes,
        maxBody,
        refreshEvery,
        deliverEvery,
        stopWithin,
        new AccessSettings(
            anonymousRead,
            requestsPerMinute,
            proxies,
            false,
            openId,
            DEFAULT.access().auditDays(),
            sharesRemarks,
            keepsSearches,
            hosts),
        answerWithin,
        zone,
        mail,
        changes);
  }
}
