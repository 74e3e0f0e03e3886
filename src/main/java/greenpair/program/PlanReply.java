package greenpair.program;

import greenpair.catalog.EntryId;
import greenpair.program.database.Stamp;
import org.jspecify.annotations.Nullable;

/// The response of a city to its part of a plan. Nothing is overwritten: of two responses to the
/// same item, the newer one counts.
///
/// @param need null for the whole part
/// @param partner of the need's list, or the city of a pair; null for the whole part
/// @param preferred the partner or city that it prefers; only with [Sort#PREFER]
/// @param body the reason, in the author's words; may be empty
public record PlanReply(
    long seq,
    String id,
    String plan,
    EntryId city,
    @Nullable EntryId need,
    @Nullable EntryId partner,
    Sort sort,
    @Nullable EntryId preferred,
    String body,
    Stamp made) {
  public enum Sort {
    ACCEPT,
    DECLINE,
    PREFER
  }
}
