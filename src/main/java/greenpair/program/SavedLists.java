package greenpair.program;

import greenpair.catalog.EntryId;
import greenpair.program.access.Caller;
import greenpair.program.access.Role;
import greenpair.program.database.ColumnValues;
import greenpair.program.database.ConflictException;
import greenpair.program.database.Filter;
import greenpair.program.database.Page;
import greenpair.program.database.Rows;
import greenpair.program.database.Secrets;
import greenpair.program.database.Stamp;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Users' own lists. Only the owner of a list can see it, and others through its link.
public record SavedLists(Rows rows) {
  /// How long a deleted list can be restored.
  public static final Duration KEPT = Duration.ofDays(30);

  private static final JsonMapper MAPPER = JsonMapper.shared();

  /// The lists of that caller, newest first.
  public Page<SavedList> list(Caller owner, boolean deleted, long before, int limit) {
    Filter filter =
        new Filter(before)
            .is("owner", (Object) owner.id())
            .and(deleted ? "deleted IS NOT NULL" : "deleted IS NULL");
    return Page.of(filter.read(rows, "saved_list", SavedLists::read, limit), limit, SavedList::seq);
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
    return rows.one("SELECT * FROM saved_list WHERE id = ?", SavedLists::read, id);
  }

  /// The list behind a link, if the caller may read it.
  public Optional<SavedList> shared(Caller caller, String link) {
    return rows.one("SELECT * FROM saved_list WHERE link = ?", SavedLists::read, link)
        .filter(each -> each.isSharedWith(caller) || each.owner().equals(caller.id()));
  }

  /// Makes other writes that lock the same list wait until this transaction ends.
  public void lock(String id) {
    rows.update("UPDATE saved_list SET id = id WHERE id = ?", id);
  }

  public SavedList add(Caller owner, SavedList.Content content, Stamp stamp) {
    String id = Secrets.id();
    rows.update(
        "INSERT INTO saved_list (id, owner, number, content, author, made, changed)"
            + " VALUES (?, ?, 1, ?, ?, ?, ?)",
        id,
        owner.id(),
        written(content),
        stamp.by(),
        stamp.at(),
        stamp.at());
    return find(id).orElseThrow();
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
            written(content),
            before == null ? null : written(before),
            at,
            list.id(),
            expected);
    if (changed == 0) {
      throw new ConflictException(
          ConflictException.Cause.STALE, "the list " + list.id() + " is no longer at " + expected);
    }
    return find(list.id()).orElseThrow();
  }

  /// Deletes it and ends its link.
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
        ColumnValues.word(role),
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

  static SavedList read(Rows.Row row) throws SQLException {
    String before = row.textOrNull("previous");
    String link = row.textOrNull("link");
    return new SavedList(
        row.number("seq"),
        row.text("id"),
        row.text("owner"),
        (int) row.number("number"),
        content(row.text("content")),
        before == null ? null : content(before),
        link == null
            ? null
            : new SavedList.Share(ColumnValues.choice(Role.class, row.text("shared_with")), link),
        ColumnValues.instant(row.textOrNull("deleted")),
        ColumnValues.made(row),
        Instant.parse(row.text("changed")));
  }

  private static String written(SavedList.Content content) {
    ObjectNode node = MAPPER.createObjectNode().put("name", content.name());
    ArrayNode items = node.putArray("items");
    for (SavedList.Item each : content.items()) {
      items
          .addObject()
          .put("kind", each.kind().word())
          .put("entry", each.entry().value())
          .put("note", each.note());
    }
    return MAPPER.writeValueAsString(node);
  }

  private static SavedList.Content content(String json) {
    JsonNode node = MAPPER.readTree(json);
    List<SavedList.Item> items = new ArrayList<>();
    for (JsonNode each : node.path("items")) {
      items.add(
          new SavedList.Item(
              ColumnValues.knownKind(each.path("kind").asString("")),
              new EntryId(each.path("entry").asString("")),
              each.path("note").asString("")));
    }
    return new SavedList.Content(node.path("name").asString(""), items);
  }
}
