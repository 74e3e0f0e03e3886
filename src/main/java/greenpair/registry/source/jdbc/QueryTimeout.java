package greenpair.registry.source.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.ProgressHandler;

/// Ends a SQLite query that computes without returning a row, or whose thread is interrupted. It
/// runs in this process, where a timeout of the connection has no effect.
final class QueryTimeout extends ProgressHandler {
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
