package greenpair.program;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.program.access.Caller;
import greenpair.program.database.Stamp;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A revision of an entered need, city profile or partner. Nothing is overwritten: a change is
/// another revision, and the one with the highest number is current.
///
/// @param kind [Kind#NEED], [Kind#CITY], [Kind#FIRM] or [Kind#FINANCIER]
/// @param city that it belongs to: the need's, or the city itself; null for a partner
/// @param number from 1
/// @param line the entry as one line of the catalog format
/// @param privateFields names of the line's fields with [greenpair.catalog.Tier#PRIVATE]
/// @param reason why it was changed, in the author's words; may be empty
public record Revision(
    long seq,
    Kind kind,
    EntryId entry,
    @Nullable EntryId city,
    int number,
    State state,
    String line,
    Set<String> privateFields,
    String reason,
    Stamp made) {
  public enum State {
    /// Entered, not reviewed.
    DRAFT,
    /// A coordinator approved it.
    REVIEWED,
    /// Expired; kept for its history.
    EXPIRED
  }

  public Revision {
    privateFields = Set.copyOf(privateFields);
  }

  /// Whether a signed-in caller may see it: everybody may see what a coordinator approved, and only
  /// the staff of its city and coordinators what is not reviewed or has expired.
  public boolean isVisibleTo(Caller caller) {
    return state == State.REVIEWED || caller.mayChange(city);
  }
}
