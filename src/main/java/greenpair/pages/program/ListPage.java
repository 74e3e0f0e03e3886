package greenpair.pages.program;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
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

  /// An entry.
  ///
  /// @param name null if the catalog no longer has it
  public record Row(
      SavedList.Item item,
      @Nullable Text name,
      @Nullable EntryId city,
      @Nullable Text cityName,
      ContactWays reach) {
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

    public record Adding(Kind kind, EntryId entry, Text name) {}

    /// The lists that have the entry already.
    public boolean has(SavedList list) {
      return adding != null && list.content().find(adding.kind(), adding.entry()).isPresent();
    }
  }
}
