package greenpair.program.introduction;

import greenpair.catalog.Text;
import greenpair.program.database.Stamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
    @Nullable Text problem,
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
