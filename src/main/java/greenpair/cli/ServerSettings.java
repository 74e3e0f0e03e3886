package greenpair.cli;

import static java.util.stream.Collectors.joining;

import greenpair.catalog.EntryId;
import greenpair.catalog.Nearest;
import greenpair.catalog.Problems;
import greenpair.job.JobSources;
import greenpair.job.Schedule;
import greenpair.program.DatabaseSettings;
import greenpair.program.Role;
import greenpair.registry.ConfigFolder;
import greenpair.web.Doors;
import greenpair.web.WebSettings;
import greenpair.web.openid.OpenIdSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The settings in force, each with where it is from: the command line, else the environment, else
/// `greenpair.yaml`, else the default. All faults of all of them come out at once.
final class ServerSettings {
  static final String FILE = "greenpair.yaml";
  private static final String DEFAULT = "default";
  private static final Map<String, Role> ROLES = new TreeMap<>();

  static {
    for (Role role : Role.values()) {
      ROLES.put(role.name().toLowerCase(Locale.ROOT), role);
    }
  }

  private final Map<Setting, Value> values = new EnumMap<>(Setting.class);
  private final Problems problems = new Problems();
  private final Path home;
  private final String host;
  private final int port;
  private final DatabaseSettings database;
  private final WebSettings web;
  private final boolean jsonLog;
  private final Optional<Schedule> schedule;

  /// A value as it was given, and by what.
  record Value(String text, String from) {}

  /// @param home folder of the launcher
  /// @param file `greenpair.yaml`; one that is not there says nothing
  /// @param environment variables by name
  /// @param options what the command line says
  /// @throws IllegalArgumentException listing every fault
  ServerSettings(
      Path home, Path file, Map<String, String> environment, Map<Setting, String> options) {
    this.home = home;
    fromFile(file);
    for (Setting each : Setting.values()) {
      String variable = environment.get(each.variable());
      if (variable != null && !variable.isBlank()) {
        values.put(each, new Value(variable.strip(), "environment " + each.variable()));
      }
      String option = options.get(each);
      if (option != null) {
        values.put(each, new Value(option, "command line"));
      }
    }
    this.host = text(Setting.HOST);
    this.port = (int) whole(Setting.PORT, 0, 65_535);
    this.database = readDatabase();
    this.web = readWeb();
    this.schedule = readSchedule();
    this.jsonLog = choice(Setting.LOG_FORMAT, List.of("text", "json")).equals("json");
    problems.throwIfAny("faults in the settings (greenpair config shows where each is from)");
  }

