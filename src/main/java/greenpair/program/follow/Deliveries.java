package greenpair.program.follow;

import module java.base;

import com.fasterxml.jackson.annotation.JsonIgnore;
import greenpair.catalog.Text;
import greenpair.program.database.RecordMapper.Column;
import greenpair.program.database.Rows;
import greenpair.program.database.Secrets;
import greenpair.program.follow.Subscribers.Subscriber;
import org.jspecify.annotations.Nullable;

/// Changes that wait to be sent, and the result of each delivery. A server claims a row before it
/// sends it, so that no other server sends it too.
public final class Deliveries {
  private final Rows rows;

  public Deliveries(Rows rows) {
    this.rows = rows;
  }

  /// What is sent to a person.
  public record Content(String target, String subject, String body) {}

  /// Adds one that is due at once and holds all changes up to a place.
  ///
  /// @param to place of the last change in it
  /// @return false when another server did so first
  public boolean add(Subscriber who, Content content, long to, Instant now) {
    if (!new Subscribers(rows).advance(who, to)) {
      return false;
    }
    rows.insert(
        "delivery",
        content,
        Map.of(
            "id",
            Secrets.id(),
            "subscriber",
            who.id(),
            "state",
            State.WAITING,
            "tries",
            0,
            "due",
            now,
            "made",
            now));
    return true;
  }

  public Optional<Delivery> find(String id) {
    return rows.find(Delivery.class, "delivery", id);
  }

  /// The newest ones of a person.
  public List<Delivery> of(Subscriber who, int limit) {
    return rows.all(
        Delivery.class,
        "SELECT * FROM delivery WHERE subscriber = ? ORDER BY seq DESC LIMIT ?",
        who.id(),
        limit);
  }

  /// When the newest one was made.
  public Optional<Instant> last(Subscriber who) {
    return rows.one(
        "SELECT made FROM delivery WHERE subscriber = ? ORDER BY seq DESC LIMIT 1",
        row -> Instant.parse(row.text("made")),
        who.id());
  }

  /// Ids of those that are due, oldest first.
  public List<String> due(Instant now, int most) {
    return rows.all(
        "SELECT id FROM delivery WHERE state = 'waiting' AND due <= ? ORDER BY seq LIMIT ?",
        row -> row.text("id"),
        now,
        most);
  }

  /// The number of those that wait, also for a later time.
  public int waiting() {
    return rows.one(
            "SELECT COUNT(*) AS times FROM delivery WHERE state = 'waiting'",
            row -> (int) row.number("times"))
        .orElse(0);
  }

  /// Takes one for sending. Of several servers that ask, one gets it.
  public Optional<Delivery> claim(String id, Instant now) {
    int taken =
        rows.update(
            "UPDATE delivery SET state = 'sending', tries = tries + 1, due = ?"
                + " WHERE id = ? AND state = 'waiting'",
            now,
            id);
    return taken == 1 ? find(id) : Optional.empty();
  }

  /// Records the result for one that was claimed.
  ///
  /// @param due when it is tried again, or when this became known
  public void settle(String id, State state, Instant due, @Nullable Text problem) {
    rows.update(
        "UPDATE delivery SET state = ?, due = ?, problem = ? WHERE id = ? AND state = 'sending'",
        state,
        due,
        problem,
        id);
  }

  /// Marks those that a server claimed before then and did not settle: they may have been sent.
  public void recover(Instant before) {
    rows.update(
        "UPDATE delivery SET state = 'unclear' WHERE state = 'sending' AND due < ?", before);
  }

  /// Marks waiting ones for manual handling after an import, because they may already have been
  /// sent, or another server may still send them.
  public void doubt() {
    rows.update("UPDATE delivery SET state = 'unclear' WHERE state IN ('waiting', 'sending')");
  }

  /// Removes those that were made before then.
  public void forget(Instant before) {
    rows.update(
        "DELETE FROM delivery WHERE made < ? AND state NOT IN ('waiting', 'sending')", before);
  }

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

  /// Changes on their way to a person.
  ///
  /// @param target an email address
  /// @param due when it is tried next; when its state changed last, once it is not waiting
  /// @param problem what the last try met; null for none
  public record Delivery(
      @JsonIgnore long seq,
      String id,
      @JsonIgnore String subscriber,
      @JsonIgnore String target,
      @JsonIgnore String subject,
      @JsonIgnore String body,
      State state,
      int tries,
      Instant due,
      @Column("problem") @Nullable Text problem,
      Instant made) {}
}
