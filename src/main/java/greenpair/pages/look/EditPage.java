package greenpair.pages.look;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.program.Revision;
import greenpair.program.database.Stamp;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An entered need or city profile: the form, its review, and its history.
///
/// @param kind [Kind#NEED] or [Kind#CITY]
/// @param name the current name; null for a need that was not saved yet
/// @param city that it belongs to
/// @param number of the revision that the form is based on, 0 for none
/// @param back where to go on afterwards
/// @param history newest first
/// @param conflict what another user saved meanwhile; null for nothing
/// @param withheld names of fields that the caller may not see
public record EditPage(
    Kind kind,
    EntryId id,
    @Nullable Text name,
    EntryId city,
    Text cityName,
    Form form,
    int number,
    String back,
    List<Version> history,
    @Nullable Conflict conflict,
    Set<String> withheld,
    boolean mayChange,
    boolean mayReview) {
  /// One state that it had.
  ///
  /// @param changes against the one before, or against the catalog
  public record Version(
      int number, Revision.State state, Stamp made, String reason, List<Change> changes) {}

  /// A field with its value before and after; empty for none.
  public record Change(String field, List<String> before, List<String> after) {}

  /// What another user saved meanwhile.
  ///
  /// @param changes where the two differ: before is the other's text, after the one just typed
  public record Conflict(Stamp made, List<Change> changes) {}

  /// The current revision; null if there is none yet.
  public Revision.@Nullable State state() {
    return history.isEmpty() ? null : history.getFirst().state();
  }

  /// Whether this field of the form is a choice of codes.
  public static boolean isCode(String field) {
    return field.startsWith("technology") || field.equals("instruments");
  }
}
