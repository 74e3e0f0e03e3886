package greenpair.program;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import java.util.Set;

/// One state of a need or a city profile that was typed in. Nothing is overwritten: a change is
/// a new revision, and the one with the highest number holds.
///
/// @param seq its place among all revisions
/// @param kind [Kind#NEED] or [Kind#CITY]
/// @param entry id of the need or the city
/// @param city that it belongs to: the need's, or the city itself
/// @param number from 1
/// @param line the entry as one line of the catalog format
/// @param privateFields names of the line's fields that are of [greenpair.catalog.Tier#PRIVATE]
/// @param reason why it was changed, in the author's words; may be empty
public record Revision(
    long seq,
    Kind kind,
    EntryId entry,
    EntryId city,
    int number,
    State state,
    String line,
    Set<String> privateFields,
    String reason,
    Stamp made) {
  /// How far it can be relied on.
  public enum State {
    /// Typed in, not looked at by anyone else.
    DRAFT,
    /// A coordinator approved it.
    REVIEWED,
    /// No longer holds; kept for its history.
    EXPIRED
  }

  public Revision {
    privateFields = Set.copyOf(privateFields);
  }
}
