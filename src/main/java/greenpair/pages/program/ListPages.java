package greenpair.pages.program;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.index.read.Snapshot;
import greenpair.pages.program.ListPage.ListsPage;
import greenpair.pages.view.CallerView;
import greenpair.pages.view.ContactWays;
import greenpair.pages.view.Form;
import greenpair.pages.view.Rendering;
import greenpair.pages.view.Visit;
import greenpair.program.SavedList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The pages of lists of one's own.
public record ListPages(Rendering rendering) {
  /// All lists of who asks.
  ///
  /// @param form may name an entry by `kind` and `entry`, which is to be added to one of them
  public byte[] lists(
      Visit visit,
      Form form,
      String back,
      List<SavedList> lists,
      List<SavedList> deleted,
      Snapshot snapshot) {
    ListsPage page = new ListsPage(form, back, adding(form, snapshot), lists, deleted);
    return rendering.page("program/lists", visit, page, snapshot);
  }

  private static ListsPage.@Nullable Adding adding(Form form, Snapshot snapshot) {
    try {
      EntryId id = new EntryId(form.value("entry"));
      return Kind.of(form.value("kind"))
          .flatMap(
              kind -> snapshot.name(kind, id).map(name -> new ListsPage.Adding(kind, id, name)))
          .orElse(null);
    } catch (IllegalArgumentException e) {
      return null; // No entry can have such an id.
    }
  }

  public byte[] list(
      Visit visit,
      SavedList list,
      boolean isOwn,
      Form form,
      String back,
      String notice,
      Snapshot snapshot,
      CallerView disclosure) {
    List<ListPage.Row> rows =
        list.content().items().stream().map(each -> row(each, snapshot, disclosure)).toList();
    ListPage page = new ListPage(list, rows, isOwn, form, back, notice);
    return rendering.page("program/savedlist", visit, page, snapshot);
  }

  private static ListPage.Row row(SavedList.Item item, Snapshot snapshot, CallerView disclosure) {
    EntryId city =
        item.kind() == Kind.NEED
            ? snapshot
                .entry(Kind.NEED, item.entry())
                .map(Need.class::cast)
                .map(Need::city)
                .orElse(null)
            : null;
    return new ListPage.Row(
        item,
        snapshot.name(item.kind(), item.entry()).orElse(null),
        city,
        city == null ? null : snapshot.name(Kind.CITY, city).orElse(null),
        ContactWays.of(item.kind(), item.entry(), snapshot, disclosure));
  }
}
