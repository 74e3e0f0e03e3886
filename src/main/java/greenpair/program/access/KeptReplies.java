package greenpair.program.access;

import module java.base;

import greenpair.program.database.ConflictException;
import greenpair.program.database.Rows;
import org.jspecify.annotations.Nullable;

/// Answers to writes by idempotency key, so that a write that is repeated because its answer was
/// lost is not executed again. The answer is kept in the transaction of the write.
public record KeptReplies(Rows rows) {
  /// The answer to a write.
  ///
  /// @param location address of what was made; null if nothing was
  public record Reply(int status, @Nullable String location, String body) {}

  record StoredReply(String digest, Reply reply) {}

  /// The answer that was given to that key.
  ///
  /// @throws ConflictException if the key was given with another request
  public Optional<Reply> find(Caller who, String key, String digest) {
    Optional<StoredReply> kept =
        rows.one(
            StoredReply.class,
            "SELECT * FROM reply WHERE who = ? AND idempotency_key = ?",
            who.id(),
            key);
    if (kept.isPresent() && !kept.get().digest().equals(digest)) {
      throw new ConflictException(ConflictException.Cause.KEY_REUSED, key);
    }
    return kept.map(StoredReply::reply);
  }

  public void keep(Caller who, String key, String digest, Reply reply, Instant now) {
    rows.insert(
        "reply",
        new StoredReply(digest, reply),
        Map.of("who", who.id(), "idempotency_key", key, "made", now));
  }

  /// Deletes answers from before that time.
  public void forget(Instant before) {
    rows.update("DELETE FROM reply WHERE made < ?", before);
  }
}