  private void fromFile(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.exists(file)) {
      return;
    }
    String name = String.valueOf(file.getFileName());
    Map<String, Setting> words = new TreeMap<>();
    for (Setting each : Setting.values()) {
      words.put(each.word(), each);
    }
    new ConfigFolder(folder)
        .document(name, problems)
        .forEach(
            (word, value) -> {
              Setting setting = words.get(word);
              if (setting == null) {
                problems.add(
                    name + ": unknown key \"" + word + "\"" + Nearest.hint(word, words.keySet()));
              } else {
                values.put(setting, new Value(String.valueOf(value), name));
              }
            });
  }

  private WebSettings readWeb() {
    return new WebSettings(
        whole(Setting.CACHE_BYTES, 0, Long.MAX_VALUE / 2),
        (int) whole(Setting.MAX_BODY_BYTES, 1, 1 << 30),
        WebSettings.DEFAULT.refreshEvery(),
        Duration.ofSeconds(whole(Setting.STOP_WITHIN_SECONDS, 0, 3600)),
        new Doors(
            flag(Setting.ANONYMOUS_READ),
            (int) whole(Setting.REQUESTS_PER_MINUTE, 0, 10_000_000),
            flag(Setting.BEHIND_PROXY),
            flag(Setting.ACCESS_LOG),
            readOpenId()),
        Duration.ofSeconds(whole(Setting.ANSWER_WITHIN_SECONDS, 0, 3600)));
  }

  private Optional<OpenIdSettings> readOpenId() {
    if (text(Setting.OPENID_ISSUER).isEmpty()) {
      return Optional.empty();
    }
    Map<String, Role> roles = new TreeMap<>();
    Map<String, EntryId> cities = new TreeMap<>();
    pairs(Setting.OPENID_ROLES)
        .forEach(
            (value, word) -> {
              Role role = ROLES.get(word);
              if (role == null) {
                fault(
                    Setting.OPENID_ROLES,
                    "names roles among "
                        + String.join(", ", ROLES.keySet())
                        + "; got \""
                        + word
                        + "\"");
              } else {
                roles.put(value, role);
              }
            });
    pairs(Setting.OPENID_CITIES)
        .forEach(
            (value, id) -> {
              try {
                cities.put(value, new EntryId(id));
              } catch (IllegalArgumentException e) {
                fault(Setting.OPENID_CITIES, String.valueOf(e.getMessage()));
              }
            });
    try {
      return Optional.of(
          new OpenIdSettings(
              URI.create(text(Setting.OPENID_ISSUER)),
              text(Setting.OPENID_CLIENT_ID),
              text(Setting.OPENID_CLIENT_SECRET),
              URI.create(text(Setting.PUBLIC_URL)),
              text(Setting.OPENID_ROLE_CLAIM),
              roles,
              text(Setting.OPENID_CITY_CLAIM),
              cities));
    } catch (IllegalArgumentException e) {
      fault(Setting.OPENID_ISSUER, "with the settings beside it: " + e.getMessage());
      return Optional.empty();
    }
  }

  /// Pairs such as `staff=coordinator, towns=city`.
  private Map<String, String> pairs(Setting setting) {
    Map<String, String> pairs = new TreeMap<>();
    for (String pair : text(setting).split(",", -1)) {
      int at = pair.lastIndexOf('=');
      if (at > 0) {
        pairs.put(pair.substring(0, at).strip(), pair.substring(at + 1).strip());
      } else if (!pair.isBlank()) {
        fault(setting, "is a list such as VALUE=MEANING, …; got \"" + pair.strip() + "\"");
      }
    }
    return pairs;
  }

  private DatabaseSettings readDatabase() {
    DatabaseSettings fallback = DatabaseSettings.sqlite(data());
    int connections = (int) whole(Setting.DATABASE_CONNECTIONS, 1, 1000);
    try {
      return new DatabaseSettings(
          values.containsKey(Setting.DATABASE) ? text(Setting.DATABASE) : fallback.url(),
          text(Setting.DATABASE_USER),
          text(Setting.DATABASE_PASSWORD),
          connections);
    } catch (IllegalArgumentException e) {
      fault(Setting.DATABASE, String.valueOf(e.getMessage()));
      return fallback;
    }
  }

  private Optional<Schedule> readSchedule() {
    String expression = text(Setting.SCHEDULE);
    try {
      return expression.isBlank()
          ? Optional.empty()
          : Optional.of(Schedule.parse(expression, ZoneId.systemDefault()));
    } catch (IllegalArgumentException e) {
      fault(Setting.SCHEDULE, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /// When a job runs by itself; empty for never.
  Optional<Schedule> schedule() {
    return schedule;
  }

  /// What jobs may read.
  JobSources jobSources() {
    String folder = text(Setting.SOURCES);
    Path registries = folder.isBlank() ? null : Path.of(folder);
    List<Path> catalogs =
        values.containsKey(Setting.CATALOG)
            ? words(Setting.CATALOG).stream().map(Path::of).toList()
            : List.of(home.resolve("fixtures"));
    Path gazetteer =
        values.containsKey(Setting.GAZETTEER)
            ? Path.of(text(Setting.GAZETTEER))
            : Objects.requireNonNullElse(registries, home);
    return new JobSources(catalogs, registries, gazetteer, words(Setting.SOURCE_NAMES));
  }

  private List<String> words(Setting setting) {
    return Arrays.stream(text(setting).split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private String text(Setting setting) {
    Value value = values.get(setting);
    return value == null ? setting.fallback() : value.text();
  }

  private long whole(Setting setting, long min, long max) {
    String text = text(setting);
    if (text.matches("[0-9]{1,18}")) {
      long number = Long.parseLong(text);
      if (number >= min && number <= max) {
        return number;
      }
    }
    fault(setting, "is a whole number from " + min + " to " + max + "; got \"" + text + "\"");
    return Long.parseLong(setting.fallback());
  }

  private boolean flag(Setting setting) {
    return choice(setting, List.of("true", "false")).equals("true");
  }

  private String choice(Setting setting, List<String> words) {
    String text = text(setting);
    if (!words.contains(text)) {
      fault(setting, "is one of " + String.join(", ", words) + "; got \"" + text + "\"");
      return words.getFirst();
    }
    return text;
  }

  private void fault(Setting setting, String rule) {
    problems.add(setting.word() + " (" + from(setting) + ") " + rule);
  }

  String host() {
    return host;
  }

  int port() {
    return port;
  }

  Path data() {
    return path(Setting.DATA, "data");
  }

  Path indexConfig() {
    return path(Setting.INDEX_CONFIG, "index-config");
  }

  private Path path(Setting setting, String beside) {
    Value value = values.get(setting);
    return value == null ? home.resolve(beside) : Path.of(value.text());
  }

  DatabaseSettings database() {
    return database;
  }

  WebSettings web() {
    return web;
  }

  boolean isJsonLog() {
    return jsonLog;
  }

  /// What holds, as it may be shown: a password is not.
  String shown(Setting setting) {
    @Nullable Value value = values.get(setting);
    String text =
        switch (setting) {
          case DATA -> data().toString();
          case INDEX_CONFIG -> indexConfig().toString();
          case CATALOG ->
              jobSources().catalogs().stream().map(Path::toString).collect(joining(","));
          case GAZETTEER -> jobSources().gazetteer().toString();
          case DATABASE -> database.toString();
          default -> text(setting);
        };
    return setting.isSecret() && value != null ? "(set, not shown)" : text;
  }

  /// Where it is from.
  String from(Setting setting) {
    Value value = values.get(setting);
    return value == null ? DEFAULT : value.from();
  }
}
