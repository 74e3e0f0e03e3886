package greenpair.cli.settings;

import static java.util.stream.Collectors.joining;

import greenpair.catalog.EntryId;
import greenpair.config.Problems;
import greenpair.index.cluster.ClusterSettings;
import greenpair.job.JobSources;
import greenpair.job.Schedule;
import greenpair.program.access.Role;
import greenpair.program.database.DatabaseSettings;
import greenpair.web.mail.MailSettings;
import greenpair.web.openid.OpenIdSettings;
import greenpair.web.settings.AccessSettings;
import greenpair.web.settings.ChangeSettings;
import greenpair.web.settings.WebSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The effective settings, each with its source: the command line, else the environment, else
/// `greenpair.yaml`, else the default. All errors are reported at once.
public final class ServerSettings {
  public static final String FILE = "greenpair.yaml";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*");
  private static final Set<String> HTTP = Set.of("http", "https");
  private static final Map<String, Role> ROLES = new TreeMap<>();

  static {
    for (Role role : Role.values()) {
      ROLES.put(role.name().toLowerCase(Locale.ROOT), role);
    }
  }

  private final GivenSettings given;
  private final Path home;
  private final String host;
  private final int port;
  private final DatabaseSettings database;
  private final WebSettings web;
  private final boolean jsonLog;
  private final Optional<ClusterSettings> cluster;
  private final ZoneId zone;
  private final Optional<Schedule> schedule;

  /// @param home folder of the launcher
  /// @param file `greenpair.yaml`; may be missing
  /// @param environment variables by name
  /// @param options options of the command line
  /// @throws IllegalArgumentException listing every fault
  public ServerSettings(
      Path home, Path file, Map<String, String> environment, Map<Setting, String> options) {
    Problems problems = new Problems();
    this.home = home;
    this.given = new GivenSettings(file, environment, options, problems);
    this.host = given.text(Setting.HOST);
    this.port = (int) given.whole(Setting.PORT, 0, 65_535);
    this.database = readDatabase();
    this.zone = readZone();
    this.web = readWeb();
    this.schedule = readSchedule();
    this.cluster = readCluster();
    this.jsonLog = given.choice(Setting.LOG_FORMAT, List.of("text", "json")).equals("json");
    problems.throwIfAny("errors in the settings (greenpair config shows where each is from)");
  }

  private WebSettings readWeb() {
    Optional<URI> address = readAddress(Setting.PUBLIC_URL, "https://greenpair.example.org");
    return new WebSettings(
        given.whole(Setting.CACHE_BYTES, 0, Long.MAX_VALUE / 2),
        (int) given.whole(Setting.MAX_BODY_BYTES, 1, 1 << 30),
        WebSettings.DEFAULT.refreshEvery(),
        Duration.ofSeconds(given.whole(Setting.STOP_WITHIN_SECONDS, 0, 3600)),
        new AccessSettings(
            given.flag(Setting.ANONYMOUS_READ),
            (int) given.whole(Setting.REQUESTS_PER_MINUTE, 0, 10_000_000),
            given.flag(Setting.BEHIND_PROXY) ? (int) given.whole(Setting.PROXIES, 1, 10) : 0,
            given.flag(Setting.ACCESS_LOG),
            readOpenId(),
            (int) given.whole(Setting.AUDIT_DAYS, 0, 36_500),
            given.flag(Setting.SHARE_REMARKS),
            readManagement(),
            readHosts(address)),
        Duration.ofSeconds(given.whole(Setting.ANSWER_WITHIN_SECONDS, 0, 3600)),
        zone,
        readMail(),
        readTraces(),
        new ChangeSettings(
            address,
            (int) given.whole(Setting.DEADLINE_DAYS, 0, 3650),
            given.flag(Setting.WEBHOOKS)));
  }

  private Optional<URI> readTraces() {
    return readAddress(Setting.TRACES, "http://127.0.0.1:4318");
  }

