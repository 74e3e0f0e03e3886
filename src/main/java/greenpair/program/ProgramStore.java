package greenpair.program;

import module java.base;

import com.zaxxer.hikari.HikariDataSource;
import greenpair.message.Message;
import greenpair.message.Translated;
import greenpair.program.Contacts.Contact;
import greenpair.program.Decisions.Decision;
import greenpair.program.Remarks.Remark;
import greenpair.program.Revisions.Revision;
import greenpair.program.Searches.StoredEdit;
import greenpair.program.StoredPlans.PlanReply;
import greenpair.program.Submissions.Submission;
import greenpair.program.access.Audit.AuditEntry;
import greenpair.program.access.Tokens.Token;
import greenpair.program.database.ConnectionPool;
import greenpair.program.database.DatabaseSettings;
import greenpair.program.database.Dump;
import greenpair.program.database.ProgramException;
import greenpair.program.database.Rows;
import greenpair.program.follow.Changes.Change;
import greenpair.program.follow.Deliveries.Delivery;
import greenpair.program.follow.Follows.Follow;
import greenpair.program.follow.Subscribers.Subscriber;
import greenpair.program.introduction.Introduction;
import greenpair.program.introduction.SavedLetters.SavedLetter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;

/// The database of the programme data. It is opened and migrated at its first use, so a server
/// starts without waiting for it and continues if it is unavailable.
public final class ProgramStore implements AutoCloseable {
  /// Any number that names the turn of writers on a PostgreSQL server.
  private static final String TURN = "SELECT pg_advisory_xact_lock(4716)";

  /// How long a change is kept, and how long a deadline is not reported again.
  private static final Duration CHANGES = Duration.ofDays(365);

  /// The tables of an export with their records, each after those that it refers to.
  private static final SequencedMap<String, Class<? extends Record>> TABLES = new LinkedHashMap<>();

  static {
    TABLES.put("token", Token.class);
    TABLES.put("revision", Revision.class);
    TABLES.put("remark", Remark.class);
    TABLES.put("contact", Contact.class);
    TABLES.put("submission", Submission.class);
    TABLES.put("introduction", Introduction.class);
    TABLES.put("step", Introduction.Step.class);
    TABLES.put("task", Introduction.Task.class);
    TABLES.put("letter", SavedLetter.class);
    TABLES.put("decision", Decision.class);
    TABLES.put("program_plan", StoredPlan.class);
    TABLES.put("plan_answer", PlanReply.class);
    TABLES.put("follow", Follow.class);
    TABLES.put("found_change", Change.class);
    TABLES.put("subscriber", Subscriber.class);
    TABLES.put("delivery", Delivery.class);
    TABLES.put("search_edit", StoredEdit.class);
    TABLES.put("audit", AuditEntry.class);
  }

  private final DatabaseSettings settings;
  private final ConnectionPool pool;

  /// Who came first writes first. SQLite lets writers try again and again, and one of many can be
  /// unlucky until its time is over.
  private final ReentrantLock writers = new ReentrantLock(true);

  public ProgramStore(DatabaseSettings settings) {
    this.settings = settings;
    this.pool = new ConnectionPool(settings);
  }

  /// Opens the database if it is not open yet.
  ///
  /// @throws ProgramException if that is not possible
  public void open() {
    var _ = pool.connections();
  }

  /// The connections in use; nothing while the database is closed.
  public Optional<ConnectionPool.Use> use() {
    return pool.use();
  }

  /// Reads; several statements may see different states.
  ///
  /// @throws ProgramException if the database does not answer
  public <T> T read(Function<Records, T> reading) {
    return guarded(
        () -> {
          HikariDataSource connections = pool.connections();
          try (Connection connection = connections.getConnection()) {
            T read = reading.apply(new Records(new Rows(connection)));
            var _ = pool.connections(); // Reported only if the file is still there.
            return read;
          } catch (SQLException e) {
            throw new Rows.Failed(e);
          }
        });
  }

