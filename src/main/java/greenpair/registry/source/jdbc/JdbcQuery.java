package greenpair.registry.source.jdbc;

import greenpair.config.Settings;
import greenpair.message.Message;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The database query of a mapping.
///
/// @param url `jdbc:postgresql://host/database` or `jdbc:sqlite:file`
/// @param passwordFrom name of the environment variable that holds the password
/// @param sql one read-only query
/// @param fetchSize rows per fetch
public record JdbcQuery(
    String url, @Nullable String user, @Nullable String passwordFrom, String sql, int fetchSize) {
  private static final String POSTGRESQL = "jdbc:postgresql:";
  private static final String SQLITE = "jdbc:sqlite:";
  private static final Pattern QUOTED =
      Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

  /// Forms of text literals in PostgreSQL that cannot be recognised without its parser, so a
  /// statement could be hidden in one.
  private static final Pattern HIDES = Pattern.compile("\\$\\w*\\$|\\\\'");

  /// Allowed options of a PostgreSQL URL. Others name classes or files, or remove the limits of
  /// reading.
  private static final Set<String> OPTIONS =
      new TreeSet<>(
          Set.of(
              "ApplicationName",
              "currentSchema",
              "ssl",
              "sslmode",
              "sslrootcert",
              "targetServerType"));

  private static final String OF_THE_SERVER = "GREENPAIR_";
  private static final Pattern WRITES =
      Pattern.compile(
          "\\b(insert|update|delete|merge|upsert|replace\\s+into|drop|alter|create|truncate|attach"
              + "|detach|pragma|vacuum|copy|grant|revoke|call|do|set|lock|into)\\b",
          Pattern.CASE_INSENSITIVE);

  public static JdbcQuery read(Settings keys) {
    String url = keys.must("url");
    String sql = keys.must("query").strip();
    JdbcQuery query =
        new JdbcQuery(
            url,
            keys.word("user"),
            keys.word("password_from"),
            sql.endsWith(";") ? sql.substring(0, sql.length() - 1) : sql,
            keys.whole("fetch_size", 1, 100_000, 1000));
    if (!url.startsWith(POSTGRESQL) && !url.startsWith(SQLITE)) {
      keys.refuse("url", Message.of("jdbc.url", "one", POSTGRESQL, "other", SQLITE), url);
    }
    if (url.toLowerCase(Locale.ROOT).contains("password=")) {
      keys.problem("url", Message.of("jdbc.password"));
    }
    query.checkAccess(keys);
    query.check(keys);
    return query;
  }

  private void checkAccess(Settings keys) {
    int start = url.indexOf('?');
    List<String> given = start < 0 ? List.of() : List.of(url.substring(start + 1).split("&"));
    for (String each : isSqlite() ? List.<String>of() : given) {
      String name = each.replaceAll("=.*", "");
      if (!OPTIONS.contains(name)) {
        keys.refuse("url", Message.of("jdbc.options", "known", OPTIONS), name);
      }
    }
    if (passwordFrom != null && passwordFrom.startsWith(OF_THE_SERVER)) {
      Message rule = Message.of("jdbc.secret", "prefix", OF_THE_SERVER);
      keys.refuse("password_from", rule, passwordFrom);
    }
  }

  private void check(Settings keys) {
    String bare = QUOTED.matcher(sql).replaceAll(" ? ").strip();
    String first = bare.toLowerCase(Locale.ROOT).split("\\W+", 2)[0];
    var writes = WRITES.matcher(bare);
    if (HIDES.matcher(sql).find()) {
      keys.problem("query", Message.of("jdbc.literals"));
    } else if (!first.equals("select") && !first.equals("with")) {
      keys.refuse("query", Message.of("jdbc.select"), first);
    } else if (bare.contains(";")) {
      keys.problem("query", Message.of("jdbc.one_statement"));
    } else if (writes.find()) {
      keys.refuse("query", Message.of("jdbc.reads"), writes.group(1));
    }
  }

  boolean isSqlite() {
    return url.startsWith(SQLITE);
  }

  /// The file of a SQLite database as the mapping names it.
  String sqliteFile() {
    String file = url.substring(SQLITE.length());
    int options = file.indexOf('?');
    return options < 0 ? file : file.substring(0, options);
  }

  /// The database without user, password and options, for messages.
  String shown() {
    int options = url.indexOf('?');
    return (options < 0 ? url : url.substring(0, options)).replaceAll("//[^/@]*@", "//");
  }
}
