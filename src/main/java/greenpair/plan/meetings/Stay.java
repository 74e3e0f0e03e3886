package greenpair.plan.meetings;

import greenpair.catalog.EntryId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The time during which a delegation is present.
///
/// @param from its arrival; null for the beginning
/// @param until its departure; null for the end
public record Stay(EntryId who, @Nullable Instant from, @Nullable Instant until) {
  boolean covers(Slot slot) {
    return (from == null || !slot.start().isBefore(from))
        && (until == null || !slot.end().isAfter(until));
  }
}
