package greenpair.program.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Connections to the database of the programme data. It is opened and brought to the newest
/// version at its first use. If an SQLite file is deleted while it is open, it is written again; if
/// it is emptied or replaced, the store refuses it.
public final class ConnectionPool implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ConnectionPool.class);
  private static final int TRIES = 3;

  private final DatabaseSettings settings;
  private final PoolOpener opener;
  private @Nullable HikariDataSource pool;

  /// The open SQLite file and a dedicated connection to it, with which a deleted file can be
  /// written again.
  private @Nullable DatabaseFile file;

  private @Nullable Connection keeper;
  private boolean hasMadeFile;

  /// A server that ends must not open the database again.
  private boolean isClosed;

  /// Connections to deleted files; each is closed at the end.
  private final List<HikariDataSource> retired = new ArrayList<>();

  public ConnectionPool(DatabaseSettings settings) {
    this.settings = settings;
    this.opener = new PoolOpener(settings);
  }

  public synchronized boolean isOpen() {
    return pool != null;
  }

  /// The connections to an existing file.
  ///
  /// @throws ProgramException if the database cannot be opened, or its file was emptied or replaced
  public synchronized HikariDataSource connections() {
    HikariDataSource open = pool;
    if (open != null) {
      return checked(open);
    }
    if (isClosed) {
      throw lost("is closed");
    }
    return connect();
  }

  /// Verifies that the data that was read or written is in the file of that name before it is
  /// reported.
  ///
  /// @throws ProgramException if it is unknown whether the written data is in the file
  @SuppressWarnings("ReferenceEquality") // Whether it is that pool, not one like it.
  public synchronized void check(HikariDataSource used, boolean hasWritten) {
    boolean wasUsed = pool == used;
    var _ = connections();
    // What this one wrote is in the copy too, since it was written before.
    if (!wasUsed && hasWritten) {
      throw lost("was deleted under the running server; it is there again, send it once more");
    }
  }

  private HikariDataSource checked(HikariDataSource open) {
    DatabaseFile opened = file;
    try {
      return switch (opened == null ? DatabaseFile.State.SAME : opened.state()) {
        case SAME -> open;
        case GONE -> writeAgain(open);
        case ANOTHER ->
            throw lost(
                "was emptied or replaced while it is open; stop the server, put the file or a"
                    + " backup back, and start it again");
      };
    } catch (IOException | SQLException e) {
      throw new ProgramException(
          "the programme data at "
              + settings
              + " was deleted under the running server and cannot be written again: "
              + e.getMessage(),
          e);
    }
  }

  private ProgramException lost(String what) {
    return new ProgramException("the programme data at " + settings + " " + what);
  }

  /// Puts the database that was deleted back under its name. The connection to the old one is kept
  /// until the copy is open for sure: a deletion meanwhile affects only a copy.
  private HikariDataSource writeAgain(HikariDataSource used) throws IOException, SQLException {
    Path path = settings.file();
    log.error("{} was deleted under the running server; it is written again", path);
    Connection old = keeper;
    if (old == null) {
      throw lost("was deleted, and no connection to it is left");
    }
    for (int tried = 0; tried < TRIES; tried++) {
      Path copy = temporary(path);
      PrivateFile.create(copy);
      var _ = new Rows(old).update("VACUUM INTO ?", copy.toString());
      try (FileChannel written = FileChannel.open(copy, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      DatabaseFile again = new DatabaseFile(path, DatabaseFile.of(copy).key());
      DatabaseFile.removeCompanions(path);
      DatabaseFile.place(copy, path);
      HikariDataSource opened = opener.open(settings.url());
      if (again.state() == DatabaseFile.State.SAME) {
        pool = opened;
        file = again;
        keeper = kept(opened);
        old.close();
        retire(used);
        return opened;
      }
      opened.close();
    }
    throw lost("is deleted again and again while it is open; stop the server, and what deletes it");
  }

  /// Closes connections to a deleted file as soon as they are unused.
  private void retire(HikariDataSource used) {
    used.getHikariConfigMXBean().setMinimumIdle(0);
    used.getHikariPoolMXBean().softEvictConnections();
    retired.add(used);
  }

  private HikariDataSource connect() {
    try {
      if (settings.isSqlite()) {
        NativeLibrary.load();
        makeFile(settings.file());
      }
      HikariDataSource opened = opener.migrated(settings.url());
      if (settings.isSqlite()) {
        file = DatabaseFile.of(settings.file());
        keeper = kept(opened);
      }
      pool = opened;
      return opened;
    } catch (IOException | SQLException | RuntimeException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new ProgramException(
          "the programme data at " + settings + " cannot be opened: " + cause.getMessage(), e);
    }
  }

  /// A connection outside the pool, which has read once and therefore holds everything that it
  /// needs.
  private static Connection kept(HikariDataSource pool) throws SQLException {
    Connection kept =
        java.sql.DriverManager.getConnection(pool.getJdbcUrl(), pool.getDataSourceProperties());
    var _ = new Rows(kept).all("SELECT COUNT(*) AS n FROM sqlite_master", row -> row.number("n"));
    return kept;
  }

  /// Makes a database with its tables if there is none. It gets its name when it is whole, so that
  /// an empty file of that name is never one of ours.
  private void makeFile(Path path) throws IOException {
    Path parent = path.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    DatabaseFile.checkNotEmptied(path);
    if (!Files.exists(path)) {
      DatabaseFile.removeCompanions(path); // Of one that was deleted after a crash.
      Path made = temporary(path);
      PrivateFile.create(made); // Its companions get the permissions of the file.
      opener.migrated(DatabaseSettings.SQLITE + made).close();
      DatabaseFile.place(made, path);
      hasMadeFile = true;
      log.info("made a new database for the programme data: {}", path);
    }
  }

  private static Path temporary(Path file) {
    return file.resolveSibling(file.getFileName() + "." + Secrets.id() + ".new");
  }

  /// Ends all connections, and removes the file if it was made here.
  public synchronized void discard() throws IOException {
    close();
    if (hasMadeFile) {
      DatabaseFile.remove(settings.file());
    }
  }

  @Override
  public synchronized void close() {
    HikariDataSource open = pool;
    Connection kept = keeper;
    isClosed = true;
    pool = null;
    file = null;
    keeper = null;
    if (kept != null) {
      try {
        kept.close();
      } catch (SQLException e) {
        log.warn("a connection to {} did not close: {}", settings, e.getMessage());
      }
    }
    retired.forEach(HikariDataSource::close);
    retired.clear();
    if (open != null) {
      open.close();
    }
  }
}
