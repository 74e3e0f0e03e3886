package greenpair.program.introduction;

import greenpair.catalog.Text;
import greenpair.program.database.Rows;
import greenpair.program.introduction.Outbox.OutgoingMail;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The states of rows that wait to be sent. A server claims a row before it sends it, so that no
/// other server sends it too.
///
/// @param table with the columns `id`, `state`, `tries`, `due` and `problem`
public record SendQueue(Rows rows, String table) {
  /// Takes a row for sending. Of several servers that ask, one gets it.
  public boolean claim(String id, Instant now) {
    return rows.update(
            "UPDATE "
                + table
                + " SET state = 'sending', tries = tries + 1, due = ?"
                + " WHERE id = ? AND state = 'waiting'",
            now,
            id)
        == 1;
  }

  /// Records the result for a claimed row.
  ///
  /// @param due when it is tried again, or when this became known
  public void settle(String id, OutgoingMail.State state, Instant due, @Nullable Text problem) {
    rows.update(
        "UPDATE %s SET state = ?, due = ?, problem = ? WHERE id = ? AND state = 'sending'"
            .formatted(table),
        state,
        due,
        problem,
        id);
  }

  /// Marks waiting rows for manual handling after an import, because they may already have been
  /// sent, or another server may still send them.
  public void doubt() {
    rows.update("UPDATE " + table + " SET state = 'unclear' WHERE state IN ('waiting', 'sending')");
  }
}
