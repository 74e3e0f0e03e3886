package greenpair.pages.program;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.pages.view.Form;
import greenpair.program.SavedList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
