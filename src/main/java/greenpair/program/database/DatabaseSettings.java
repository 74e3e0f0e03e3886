package greenpair.program.database;

import greenpair.message.Message;
import greenpair.message.MessageException;
import java.nio.file.Path;

/// Which database holds the programme data.
///
/// @param url JDBC URL: `jdbc:sqlite:FILE` or `jdbc:postgresql://HOST/DATABASE`
/// @param user empty for SQLite
/// @param password empty for SQLite
/// @param connections maximum number of open connections, at least 1
public record DatabaseSettings(String url, String user, String password, int connections) {
  static final String SQLITE = "jdbc:sqlite:";
  private static final String POSTGRESQL = "jdbc:postgresql:";

  public DatabaseSettings {
    if (!url.startsWith(SQLITE) && !url.startsWith(POSTGRESQL)) {
      throw new MessageException(Message.of("setting.rule.database", "value", url));
    }
    if (connections < 1) {
      throw new IllegalArgumentException("connections must be at least 1, but was " + connections);
    }
  }

  /// SQLite in `program.db` of the data folder: 4 readers beside the one writer that SQLite has.
  public static DatabaseSettings sqlite(Path data) {
    return new DatabaseSettings(SQLITE + data.resolve("program.db"), "", "", 4);
  }

  public boolean isSqlite() {
    return url.startsWith(SQLITE);
  }

  public Path file() {
    return Path.of(url.substring(SQLITE.length()));
  }

  /// Never shows a password, which the parameters of an address may hold.
  @Override
  public String toString() {
    return isSqlite() ? url : url.replaceFirst("\\?.*", "");
  }
}
