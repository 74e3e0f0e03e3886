package greenpair.program;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import greenpair.program.database.DatabaseSettings;
import greenpair.program.database.Dump;
import greenpair.program.database.ProgramException;
import greenpair.program.database.Rows;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/// The database of the program data. It is opened and brought to the newest version at its
/// first use, so that a server that needs none of it starts without waiting for it, and goes on
/// without it when it cannot be had.
public final class ProgramStore implements AutoCloseable {
  private static final Duration WAIT = Duration.ofSeconds(10);
  private static final int TRIES = 3;

  private final DatabaseSettings settings;
  private @Nullable HikariDataSource pool;

  public ProgramStore(DatabaseSettings settings) {
    this.settings = settings;
  }

  /// Opens the database if it is not open yet.
  ///
  /// @throws ProgramException when that is not possible
  public synchronized void open() {
    var _ = pool();
  }

  /// Reads; several statements may see different states.
  ///
  /// @throws ProgramException when the database does not answer
  public <T> T read(Function<Records, T> reading) {
    return guarded(
        () -> {
          try (Connection connection = pool().getConnection()) {
            return reading.apply(new Records(new Rows(connection)));
          } catch (SQLException e) {
            throw new Rows.Failed(e);
          }
        });
  }

  /// Writes all or nothing. When this returns, what was written outlives the end of the
  /// process; when it throws, nothing was written. A write that another one overtook is tried
  /// again.
  ///
  /// @throws ProgramException when the database does not answer
  public <T> T write(Function<Records, T> writing) {
    return guarded(
        () -> {
          for (int tried = 1; ; tried++) {
            try {
              return writeOnce(writing);
            } catch (Rows.Failed e) {
              if (tried == TRIES || !isOvertaken(e)) {
                throw e;
              }
            }
          }
        });
  }

