package greenpair.program;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Tier;
import greenpair.program.access.Caller;
import greenpair.program.database.Stamp;
import org.jspecify.annotations.Nullable;

/// A pin, a veto or a note of a person. It is withdrawn, never deleted.
///
/// @param city whose list it concerns; null for one about an entry in general
/// @param need of that city; null for the whole city
/// @param kind of the entry; null with the entry
/// @param entry the entry concerned; null for a note about the city or the need itself
/// @param body its text; may be empty for a pin
/// @param withdrawn null while it is effective
public record Remark(
    long seq,
    String id,
    Sort sort,
    Tier tier,
    @Nullable EntryId city,
    @Nullable EntryId need,
    @Nullable Kind kind,
    @Nullable EntryId entry,
    String body,
    Stamp made,
    @Nullable Stamp withdrawn) {
  /// Whether a caller may see this remark: as its tier and city demand, and once it is withdrawn,
  /// only if signed in.
  public boolean isVisibleTo(Caller caller) {
    return (withdrawn == null || caller.isSignedIn()) && caller.maySeeRemark(tier, city);
  }

  public enum Sort {
    /// Keeps an entry in view.
    PIN,
    /// Rules an entry out, for a reason.
    VETO,
    NOTE
  }
}
