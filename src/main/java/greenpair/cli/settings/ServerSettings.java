package greenpair.cli.settings;

import static java.util.stream.Collectors.joining;

import module java.base;

import greenpair.catalog.Language;
import greenpair.config.Problems;
import greenpair.message.Message;
import greenpair.program.database.DatabaseSettings;
import greenpair.reindex.run.ReindexRequest;
import greenpair.web.settings.WebSettings;
import org.jspecify.annotations.Nullable;

/// The effective settings, each with its source: the command line, else the environment, else
/// `greenpair.yaml`, else the default. All errors are reported at once.
public final class ServerSettings {
  public static final String FILE = "greenpair.yaml";
  private final SettingSources given;
  private final Path home;
  private final String host;
  private final int port;
  private final DatabaseSettings database;
  private final WebSettings web;
  private final boolean jsonLog;
  private final ZoneId zone;

  /// @param file `greenpair.yaml`; may be missing
  /// @param environment variables by name
  /// @throws IllegalArgumentException listing every fault
  public ServerSettings(
      Path home, Path file, Map<String, String> environment, Map<Setting, String> options) {
    Problems problems = new Problems();
    this.home = home;
    this.given = new SettingSources(file, environment, options, problems);
    this.host = given.text(Setting.HOST);
    this.port = (int) given.whole(Setting.PORT, 0, 65_535);
    checkData();
    this.database = readDatabase();
    this.zone = readZone();
    this.web = new WebSettingsReader(given, host, zone).read();
    this.jsonLog = given.choice(Setting.LOG_FORMAT, List.of("text", "json")).equals("json");
    given.throwIfAny();
  }

  /// A file there would pass for a folder in which nothing was published yet.
  private void checkData() {
    if (Files.exists(data()) && !Files.isDirectory(data())) {
      given.fault(Setting.DATA, Message.of("setting.rule.folder"), data().toString());
    }
  }

  private ZoneId readZone() {
    String name = given.text(Setting.TIME_ZONE);
    try {
      return name.isBlank() ? ZoneId.systemDefault() : ZoneId.of(name);
    } catch (DateTimeException e) {
      given.fault(Setting.TIME_ZONE, Message.of("setting.rule.zone"), name);
      return ZoneId.systemDefault();
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
      given.fault(Setting.DATABASE, e);
      return fallback;
    }
  }

  /// Whether a catalog or registries are set; the demonstration cohort is then not used.
  public boolean hasOwnCatalog() {
    return hasOwnCatalogFiles() || !given.text(Setting.SOURCES).isBlank();
  }

  public boolean hasOwnCatalogFiles() {
    return given.has(Setting.CATALOG);
  }

  /// Whether the data folder is the default one beside the launcher.
  public boolean isInPlace() {
    return !given.has(Setting.DATA);
  }

  /// The catalog files of a run that names none.
  public List<Path> catalogs() {
    return given.has(Setting.CATALOG)
        ? given.words(Setting.CATALOG).stream().map(Path::of).toList()
        : List.of(home.resolve("fixtures"));
  }

  /// The registries of a run that names none; null for none.
  public ReindexRequest.@Nullable Registries registries() {
    return given.text(Setting.SOURCES).isBlank()
        ? null
        : new ReindexRequest.Registries(
            given.words(Setting.SOURCE_NAMES), sources(), gazetteer(sources()));
  }

  /// The folder of the registries, the current one if none is set.
  public Path sources() {
    return Path.of(given.text(Setting.SOURCES));
  }

  /// The folder of the gazetteer.
  ///
  /// @param sources where it is if none is set
  public Path gazetteer(Path sources) {
    return given.has(Setting.GAZETTEER) ? Path.of(given.text(Setting.GAZETTEER)) : sources;
  }

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
  public String shown(Setting setting, Language language) {
    String text =
        switch (setting) {
          case DATA -> data().toString();
          case INDEX_CONFIG -> indexConfig().toString();
          case CATALOG -> catalogs().stream().map(Path::toString).collect(joining(","));
          case GAZETTEER -> gazetteer(sources()).toString();
          case DATABASE -> database.toString();
          default -> given.text(setting);
        };
    return setting.isSecret() && given.has(setting)
        ? Message.of("setting.hidden").in(language)
        : text;
  }

  /// Where the effective value is from, such as `command line`.
  public String from(Setting setting, Language language) {
    return given.from(setting).in(language);
  }
}
