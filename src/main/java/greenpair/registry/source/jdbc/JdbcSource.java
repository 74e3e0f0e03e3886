package greenpair.registry.source.jdbc;

import greenpair.message.Message;
import greenpair.registry.source.read.RecordReader;
import greenpair.registry.source.read.RecordSource;
import greenpair.registry.source.read.SourceException;
import greenpair.registry.source.read.SourceFiles;
import greenpair.registry.source.value.Limits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;

/// A query to a database as a source. The connection is read-only, so the database refuses writes
/// that the check of the SQL does not detect.
///
/// @param patience how long the database may take for the next row
public record JdbcSource(JdbcQuery query, Path folder, Limits limits, QueryTimeout patience)
    implements RecordSource {
  private static final long BYTES = 4; // that a character may have
  private static final String READ_ONLY_FILE = "1"; // SQLITE_OPEN_READONLY
  private static final String CONNECT_SECONDS = "10";
  private static final Duration SILENT = Duration.ofMinutes(10);
  private static final String BUFFER = "20p"; // of the heap

  public JdbcSource(JdbcQuery query, Path folder, Limits limits) {
    this(query, folder, limits, new QueryTimeout(SILENT));
  }

  @Override
  public RecordReader open() {
    Connection connection = null;
    try {
      connection = connect();
      return new JdbcRecords(connection, statement(connection), query.shown(), limits, patience);
    } catch (SQLException | RuntimeException e) {
      close(connection);
      if (e instanceof SQLException failure) {
        throw new SourceException(
            Message.of(
                "file.query",
                "file",
                query.shown(),
                "why",
                plain(failure),
                "password",
                query.passwordFrom() == null ? "password_from" : "$" + query.passwordFrom()),
            failure);
      }
      throw (RuntimeException) e;
    }
  }

  /// The first line of what the database says.
  static Message plain(SQLException failure) {
    String first = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    return Message.of("failure.other", "error", first);
  }

  private static void close(@Nullable Connection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      // The first failure is the informative one.
    }
  }

  private Connection connect() throws SQLException {
    Properties options = new Properties();
    String url = query.url();
    if (query.isSqlite()) {
      Path file = folder.resolve(query.sqliteFile());
      if (!Files.isRegularFile(file)) {
        throw new SourceException(Message.of("file.no_sqlite", "file", file.toString()));
      }
      SourceFiles.checkWithin(folder, List.of(file));
      url = "jdbc:sqlite:" + file;
      options.setProperty("open_mode", READ_ONLY_FILE);
      options.setProperty("limit_length", String.valueOf(BYTES * limits.row()));
    } else {
      options.setProperty("connectTimeout", CONNECT_SECONDS);
      options.setProperty("socketTimeout", String.valueOf(SILENT.toSeconds()));
      options.setProperty("maxResultBuffer", BUFFER);
      options.setProperty("tcpKeepAlive", "true");
      if (query.user() != null) {
        options.setProperty("user", query.user());
      }
      String variable = query.passwordFrom();
      if (variable != null) {
        options.setProperty("password", password(variable));
      }
    }
    Connection connection = DriverManager.getConnection(url, options);
    if (query.isSqlite()) {
      patience.watch(connection);
    } else {
      connection.setReadOnly(true);
    }
    // PostgreSQL hands rows over in parts only inside a transaction.
    connection.setAutoCommit(false);
    return connection;
  }

  private String password(String variable) {
    String password = System.getenv(variable);
    if (password == null) {
      throw new SourceException(
          Message.of("file.no_password", "file", query.shown(), "name", variable));
    }
    return password;
  }

  private PreparedStatement statement(Connection connection) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(query.sql());
    statement.setFetchSize(query.fetchSize());
    return statement;
  }

  /// Ends a SQLite query that computes without returning a row, or whose thread is interrupted. It
  /// runs in this process, where a timeout of the connection has no effect.
  static final class QueryTimeout extends ProgressHandler {
    private static final int STEPS = 1_000_000; // of the database's machine, some milliseconds

    private final Duration most;
    private long since;

    QueryTimeout(Duration most) {
      this.most = most;
    }

    void watch(Connection connection) throws SQLException {
      begin();
      setHandler(connection, STEPS, this);
    }

    void begin() {
      since = System.nanoTime();
    }

    @Override
    protected int progress() {
      boolean isOver = System.nanoTime() - since > most.toNanos();
      return isOver || Thread.currentThread().isInterrupted() ? 1 : 0;
    }
  }
}