  private <T> T writeOnce(Function<Records, T> writing) {
    HikariDataSource connections = pool();
    try (Connection connection = connections.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = writing.apply(new Records(new Rows(connection)));
        connection.commit();
        return result;
      } catch (RuntimeException | SQLException | Error e) {
        rollBack(connections, connection, e);
        throw e;
      }
    } catch (SQLException e) {
      throw new Rows.Failed(e);
    }
  }

  /// Takes back what was begun. Where that fails (SQLite has rolled back by itself when the disk is
  /// full, and the driver does not know) the connection is of no more use, and the cause is still
  /// what the caller has to know.
  private static void rollBack(HikariDataSource connections, Connection broken, Throwable cause) {
    try {
      broken.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
      connections.evictConnection(broken);
    }
  }

  /// Whether another transaction took the row first: a key that is there by now (23505), or one
  /// that cannot be put in a row with the others (40001).
  private static boolean isOvertaken(Rows.Failed e) {
    return e.getCause() instanceof SQLException cause
        && ("23505".equals(cause.getSQLState()) || "40001".equals(cause.getSQLState()));
  }

  /// Whether somebody opened the database.
  public synchronized boolean isOpen() {
    return pool != null;
  }

  /// Removes what is kept for a time only: sessions and tokens of logins that ended.
  ///
  /// @param replies answers under an Idempotency-Key that were given before then
  /// @param audit lines that were written before then
  public void forget(Instant now, Instant replies, Instant audit) {
    var _ =
        write(
            records -> {
              records.tokens().forget(now);
              records.replies().forget(replies);
              records.audit().forget(audit);
              return now;
            });
  }

  /// Writes a copy of the database while it is in use. PostgreSQL has tools of its own for
  /// that.
  ///
  /// @param file that does not exist yet
  /// @throws IllegalStateException for PostgreSQL
  public void backup(Path file) throws IOException {
    if (!settings.isSqlite()) {
      throw new IllegalStateException(
          "use pg_dump to back up PostgreSQL; greenpair data export writes all records"
              + " for either database");
    }
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    var _ =
        guarded(
            () -> {
              try (Connection connection = pool().getConnection()) {
                return new Rows(connection).update("VACUUM INTO ?", file.toString());
              } catch (SQLException e) {
                throw new Rows.Failed(e);
              }
            });
  }

  /// Writes every record as JSON Lines, as of one moment: others may write meanwhile, and none of
  /// what they write is in it.
  ///
  /// @return how many
  public long dump(Writer out) {
    return guarded(
        () -> {
          try (Connection connection = pool().getConnection()) {
            return dump(connection, out);
          } catch (SQLException e) {
            throw new Rows.Failed(e);
          }
        });
  }

  private long dump(Connection connection, Writer out) throws SQLException {
    Rows rows = new Rows(connection);
    // The default of SQLite's driver here is a transaction that writes; a reader needs only a view.
    if (settings.isSqlite()) {
      rows.run("BEGIN DEFERRED");
    } else {
      connection.setAutoCommit(false);
      rows.run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    }
    try {
      return new Dump(rows, settings.isSqlite()).write(out);
    } finally {
      rows.run("ROLLBACK");
    }
  }

  /// Reads every record of a dump into an empty database, all or nothing.
  ///
  /// @return how many
  /// @throws IllegalArgumentException when the dump is broken or the database is not empty
  public long load(Reader in) {
    return write(records -> new Dump(records.rows(), settings.isSqlite()).read(in));
  }

  private <T> T guarded(Supplier<T> work) {
    try {
      return work.get();
    } catch (Rows.Failed e) {
      throw new ProgramException(
          "the program data at " + settings + " cannot be read or written: " + reason(e), e);
    }
  }

  private static String reason(Throwable e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return String.valueOf(cause.getMessage());
  }

  private synchronized HikariDataSource pool() {
    HikariDataSource open = pool;
    if (open == null) {
      open = connect();
      pool = open;
    }
    return open;
  }

  private HikariDataSource connect() {
    try {
      if (settings.isSqlite()) {
        Path parent = settings.file().toAbsolutePath().getParent();
        if (parent != null) {
          Files.createDirectories(parent);
        }
      }
      HikariDataSource opened = new HikariDataSource(poolSettings());
      try {
        migrate(opened);
        return opened;
      } catch (RuntimeException e) {
        opened.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      throw new ProgramException(
          "the program data at " + settings + " cannot be opened: " + reason(e), e);
    }
  }

  private HikariConfig poolSettings() {
    HikariConfig config = new HikariConfig();
    config.setPoolName("program");
    config.setJdbcUrl(settings.url());
    config.setMaximumPoolSize(settings.connections());
    config.setMinimumIdle(1);
    config.setConnectionTimeout(WAIT.toMillis());
    if (settings.isSqlite()) {
      // Write-ahead: readers do not wait for the writer. Full: a commit is on the disk. Immediate:
      // a transaction is the writer from its beginning, and never finds out halfway that it is not.
      config.addDataSourceProperty("journal_mode", "WAL");
      config.addDataSourceProperty("synchronous", "FULL");
      config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
      config.addDataSourceProperty("foreign_keys", "true");
      config.addDataSourceProperty("busy_timeout", Long.toString(WAIT.toMillis()));
    } else {
      config.setUsername(settings.user());
      config.setPassword(settings.password());
    }
    return config;
  }

  private void migrate(HikariDataSource opened) {
    String serial =
        settings.isSqlite()
            ? "INTEGER PRIMARY KEY AUTOINCREMENT"
            : "BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY";
    try {
      var _ =
          Flyway.configure(ProgramStore.class.getClassLoader())
              .dataSource(opened)
              .locations("classpath:greenpair/program/migrations")
              .placeholders(Map.of("serial", serial))
              .load()
              .migrate();
    } catch (FlywayException e) {
      throw new IllegalStateException("its tables cannot be brought up to date", e);
    }
  }

  /// Ends all connections.
  @Override
  public synchronized void close() {
    if (pool != null) {
      pool.close();
      pool = null;
    }
  }
}
