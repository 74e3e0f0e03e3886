package greenpair.program.introduction;

import greenpair.catalog.Text;
import greenpair.program.database.ConflictException;
import greenpair.program.database.RecordMapper.Column;
import greenpair.program.database.Rows;
import greenpair.program.database.Stamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Letters to be sent, and their state.
public final class Outbox {
  private final Rows rows;
  private final SendQueue queue;

  public Outbox(Rows rows) {
    this.rows = rows;
    this.queue = new SendQueue(rows, "outbox");
  }

  /// Adds one that is due at once, behind those that the author knows of.
  ///
  /// @param expected number of the newest one of the introduction that was read; 0 for none
  /// @throws ConflictException if there is another one by now
  public OutgoingMail add(
      String introduction,
      int expected,
      String recipient,
      String subject,
      String body,
      Stamp made) {
    int last = last(introduction);
    if (last != expected) {
      throw new ConflictException(
          ConflictException.Cause.STALE,
          "mail " + last + " of " + introduction + " is the newest, not " + expected);
    }
    OutgoingMail.State state = OutgoingMail.State.WAITING;
    OutgoingMail draft =
        new OutgoingMail(
            0,
            "",
            introduction,
            last + 1,
            recipient,
            subject,
            body,
            state,
            0,
            made.at(),
            null,
            made);
    return rows.add("outbox", draft, Map.of());
  }

  private int last(String introduction) {
    return rows.one(
            "SELECT COALESCE(MAX(number), 0) AS last FROM outbox WHERE introduction = ?",
            row -> (int) row.number("last"),
            introduction)
        .orElse(0);
  }

  public Optional<OutgoingMail> find(String id) {
    return rows.find(OutgoingMail.class, "outbox", id);
  }

  public List<OutgoingMail> of(String introduction) {
    return rows.all(
        OutgoingMail.class,
        "SELECT * FROM outbox WHERE introduction = ? ORDER BY seq DESC",
        introduction);
  }

  /// Ids of those that are due, oldest first.
  public List<String> due(Instant now, int most) {
    return rows.all(
        "SELECT id FROM outbox WHERE state = 'waiting' AND due <= ? ORDER BY seq LIMIT ?",
        row -> row.text("id"),
        now,
        most);
  }

  /// The number of those that wait, also for a later time.
  public int waiting() {
    return rows.one(
            "SELECT COUNT(*) AS times FROM outbox WHERE state = 'waiting'",
            row -> (int) row.number("times"))
        .orElse(0);
  }

  /// Takes one for sending. Of several servers that ask, one gets it.
  public Optional<OutgoingMail> claim(String id, Instant now) {
    return queue.claim(id, now) ? find(id) : Optional.empty();
  }

  /// Records the result for a claimed letter.
  ///
  /// @param due when it is tried again, or when this became known
  public void settle(String id, OutgoingMail.State state, Instant due, @Nullable Text problem) {
    queue.settle(id, state, due, problem);
  }

  /// Marks waiting letters for manual handling after an import, because they may already have been
  /// sent, or another server may still send them.
  public void doubt() {
    queue.doubt();
  }

  /// Ids of those that a server claimed before then and did not settle: it ended meanwhile.
  public List<String> abandoned(Instant before) {
    return rows.all(
        "SELECT id FROM outbox WHERE state = 'sending' AND due < ?", row -> row.text("id"), before);
  }

  /// A letter that is sent by mail.
  ///
  /// @param id also the left half of its Message-ID, the same in each attempt
  /// @param number its number among the mails of the introduction, from 1; 0 if it comes from an
  ///     earlier export
  /// @param recipient one address
  /// @param subject one line
  /// @param due time of the next attempt, or of the last change of state once it is not waiting
  /// @param problem error of the last attempt; null for none
  public record OutgoingMail(
      long seq,
      String id,
      String introduction,
      int number,
      String recipient,
      String subject,
      String body,
      State state,
      int tries,
      Instant due,
      @Column("problem") @Nullable Text problem,
      Stamp made) {
    public enum State {
      /// Not handed over yet; tried when it is due.
      WAITING,
      /// A server is handing it over.
      SENDING,
      /// The mail server accepted it.
      SENT,
      /// The mail server refused it permanently.
      REFUSED,
      /// It is unknown whether the mail server accepted it; it is not retried automatically.
      UNCLEAR
    }
  }

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
      rows.update(
          "UPDATE " + table + " SET state = 'unclear' WHERE state IN ('waiting', 'sending')");
    }
  }
}
