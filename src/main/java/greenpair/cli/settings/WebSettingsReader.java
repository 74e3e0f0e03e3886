package greenpair.cli.settings;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.value.Word;
import greenpair.message.Message;
import greenpair.program.access.Caller.Role;
import greenpair.web.mail.MailSettings;
import greenpair.web.openid.OpenIdSettings;
import greenpair.web.settings.WebSettings;
import greenpair.web.settings.WebSettings.AccessSettings;
import greenpair.web.settings.WebSettings.ChangeSettings;

/// Reads the settings of the HTTP server, of mail and of notifications.
record WebSettingsReader(SettingSources given, String host, ZoneId zone) {
  private static final Set<String> HTTP = Set.of("http", "https");

  WebSettings read() {
    Optional<URI> address = address(Setting.PUBLIC_URL, "https://greenpair.example.org");
    return new WebSettings(
        given.whole(Setting.CACHE_BYTES, 0, Long.MAX_VALUE / 2),
        (int) given.whole(Setting.MAX_BODY_BYTES, 1, 1 << 30),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
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
    if (given.isOff(Setting.SMTP_HOST)) {
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

  /// Reads who may use the server, under which names, and how people sign in.
  ///
  /// @param host that the server listens on
  private record AccessSettingsReader(SettingSources given, String host) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*");
    private static final Map<String, Role> ROLES = Word.all(Role.values());

    /// @param address that users know; empty if it is not set
    AccessSettings read(Optional<URI> address) {
      int proxies = (int) given.whole(Setting.PROXIES, 1, 10);
      return new AccessSettings(
          given.flag(Setting.ANONYMOUS_READ),
          (int) given.whole(Setting.REQUESTS_PER_MINUTE, 0, 10_000_000),
          given.flag(Setting.BEHIND_PROXY) ? proxies : 0,
          given.flag(Setting.ACCESS_LOG),
          openId(),
          (int) given.whole(Setting.AUDIT_DAYS, 0, 36_500),
          given.flag(Setting.SHARE_REMARKS),
          given.flag(Setting.KEEP_SEARCHES),
          hosts(address));
    }

    /// The names by which the server may be requested. They are known if `hosts` lists them, or if
    /// only this machine can reach the server and no proxy requests it for others.
    private Optional<Set<String>> hosts(Optional<URI> address) {
      Set<String> names = new TreeSet<>();
      for (String each : given.words(Setting.HOSTS)) {
        if (!NAME.matcher(each).matches()) {
          given.fault(Setting.HOSTS, Message.of("setting.rule.hosts"), each);
        }
        names.add(each.toLowerCase(Locale.ROOT));
      }
      if (names.isEmpty() && (given.flag(Setting.BEHIND_PROXY) || !isLoopback(host))) {
        return Optional.empty();
      }
      if (!isLoopback(host)) {
        names.add(host.toLowerCase(Locale.ROOT));
      }
      address.ifPresent(each -> names.add(each.getHost().toLowerCase(Locale.ROOT)));
      return Optional.of(Set.copyOf(names));
    }

    private static boolean isLoopback(String host) {
      try {
        return host.equals("localhost") || InetAddress.ofLiteral(host).isLoopbackAddress();
      } catch (IllegalArgumentException e) {
        return false; // A name, which may mean any address.
      }
    }

    private Optional<OpenIdSettings> openId() {
      boolean isOff = given.isOff(Setting.OPENID_ISSUER);
      Map<String, Role> roles = new TreeMap<>();
      Map<String, EntryId> cities = new TreeMap<>();
      given
          .pairs(Setting.OPENID_ROLES)
          .forEach(
              (value, word) -> {
                Role role = ROLES.get(word);
                if (role == null) {
                  Message rule =
                      Message.of("setting.rule.roles", "roles", List.copyOf(ROLES.keySet()));
                  given.fault(Setting.OPENID_ROLES, rule, word);
                } else {
                  roles.put(value, role);
                }
              });
      given
          .pairs(Setting.OPENID_CITIES)
          .forEach(
              (value, id) -> {
                try {
                  cities.put(value, new EntryId(id));
                } catch (IllegalArgumentException e) {
                  given.fault(Setting.OPENID_CITIES, e);
                }
              });
      if (isOff) {
        return Optional.empty();
      }
      try {
        return Optional.of(
            new OpenIdSettings(
                URI.create(given.text(Setting.OPENID_ISSUER)),
                given.text(Setting.OPENID_CLIENT_ID),
                given.text(Setting.OPENID_CLIENT_SECRET),
                URI.create(given.text(Setting.PUBLIC_URL)),
                given.text(Setting.OPENID_ROLE_CLAIM),
                roles,
                given.text(Setting.OPENID_CITY_CLAIM),
                cities));
      } catch (IllegalArgumentException e) {
        given.fault(Setting.OPENID_ISSUER, e);
        return Optional.empty();
      }
    }
  }
}