  private Optional<URI> readAddress(Setting setting, String example) {
    String given = this.given.text(setting);
    if (given.isBlank()) {
      return Optional.empty();
    }
    try {
      URI address = new URI(given);
      if (address.getHost() != null && HTTP.contains(String.valueOf(address.getScheme()))) {
        return Optional.of(address);
      }
    } catch (URISyntaxException e) {
      // Reported below with the rule.
    }
    this.given.fault(
        setting,
        "must be an http or https address such as " + example + ", but was \"" + given + "\"");
    return Optional.empty();
  }

  private Optional<MailSettings> readMail() {
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
      given.fault(Setting.SMTP_HOST, "with the settings beside it: " + e.getMessage());
      return Optional.empty();
    }
  }

  private ZoneId readZone() {
    String name = given.text(Setting.TIME_ZONE);
    try {
      return name.isBlank() ? ZoneId.systemDefault() : ZoneId.of(name);
    } catch (DateTimeException e) {
      given.fault(
          Setting.TIME_ZONE,
          "must be a time zone such as Asia/Shanghai or UTC, but was \"" + name + "\"");
      return ZoneId.systemDefault();
    }
  }

  /// The names by which the server may be requested. They are known if `hosts` lists them, or if
  /// only this machine can reach the server and no proxy requests it for others.
  private Optional<Set<String>> readHosts(Optional<URI> address) {
    Set<String> names = new TreeSet<>();
    for (String each : given.words(Setting.HOSTS)) {
      if (!NAME.matcher(each).matches()) {
        given.fault(
            Setting.HOSTS,
            "must be names without port such as greenpair.example.org, but was \"" + each + "\"");
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

  private Optional<InetSocketAddress> readManagement() {
    int port = (int) given.whole(Setting.MANAGEMENT_PORT, 0, 65_535);
    return port == 0
        ? Optional.empty()
        : Optional.of(
            InetSocketAddress.createUnresolved(given.text(Setting.MANAGEMENT_HOST), port));
  }

  private Optional<OpenIdSettings> readOpenId() {
    if (given.text(Setting.OPENID_ISSUER).isEmpty()) {
      return Optional.empty();
    }
    Map<String, Role> roles = new TreeMap<>();
    Map<String, EntryId> cities = new TreeMap<>();
    given
        .pairs(Setting.OPENID_ROLES)
        .forEach(
            (value, word) -> {
              Role role = ROLES.get(word);
              if (role == null) {
                given.fault(
                    Setting.OPENID_ROLES,
                    "must name roles among "
                        + String.join(", ", ROLES.keySet())
                        + ", but was \""
                        + word
                        + "\"");
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
                given.fault(Setting.OPENID_CITIES, String.valueOf(e.getMessage()));
              }
            });
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
      given.fault(Setting.OPENID_ISSUER, "with the settings beside it: " + e.getMessage());
      return Optional.empty();
    }
  }

  private DatabaseSettings readDatabase() {
    DatabaseSettings fallback = DatabaseSettings.sqlite(data());
    int connections = (int) given.whole(Setting.DATABASE_CONNECTIONS, 1, 1000);
    try {
      return new DatabaseSettings(
          given.has(Setting.DATABASE) ? given.text(Setting.DATABASE) : fallback.url(),
          given.text(Setting.DATABASE_USER),
          given.text(Setting.DATABASE_PASSWORD),
          connections);
    } catch (IllegalArgumentException e) {
      given.fault(Setting.DATABASE, String.valueOf(e.getMessage()));
      return fallback;
    }
  }

  private Optional<ClusterSettings> readCluster() {
    int shards = (int) given.whole(Setting.CLUSTER_SHARDS, 1, 1024);
    long within = given.whole(Setting.CLUSTER_WITHIN_SECONDS, 1, 3600);
    String backend = given.choice(Setting.INDEX_BACKEND, List.of("lucene", "opensearch"));
    if (!backend.equals("opensearch")) {
      return Optional.empty();
    }
    String authority = given.text(Setting.CLUSTER_AUTHORITY);
    try {
      return Optional.of(
          new ClusterSettings(
              given.words(Setting.CLUSTER).stream().map(URI::create).toList(),
              given.text(Setting.CLUSTER_NAME),
              given.text(Setting.CLUSTER_USER),
              given.text(Setting.CLUSTER_PASSWORD),
              given.text(Setting.CLUSTER_TOKEN),
              authority.isEmpty() ? null : Path.of(authority),
              shards,
              given.text(Setting.CLUSTER_REPLICAS),
              Duration.ofSeconds(within)));
    } catch (IllegalArgumentException e) {
      given.fault(Setting.CLUSTER, "with the settings beside it: " + e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Schedule> readSchedule() {
    String expression = given.text(Setting.SCHEDULE);
    try {
      return expression.isBlank()
          ? Optional.empty()
          : Optional.of(Schedule.parse(expression, zone));
    } catch (IllegalArgumentException e) {
      given.fault(Setting.SCHEDULE, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /// When jobs start automatically; empty for never.
  public Optional<Schedule> schedule() {
    return schedule;
  }

  /// Whether a catalog or registries are set; the demonstration cohort is then not used.
  public boolean hasOwnCatalog() {
    return hasOwnCatalogFiles() || !given.text(Setting.SOURCES).isBlank();
  }

  /// Whether catalog files are set.
  public boolean hasOwnCatalogFiles() {
    return given.has(Setting.CATALOG);
  }

  /// Whether the data folder is the one beside the launcher, because none was named.
  public boolean isInPlace() {
    return !given.has(Setting.DATA);
  }

  /// What jobs may read.
  public JobSources jobSources() {
    String folder = given.text(Setting.SOURCES);
    Path registries = folder.isBlank() ? null : Path.of(folder);
    List<Path> catalogs =
        given.has(Setting.CATALOG)
            ? given.words(Setting.CATALOG).stream().map(Path::of).toList()
            : List.of(home.resolve("fixtures"));
    Path gazetteer =
        given.has(Setting.GAZETTEER)
            ? Path.of(given.text(Setting.GAZETTEER))
            : Objects.requireNonNullElse(registries, home);
    return new JobSources(catalogs, registries, gazetteer, given.words(Setting.SOURCE_NAMES));
  }

  /// The time zone of the programme.
  public ZoneId zone() {
    return zone;
  }

  public String host() {
    return host;
  }

  public int port() {
    return port;
  }

  public Path data() {
    return path(Setting.DATA, "data");
  }

  public Path indexConfig() {
    return path(Setting.INDEX_CONFIG, "index-config");
  }

  private Path path(Setting setting, String beside) {
    return given.has(setting) ? Path.of(given.text(setting)) : home.resolve(beside);
  }

  /// The cluster in which generations are shared; empty if the data folder shares none.
  public Optional<ClusterSettings> cluster() {
    return cluster;
  }

  public DatabaseSettings database() {
    return database;
  }

  public WebSettings web() {
    return web;
  }

  public boolean isJsonLog() {
    return jsonLog;
  }

  /// The effective value for display; passwords are hidden.
  public String shown(Setting setting) {
    String text =
        switch (setting) {
          case DATA -> data().toString();
          case INDEX_CONFIG -> indexConfig().toString();
          case CATALOG ->
              jobSources().catalogs().stream().map(Path::toString).collect(joining(","));
          case GAZETTEER -> jobSources().gazetteer().toString();
          case DATABASE -> database.toString();
          default -> given.text(setting);
        };
    return setting.isSecret() && given.has(setting) ? "(set, not shown)" : text;
  }

  /// Where it is from.
  public String from(Setting setting) {
    return given.from(setting);
  }
}
