package greenpair.pages.view;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.program.Revisions.Revision;
import greenpair.program.database.Stamp;
import org.jspecify.annotations.Nullable;

/// An entered need, city profile or partner: the form, its review, and its history.
///
/// @param kind [Kind#NEED], [Kind#CITY], [Kind#FIRM] or [Kind#FINANCIER]
/// @param name the current name; null for a need that was not saved yet
/// @param city that it belongs to; null for a partner, which belongs to none
/// @param number of the revision that the form is based on, 0 for none
/// @param history newest first
/// @param conflict what another user saved meanwhile; null for nothing
/// @param withheld names of fields that the caller may not see
public record EditPage(
    Kind kind,
    EntryId id,
    @Nullable Text name,
    @Nullable EntryId city,
    Text owner,
    Form form,
    int number,
    String back,
    List<Version> history,
    @Nullable Conflict conflict,
    Set<String> withheld,
    boolean mayChange,
    boolean mayReview) {
  /// Kinds of client that the catalog format names.
  private static final List<String> CLIENTS =
      List.of(
          "city",
          "county",
          "state",
          "national",
          "utility",
          "transit",
          "airport",
          "port",
          "school",
          "public",
          "private",
          "industry");

  /// The kinds of client to choose from: those of the catalog format, and any other chosen before.
  public List<String> clients() {
    return Stream.concat(CLIENTS.stream(), form.typed().getOrDefault("clients", List.of()).stream())
        .distinct()
        .toList();
  }

  /// One state that it had.
  ///
  /// @param changes against the one before, or against the catalog
  public record Version(
      int number, Revision.State state, Stamp made, String reason, List<Change> changes) {}

  /// A field with its value before and after; empty for none.
  public record Change(String field, List<String> before, List<String> after) {
    /// Where two states of one form differ.
    public static List<Change> of(
        Map<String, List<String>> before, Map<String, List<String>> after) {
      return Stream.of(before, after)
          .flatMap(each -> each.keySet().stream())
          .distinct()
          .map(
              name ->
                  new Change(
                      name,
                      before.getOrDefault(name, List.of()),
                      after.getOrDefault(name, List.of())))
          .filter(each -> !each.before().equals(each.after()))
          .toList();
    }
  }

  /// What another user saved meanwhile.
  ///
  /// @param changes where the two differ: before is the other's text, after the one just typed
  public record Conflict(Stamp made, List<Change> changes) {}

  /// The current revision; null if there is none yet.
  public Revision.@Nullable State state() {
    return history.isEmpty() ? null : history.getFirst().state();
  }

  /// Whether it is a firm or financier, for which only the preferences are entered.
  public boolean isPartner() {
    return kind.isOrganisation();
  }

  public static boolean isCode(String field) {
    return field.startsWith("technology") || field.equals("instruments");
  }
}
