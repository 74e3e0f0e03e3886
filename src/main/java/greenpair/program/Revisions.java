package greenpair.program;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.program.access.Caller;
import greenpair.program.database.ColumnValues;
import greenpair.program.database.ConflictException;
import greenpair.program.database.Filter;
import greenpair.program.database.Page;
import greenpair.program.database.Rows;
import greenpair.program.database.Stamp;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Entered needs, city profiles and partners with all revisions.
public record Revisions(Rows rows) {
  /// In place of the city of an entry that belongs to none.
  private static final String NO_CITY = "";

  public record Content(
      Kind kind, EntryId entry, @Nullable EntryId city, String line, Set<String> privateFields) {}

  /// The state that holds.
  public Optional<Revision> latest(Kind kind, EntryId entry) {
    return rows.one(
        "SELECT * FROM revision WHERE kind = ? AND entry = ? AND latest = 1",
        Revisions::read,
        kind.word(),
        entry.value());
  }

  /// The id of another entry of the kind that differs in upper and lower case only.
  public Optional<EntryId> alike(Kind kind, EntryId entry) {
    return rows.one(
        "SELECT * FROM revision WHERE kind = ? AND lower(entry) = ? AND entry <> ? AND latest = 1",
        row -> new EntryId(row.text("entry")),
        kind.word(),
        entry.value().toLowerCase(Locale.ROOT),
        entry.value());
  }

  /// The state that holds, if the caller may see it.
  public Optional<Revision> latest(Kind kind, EntryId entry, Caller caller) {
    return latest(kind, entry).filter(each -> each.isVisibleTo(caller));
  }

  /// Every state, newest first; none if the caller may not see the newest.
  public List<Revision> history(Kind kind, EntryId entry, Caller caller) {
    List<Revision> all =
        rows.all(
            "SELECT * FROM revision WHERE kind = ? AND entry = ? ORDER BY number DESC",
            Revisions::read,
            kind.word(),
            entry.value());
    return all.isEmpty() || !all.getFirst().isVisibleTo(caller)
        ? List.of()
        : all.stream().filter(each -> each.isVisibleTo(caller)).toList();
  }

  /// The states that hold and that the caller may see.
  public Page<Revision> list(
      @Nullable Kind kind,
      @Nullable EntryId city,
      Revision.@Nullable State state,
      Caller caller,
      long before,
      int limit) {
    Filter filter =
        new Filter(before)
            .is("latest", 1)
            .is("kind", kind == null ? null : kind.word())
            .is("city", city)
            .is("state", state == null ? null : ColumnValues.word(state));
    visibleTo(filter, caller);
    return Page.of(filter.read(rows, "revision", Revisions::read, limit), limit, Revision::seq);
  }

  /// [Revision#isVisibleTo] as a condition.
  private static void visibleTo(Filter filter, Caller caller) {
    if (caller.mayChange(null)) {
      return;
    }
    List<String> own = caller.cities().stream().map(EntryId::value).toList();
    String ofOwn =
        own.isEmpty()
            ? ""
            : " OR city IN (" + String.join(", ", Collections.nCopies(own.size(), "?")) + ")";
    filter.and("(state = '" + ColumnValues.word(Revision.State.REVIEWED) + "'" + ofOwn + ")", own);
  }

  /// Adds a revision after the one that the author read.
  ///
  /// @param expected number of that one; 0 when there was none
  /// @throws ConflictException if there is another one by now
  public Revision add(
      Content content, Revision.State state, String reason, int expected, Stamp made) {
    int last = latest(content.kind(), content.entry()).map(Revision::number).orElse(0);
    if (last != expected) {
      throw new ConflictException(
          ConflictException.Cause.STALE, content.entry() + " is at " + last + ", not " + expected);
    }
    rows.update(
        "UPDATE revision SET latest = 0 WHERE kind = ? AND entry = ? AND latest = 1",
        content.kind().word(),
        content.entry().value());
    rows.update(
        "INSERT INTO revision (kind, entry, city, number, state, line, private_fields, reason,"
            + " author, made, latest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
        content.kind().word(),
        content.entry().value(),
        content.city() == null ? NO_CITY : content.city().value(),
        last + 1,
        ColumnValues.word(state),
        content.line(),
        ColumnValues.joined(content.privateFields()),
        reason,
        made.by(),
        made.at());
    return latest(content.kind(), content.entry()).orElseThrow();
  }

  static Revision read(Rows.Row row) throws SQLException {
    String city = row.text("city");
    return new Revision(
        row.number("seq"),
        ColumnValues.knownKind(row.text("kind")),
        new EntryId(row.text("entry")),
        city.equals(NO_CITY) ? null : new EntryId(city),
        (int) row.number("number"),
        ColumnValues.choice(Revision.State.class, row.text("state")),
        row.text("line"),
        ColumnValues.split(row.text("private_fields")),
        row.text("reason"),
        new Stamp(row.text("author"), Instant.parse(row.text("made"))));
  }

  /// A revision of an entered need, city profile or partner. Nothing is overwritten: a change is
  /// another revision, and the one with the highest number is current.
  ///
  /// @param kind [Kind#NEED], [Kind#CITY], [Kind#FIRM] or [Kind#FINANCIER]
  /// @param city that it belongs to: the need's, or the city itself; null for a partner
  /// @param number from 1
  /// @param line the entry as one line of the catalog format
  /// @param privateFields names of the line's fields with [greenpair.catalog.Tier#PRIVATE]
  /// @param reason why it was changed, in the author's words; may be empty
  public record Revision(
      long seq,
      Kind kind,
      EntryId entry,
      @Nullable EntryId city,
      int number,
      State state,
      String line,
      Set<String> privateFields,
      String reason,
      Stamp made) {
    public enum State {
      /// Entered, not reviewed.
      DRAFT,
      /// A coordinator approved it.
      REVIEWED,
      /// Expired; kept for its history.
      EXPIRED
    }

    public Revision {
      privateFields = Set.copyOf(privateFields);
    }

    /// Whether a signed-in caller may see it: everybody may see what a coordinator approved, and
    /// only the staff of its city and coordinators what is not reviewed or has expired.
    public boolean isVisibleTo(Caller caller) {
      return state == State.REVIEWED || caller.mayChange(city);
    }
  }
}
