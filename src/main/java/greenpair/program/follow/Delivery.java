package greenpair.program.follow;

import greenpair.catalog.Text;
import greenpair.program.introduction.OutgoingMail;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Changes on their way to a person.
///
/// @param target an email address
/// @param due when it is tried next; when its state changed last, once it is not waiting
/// @param problem what the last try met; null for none
public record Delivery(
    long seq,
    String id,
    String subscriber,
    String target,
    String subject,
    String body,
    OutgoingMail.State state,
    int tries,
    Instant due,
    @Nullable Text problem,
    Instant made) {}
