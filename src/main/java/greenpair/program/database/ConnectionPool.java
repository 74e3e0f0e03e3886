package greenpair.program.database;

import module java.base;

import com.zaxxer.hikari.HikariDataSource;
import greenpair.message.Message;
import greenpair.message.Translated;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Connections to the database of the programme data. It is opened and brought to the newest
/// version at its first use. If an SQLite file is deleted, emptied or replaced while it is open,
/// the store refuses to read and write until the server is restarted.
public final class ConnectionPool implements AutoCloseable {
  /// How long a caller waits for a connection, and a writer for its turn.
  public static final Duration WAIT = Duration.ofSeconds(10);

  private static final Logger log = LoggerFactory.getLogger(ConnectionPool.class);

  private final DatabaseSettings settings;
  private final PoolOpener opener;
  private @Nullable HikariDataSource pool;

  private @Nullable DatabaseFile file;
  private boolean hasMadeFile;

  /// A server that ends must not open the database again.
  private boolean isClosed;

  public ConnectionPool(DatabaseSettings settings) {
    this.settings = settings;
    this.opener = new PoolOpener(settings);
  }

  public synchronized boolean isOpen() {
    return pool != null;
  }

  /// Whether it was closed for good.
  public synchronized boolean isClosed() {
    return isClosed;
  }

  /// Connections in use and callers that wait for one; nothing while the database is closed.
  public synchronized Optional<Use> use() {
    return Optional.ofNullable(pool)
        .map(HikariDataSource::getHikariPoolMXBean)
        .map(each -> new Use(each.getActiveConnections(), each.getThreadsAwaitingConnection()));
  }

  public record Use(int active, int waiting) {}

  /// The connections to an existing file.
  ///
  /// @throws ProgramException if the database cannot be opened, or its file was emptied or replaced
  public synchronized HikariDataSource connections() {
    HikariDataSource open = pool;
    if (open != null) {
      return checked(open);
    }
    if (isClosed) {
      throw new ProgramException(Message.of("program.closed", "data", settings), null);
    }
    return connect();
  }

  private HikariDataSource checked(HikariDataSource open) {
    DatabaseFile opened = file;
    if (opened != null && !opened.isSame()) {
      throw new ProgramException(Message.of("program.replaced", "data", settings), null);
    }
    return open;
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
      }
      pool = opened;
      return opened;
    } catch (IOException | RuntimeException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      Message text =
          Message.of("program.not_opened", "data", settings, "why", Translated.of(cause));
      throw new ProgramException(text, e);
    }
  }

  /// Makes a database with its tables if there is none. It gets its name when it is whole, so that
  /// an empty file of that name is never one of ours.
  private void makeFile(Path path) throws IOException {
    Path parent = path.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
      if (!Files.isWritable(parent)) {
        throw new ProgramException(Message.of("reindex.no_room", "folder", parent), null);
      }
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
    isClosed = true;
    pool = null;
    file = null;
    if (open != null) {
      open.close();
    }
  }
}
