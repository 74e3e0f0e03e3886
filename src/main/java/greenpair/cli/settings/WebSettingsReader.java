package greenpair.cli.settings;

import greenpair.message.Message;
import greenpair.web.mail.MailSettings;
import greenpair.web.settings.WebSettings;
import greenpair.web.settings.WebSettings.ChangeSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the settings of the HTTP server, of mail and of notifications.
record WebSettingsReader(SettingSources given, String host, ZoneId zone) {
  private static final Set<String> HTTP = Set.of("http", "https");

  WebSettings read() {
    Optional<URI> address = address(Setting.PUBLIC_URL, "https://greenpair.example.org");
    return new WebSettings(
        given.whole(Setting.CACHE_BYTES, 0, Long.MAX_VALUE / 2),
        (int) given.whole(Setting.MAX_BODY_BYTES, 1, 1 << 30),
        WebSettings.DEFAULT.refreshEvery(),
        WebSettings.DEFAULT.deliverEvery(),
        Duration.ofSeconds(given.whole(Setting.STOP_WITHIN_SECONDS, 0, 3600)),
        new AccessSettingsReader(given, host).read(address),
        Duration.ofSeconds(given.whole(Setting.ANSWER_WITHIN_SECONDS, 0, 3600)),
        zone,
        mail(),
        new ChangeSettings(address, (int) given.whole(Setting.DEADLINE_DAYS, 0, 3650)));
  }

  private Optional<URI> address(Setting setting, String example) {
    String text = given.text(setting);
    if (text.isBlank()) {
      return Optional.empty();
    }
    try {
      URI address = new URI(text);
      if (address.getHost() != null && HTTP.contains(String.valueOf(address.getScheme()))) {
        return Optional.of(address);
      }
    } catch (URISyntaxException e) {
      // Reported below with the rule.
    }
    given.fault(setting, Message.of("setting.rule.url", "example", example), text);
    return Optional.empty();
  }

  private Optional<MailSettings> mail() {
    int port = (int) given.whole(Setting.SMTP_PORT, 1, 65_535);
    String security = given.choice(Setting.SMTP_SECURITY, List.of("starttls", "tls", "none"));
    String host = given.text(Setting.SMTP_HOST);
    String file = given.text(Setting.SMTP_PASSWORD_FILE);
    if (host.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new MailSettings(
              host,
              port,
              security,
              given.text(Setting.SMTP_USER),
              file.isBlank() ? null : Path.of(file),
              given.text(Setting.SMTP_FROM)));
    } catch (IllegalArgumentException e) {
      given.fault(Setting.SMTP_HOST, e);
      return Optional.empty();
    }
  }
}
