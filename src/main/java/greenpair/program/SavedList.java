package greenpair.program;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.program.access.Caller;
import greenpair.program.access.Caller.Role;
import greenpair.program.database.RecordMapper;
import greenpair.program.database.RecordMapper.Column;
import greenpair.program.database.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A named list of entries that one person keeps.
///
/// @param owner id of the caller who made it
/// @param number of the version, from 1; every change adds one
/// @param before what the last change replaced, which undo brings back; null if nothing was changed
/// @param share null while only the owner sees it
/// @param deleted time of deletion; null for a list that was not deleted
public record SavedList(
    long seq,
    String id,
    String owner,
    int number,
    Content content,
    @Column("previous") @Nullable Content before,
    @Nullable Share share,
    @Nullable Instant deleted,
    Stamp made,
    Instant changed) {
  public static final int MOST_ITEMS = 200;

  /// The most lists that one person keeps.
  public static final int MOST_LISTS = 200;

  /// An entry of a list. It stays there when the catalog loses the entry.
  ///
  /// @param note what the owner writes beside it; may be empty
  public record Item(Kind kind, EntryId entry, String note) {
    public boolean isAbout(Kind otherKind, EntryId other) {
      return kind == otherKind && entry.equals(other);
    }
  }

  /// What the owner changes.
  ///
  /// @param items in the owner's order, each entry once
  @RecordMapper.Json
  public record Content(String name, List<Item> items) {
    public Content {
      items = List.copyOf(items);
      if (items.size() > MOST_ITEMS) {
        throw new IllegalArgumentException(
            "a list must have at most " + MOST_ITEMS + " entries, but has " + items.size());
      }
    }

    public Optional<Item> find(Kind kind, EntryId entry) {
      return items.stream().filter(each -> each.isAbout(kind, entry)).findFirst();
    }

    /// The same with that entry at its end, or with its note where the entry is there already.
    public Content with(Item added) {
      List<Item> all = new ArrayList<>(items);
      all.replaceAll(each -> each.isAbout(added.kind(), added.entry()) ? added : each);
      if (find(added.kind(), added.entry()).isEmpty()) {
        all.add(added);
      }
      return new Content(name, all);
    }
  }

  /// Who may read it by its link.
  ///
  /// @param role the least role
  public record Share(@Column("shared_with") Role role, String link) {}

  public boolean isSharedWith(Caller caller) {
    return deleted == null && share != null && caller.isAtLeast(share.role());
  }
}
