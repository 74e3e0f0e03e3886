package greenpair.pages.programme;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.pages.look.Form;
import greenpair.program.SavedList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lists of who is signed in, and the forms for a new one and for adding an entry to one.
///
/// @param adding the entry that is to be added; null for none
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
