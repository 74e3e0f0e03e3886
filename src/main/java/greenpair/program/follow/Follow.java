package greenpair.program.follow;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.program.database.Stamp;

/// An item that a person follows.
///
/// @param person id of the [Caller][greenpair.program.access.Caller] who follows it
/// @param what the id of an entry; the query of a saved search, such as `q=heat+pumps&kind=firm`
/// @param name of the entry when it was followed; of a search what the person calls it
public record Follow(
    long seq, String id, String person, Sort sort, String what, Text name, Stamp made) {
  public enum Sort {
    CITY,
    NEED,
    FIRM,
    FINANCIER,
    EXPERT,
    SEARCH;

    /// The kind of the entry.
    ///
    /// @throws IllegalStateException for a search
    public Kind kind() {
      return switch (this) {
        case CITY -> Kind.CITY;
        case NEED -> Kind.NEED;
        case FIRM -> Kind.FIRM;
        case FINANCIER -> Kind.FINANCIER;
        case EXPERT -> Kind.EXPERT;
        case SEARCH -> throw new IllegalStateException("a search is no entry");
      };
    }
  }

  /// The id of the entry; not for a search.
  public EntryId entry() {
    return new EntryId(what);
  }
}
