package greenpair.program.follow;

import com.fasterxml.jackson.annotation.JsonIgnore;
import greenpair.catalog.Text;
import greenpair.program.database.RecordMapper.Column;
import greenpair.program.database.Rows;
import greenpair.program.database.Secrets;
import greenpair.program.follow.Subscribers.Subscriber;
import greenpair.program.introduction.Outbox.OutgoingMail;
import greenpair.program.introduction.Outbox.SendQueue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Changes that wait to be sent, and the result of each delivery. As with letters, a row is claimed
/// before it is sent.
public final class Deliveries {
  private final Rows rows;
  private final SendQueue queue;

  public Deliveries(Rows rows) {
    this.rows = rows;
    this.queue = new SendQueue(rows, "delivery");
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
            OutgoingMail.State.WAITING,
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

  /// Takes one for sending. Of several servers that ask, one gets it.
  public Optional<Delivery> claim(String id, Instant now) {
    return queue.claim(id, now) ? find(id) : Optional.empty();
  }

  /// Says what became of one that was claimed.
  public void settle(String id, OutgoingMail.State state, Instant due, @Nullable Text problem) {
    queue.settle(id, state, due, problem);
  }

  /// Marks those that a server claimed before then and did not settle: they may have been sent.
  public void recover(Instant before) {
    rows.update(
        "UPDATE delivery SET state = 'unclear' WHERE state = 'sending' AND due < ?", before);
  }

  /// Leaves what waits to a person, as [Outbox.doubt][greenpair.program.introduction.Outbox#doubt]
  /// does.
  public void doubt() {
    queue.doubt();
  }

  /// Removes those that were made before then.
  public void forget(Instant before) {
    rows.update(
        "DELETE FROM delivery WHERE made < ? AND state NOT IN ('waiting', 'sending')", before);
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
      OutgoingMail.State state,
      int tries,
      Instant due,
      @Column("problem") @Nullable Text problem,
      Instant made) {}
}
