package greenpair.program;

import greenpair.program.access.Caller;
import greenpair.program.access.Caller.Role;
import greenpair.program.database.ConflictException;
import greenpair.program.database.Filter;
import greenpair.program.database.Page;
import greenpair.program.database.Rows;
import greenpair.program.database.Secrets;
import greenpair.program.database.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Users' own lists. Only the owner of a list can see it, and others through its link.
public record SavedLists(Rows rows) {
  /// How long a deleted list can be restored.
  public static final Duration KEPT = Duration.ofDays(30);

  public Page<SavedList> list(Caller owner, boolean deleted, long before, int limit) {
    Filter filter =
        new Filter(before)
            .is("owner", owner.id())
            .and(deleted ? "deleted IS NOT NULL" : "deleted IS NULL");
    return filter.page(rows, "saved_list", SavedList.class, limit, SavedList::seq);
  }

  /// How many lists a caller has, deleted ones too.
  public long count(Caller owner) {
    return rows.one(
            "SELECT COUNT(*) AS n FROM saved_list WHERE owner = ?",
            row -> row.number("n"),
            owner.id())
        .orElse(0L);
  }

  /// The list with that id, if it is the caller's own.
  public Optional<SavedList> find(Caller owner, String id) {
    return find(id).filter(each -> each.owner().equals(owner.id()));
  }

  private Optional<SavedList> find(String id) {
    return rows.find(SavedList.class, "saved_list", id);
  }

  /// The list behind a link, if the caller may read it.
  public Optional<SavedList> shared(Caller caller, String link) {
    return rows.one(SavedList.class, "SELECT * FROM saved_list WHERE link = ?", link)
        .filter(each -> each.isSharedWith(caller) || each.owner().equals(caller.id()));
  }

  /// Makes other writes that lock the same list wait until this transaction ends.
  public void lock(String id) {
    rows.update("UPDATE saved_list SET id = id WHERE id = ?", id);
  }

  public SavedList add(Caller owner, SavedList.Content content, Stamp stamp) {
    SavedList draft =
        new SavedList(0, "", owner.id(), 1, content, null, null, null, stamp, stamp.at());
    return rows.add("saved_list", draft, Map.of());
  }

  /// Replaces the version that the owner read.
  ///
  /// @throws ConflictException if there is another one by now
  public SavedList change(SavedList list, SavedList.Content content, int expected, Instant at) {
    return put(list, content, list.content(), expected, at);
  }

  /// Brings a deleted list back, or else the version before the last change. Doing so twice repeats
  /// the change.
  ///
  /// @throws ConflictException if there is another one by now
  public SavedList undo(SavedList list, int expected, Instant at) {
    SavedList.Content before = list.before();
    return list.deleted() != null || before == null
        ? put(list, list.content(), before, expected, at)
        : put(list, before, list.content(), expected, at);
  }

  private SavedList put(
      SavedList list,
      SavedList.Content content,
      SavedList.@Nullable Content before,
      int expected,
      Instant at) {
    int changed =
        rows.update(
            "UPDATE saved_list SET number = number + 1, content = ?, previous = ?, deleted = NULL,"
                + " changed = ? WHERE id = ? AND number = ?",
            content,
            before,
            at,
            list.id(),
            expected);
    if (changed == 0) {
      throw new ConflictException(
          ConflictException.Cause.STALE, "the list " + list.id() + " is no longer at " + expected);
    }
    return find(list.id()).orElseThrow();
  }

  public SavedList delete(SavedList list, Instant at) {
    rows.update(
        "UPDATE saved_list SET number = number + 1, deleted = ?, shared_with = NULL, link = NULL"
            + " WHERE id = ? AND deleted IS NULL",
        at,
        list.id());
    return find(list.id()).orElseThrow();
  }

  /// Shares it with users who have its link and at least that role. A list that is shared already
  /// keeps its link.
  public SavedList share(SavedList list, Role role) {
    SavedList.Share share = list.share();
    rows.update(
        "UPDATE saved_list SET shared_with = ?, link = ? WHERE id = ?",
        role,
        share == null ? Secrets.id() : share.link(),
        list.id());
    return find(list.id()).orElseThrow();
  }

  /// Ends its link for good.
  public SavedList unshare(SavedList list) {
    rows.update("UPDATE saved_list SET shared_with = NULL, link = NULL WHERE id = ?", list.id());
    return find(list.id()).orElseThrow();
  }

  /// Removes lists that were deleted long ago.
  void forget(Instant now) {
    rows.update("DELETE FROM saved_list WHERE deleted < ?", now.minus(KEPT));
  }
}