  /// Executes a write transaction. When this returns, the changes are durable; if it throws,
  /// nothing was written. One runs at a time, also of several servers, so what it reads stays as it
  /// is until it ends.
  ///
  /// @throws ProgramException if the database does not answer
  public <T> T write(Function<Records, T> writing) {
    return guarded(() -> inTurn(writing));
  }

  /// As [#write], without a result.
  public void change(Consumer<Records> changing) {
    var _ =
        write(
            records -> {
              changing.accept(records);
              return true;
            });
  }

  private <T> T inTurn(Function<Records, T> writing) {
    try {
      if (!writers.tryLock(ConnectionPool.WAIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new Rows.Failed(new SQLTimeoutException("other writers take too long"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Rows.Failed(new SQLException("the writer was interrupted", e));
    }
    try {
      return transaction(writing);
    } finally {
      writers.unlock();
    }
  }

  private <T> T transaction(Function<Records, T> writing) {
    HikariDataSource connections = pool.connections();
    try (Connection connection = connections.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Rows rows = new Rows(connection);
        if (!settings.isSqlite()) {
          rows.run(TURN); // SQLite has one writer by itself.
        }
        T result = writing.apply(new Records(rows));
        connection.commit();
        var _ = pool.connections(); // Acknowledged only if the file is still there.
        return result;
      } catch (RuntimeException | SQLException | Error e) {
        rollBack(connections, connection, e);
        throw e;
      }
    } catch (SQLException e) {
      throw new Rows.Failed(e);
    }
  }

  /// Rolls back. If this fails (SQLite rolls back by itself if the disk is full, and the driver
  /// does not know it), the connection is unusable, and the original cause is reported.
  private static void rollBack(HikariDataSource connections, Connection broken, Throwable cause) {
    try {
      broken.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
      connections.evictConnection(broken);
    }
  }

  public boolean isOpen() {
    return pool.isOpen();
  }

  /// Whether it was closed for good, as when the server stops.
  public boolean isClosed() {
    return pool.isClosed();
  }

  /// Removes expired data: sessions and tokens of logins that ended, lists deleted long ago.
  ///
  /// @param replies answers under an Idempotency-Key that were given before then
  /// @param audit lines that were written before then
  public void forget(Instant now, Instant replies, Instant audit) {
    change(
        records -> {
          records.sessions().forget(now);
          records.logins().forget(now);
          records.replies().forget(replies);
          records.searches().forget(LocalDate.ofInstant(now, ZoneOffset.UTC));
          records.audit().forget(audit);
          records.changes().forget(now.minus(CHANGES));
          records.deliveries().forget(now.minus(CHANGES));
          records.subscribers().forget(now, now.minus(CHANGES));
        });
  }

  /// Writes every record as JSON Lines, as a consistent snapshot: others may write meanwhile, and
  /// none of what they write is in it.
  public long dump(Writer out) {
    return guarded(
        () -> {
          try (Connection connection = pool.connections().getConnection()) {
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
      return new Dump(rows, TABLES, settings.isSqlite()).write(out);
    } finally {
      rows.run("ROLLBACK");
    }
  }

  /// Reads every record of a dump into an empty database, all or nothing. Each is read as lists
  /// read it, so that none gets in that they could not show.
  ///
  /// @param check throws if a record has content that this package stores but does not interpret,
  ///     and that is no good
  /// @throws IllegalArgumentException if the dump is broken, a record is no good or the database is
  ///     not empty
  public long load(Reader in, Consumer<Record> check) {
    return write(
        records -> {
          long read = new Dump(records.rows(), TABLES, settings.isSqlite()).read(in, check);
          records.deliveries().doubt();
          return read;
        });
  }

  /// Closes, and removes the file of a database that this store made; one that was there stays.
  public void discard() throws IOException {
    pool.discard();
  }

  private <T> T guarded(Supplier<T> work) {
    try {
      return work.get();
    } catch (Rows.Failed e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new ProgramException(
          Message.of("program.failed", "data", settings, "why", Translated.of(cause)), e);
    }
  }

  /// Ends all connections.
  @Override
  public void close() {
    pool.close();
  }
}
