package greenpair.pages.program;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import greenpair.pages.view.CallerView;
import greenpair.pages.view.ContactWays;
import greenpair.pages.view.Form;
import greenpair.program.SavedList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One list with its entries.
///
/// @param isOwn whether who looks at it may change it
/// @param back where the owner came from; empty for nowhere
/// @param notice the phrase of an additional notice; empty for none
public record ListPage(
    SavedList list, List<Row> rows, boolean isOwn, Form form, String back, String notice) {
  public ListPage {
    rows = List.copyOf(rows);
  }

  public static ListPage of(
      SavedList list,
      boolean isOwn,
      Form form,
      String back,
      String notice,
      Snapshot snapshot,
      CallerView disclosure) {
    List<Row> rows =
        list.content().items().stream().map(each -> Row.of(each, snapshot, disclosure)).toList();
    return new ListPage(list, rows, isOwn, form, back, notice);
  }

  /// An entry.
  ///
  /// @param name null if the catalog no longer has it
  public record Row(
      SavedList.Item item,
      @Nullable Text name,
      @Nullable EntryId city,
      @Nullable Text cityName,
      ContactWays reach) {
    private static Row of(SavedList.Item item, Snapshot snapshot, CallerView disclosure) {
      EntryId city =
          item.kind() == Kind.NEED
              ? snapshot
                  .entry(Kind.NEED, item.entry())
                  .map(Need.class::cast)
                  .map(Need::city)
                  .orElse(null)
              : null;
      return new Row(
          item,
          snapshot.name(item.kind(), item.entry()).orElse(null),
          city,
          city == null ? null : snapshot.name(Kind.CITY, city).orElse(null),
          ContactWays.of(item.kind(), item.entry(), snapshot, disclosure));
    }

    /// The kind and the id as one word, such as `firm:byd`.
    public String id() {
      return item.kind().word() + ":" + item.entry().value();
    }

    /// Whether it can be compared side by side with others of its kind.
    public boolean isComparable() {
      return name != null && Kind.RANKED.contains(item.kind());
    }
  }

  /// Whether there are two entries of one kind to compare.
  public boolean isComparable() {
    return Kind.RANKED.stream()
        .anyMatch(
            kind ->
                rows.stream()
                        .filter(each -> each.isComparable() && each.item().kind() == kind)
                        .limit(2)
                        .count()
                    == 2);
  }

  /// The lists of the signed-in user, and the forms for a new list and for adding an entry.
  ///
  /// @param adding the entry to be added; null for none
  /// @param deleted those that can still be restored
  public record ListsPage(
      Form form,
      String back,
      @Nullable Adding adding,
      List<SavedList> lists,
      List<SavedList> deleted) {
    public ListsPage {
      lists = List.copyOf(lists);
      deleted = List.copyOf(deleted);
    }

    /// All lists of who asks.
    ///
    /// @param form may name an entry by `kind` and `entry`, which is to be added to one of them
    public static ListsPage of(
        Form form, String back, List<SavedList> lists, List<SavedList> deleted, Snapshot snapshot) {
      EntryId id = form.id("entry");
      Kind kind = Kind.of(form.value("kind")).orElse(null);
      Adding adding =
          id == null || kind == null
              ? null
              : snapshot.name(kind, id).map(name -> new Adding(kind, id, name)).orElse(null);
      return new ListsPage(form, back, adding, lists, deleted);
    }

    public record Adding(Kind kind, EntryId entry, Text name) {}

    public boolean has(SavedList list) {
      return adding != null && list.content().find(adding.kind(), adding.entry()).isPresent();
    }
  }
}
