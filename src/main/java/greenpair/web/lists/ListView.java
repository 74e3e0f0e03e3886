package greenpair.web.lists;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Partner;
import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import greenpair.pages.view.CallerView;
import greenpair.pages.view.ContactWays;
import greenpair.program.SavedList;
import greenpair.program.access.Caller.Role;
import greenpair.program.database.Stamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list as shown in the overview of its owner.
///
/// @param canUndo whether a change can be undone
/// @param sharedWith the least role that may read it by its link; null while it is not shared
public record ListView(
    String id,
    String name,
    int number,
    int count,
    boolean canUndo,
    @Nullable Role sharedWith,
    @Nullable String link,
    @Nullable Instant deleted,
    Stamp made,
    Instant changed) {
  public static ListView of(SavedList list) {
    SavedList.Share share = list.share();
    return new ListView(
        list.id(),
        list.content().name(),
        list.number(),
        list.content().items().size(),
        list.before() != null || list.deleted() != null,
        share == null ? null : share.role(),
        share == null ? null : share.link(),
        list.deleted(),
        list.made(),
        list.changed());
  }

  /// An entry of a list.
  ///
  /// @param known whether the catalog still has it
  /// @param status whether a partner is in business, such as `closed`; null if unknown
  public record Item(
      Kind kind,
      EntryId entry,
      @Nullable Text name,
      boolean known,
      @Nullable String status,
      @Nullable EntryId city,
      @Nullable String website,
      @Nullable String contact,
      String note) {
    static Item of(SavedList.Item item, Snapshot snapshot) {
      ContactWays reach = ContactWays.of(item.kind(), item.entry(), snapshot, CallerView.OPEN);
      Text name = snapshot.name(item.kind(), item.entry()).orElse(null);
      return new Item(
          item.kind(),
          item.entry(),
          name,
          name != null,
          snapshot.status(item.kind(), item.entry()).map(Partner.Status::word).orElse(null),
          snapshot
              .entry(item.kind(), item.entry())
              .filter(each -> each.kind() == Kind.NEED)
              .map(greenpair.catalog.Disclosure::city)
              .orElse(null),
          reach.website(),
          reach.contact(),
          item.note());
    }
  }

  public record ListDetails(
      String id, String name, int number, Stamp made, Instant changed, List<Item> items) {
    public static ListDetails of(SavedList list, Snapshot snapshot) {
      return new ListDetails(
          list.id(),
          list.content().name(),
          list.number(),
          list.made(),
          list.changed(),
          list.content().items().stream().map(each -> Item.of(each, snapshot)).toList());
    }
  }
}
