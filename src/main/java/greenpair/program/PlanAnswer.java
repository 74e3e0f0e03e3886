package greenpair.program;

import greenpair.catalog.EntryId;
import greenpair.program.database.Stamp;
import org.jspecify.annotations.Nullable;

/// What a city answered to its part of a plan. Nothing is overwritten: of two answers to the same,
/// the newer one counts.
///
/// @param need null for the whole part
/// @param partner of the need's list, or the city of a pair; null for the whole part
/// @param preferred whom the city would rather have; only with [Sort#PREFER]
/// @param body the reason, in the author's words; may be empty
public record PlanAnswer(
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
