package greenpair.program;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.program.access.Caller;
import greenpair.program.database.ConflictException;
import greenpair.program.database.Filter;
import greenpair.program.database.Page;
import greenpair.program.database.Rows;
import greenpair.program.database.Stamp;
import org.jspecify.annotations.Nullable;

/// Entered needs, city profiles and partners with all revisions.
public record Revisions(Rows rows) {
  /// In place of the city of an entry that belongs to none.
  private static final String NO_CITY = "";

  public record Content(Kind kind, EntryId entry, @Nullable EntryId city, String line) {}

  /// The state that holds.
  public Optional<Revision> latest(Kind kind, EntryId entry) {
    return rows.one(
        Revision.class,
        "SELECT * FROM revision WHERE kind = ? AND entry = ? AND latest = 1",
        kind,
        entry);
  }

  /// The id of another entry of the kind that differs in upper and lower case only.
  public Optional<EntryId> alike(Kind kind, EntryId entry) {
    return rows.one(
        "SELECT * FROM revision WHERE kind = ? AND lower(entry) = ? AND entry <> ? AND latest = 1",
        row -> new EntryId(row.text("entry")),
        kind,
        entry.value().toLowerCase(Locale.ROOT),
        entry);
  }

  /// Every state that the caller may see, newest first; none of an entry that expired or was never
  /// approved, if the caller may not see that. A draft hides nothing that was approved before.
  public List<Revision> history(Kind kind, EntryId entry, Caller caller) {
    List<Revision> all =
        rows.all(
            Revision.class,
            "SELECT * FROM revision WHERE kind = ? AND entry = ? ORDER BY number DESC",
            kind,
            entry);
    boolean isShown =
        all.stream()
            .filter(each -> each.state() != Revision.State.DRAFT || each.isVisibleTo(caller))
            .findFirst()
            .filter(each -> each.isVisibleTo(caller))
            .isPresent();
    return isShown ? all.stream().filter(each -> each.isVisibleTo(caller)).toList() : List.of();
  }

  /// The current state of each entry: the newest, or for a caller who may not see drafts, and in a
  /// list of what is approved, the newest that is no draft.
  public Page<Revision> list(
      @Nullable Kind kind,
      @Nullable EntryId city,
      Revision.@Nullable State state,
      Caller caller,
      long before,
      int limit) {
    Filter filter =
        new Filter(before)
            .whereEquals("kind", kind)
            .whereEquals("city", city)
            .whereEquals("state", state);
    if (caller.mayChange(null) && state != Revision.State.REVIEWED) {
      filter.whereEquals("latest", 1);
    } else {
      boolean isApproved = state == Revision.State.REVIEWED;
      List<Object> own = new ArrayList<>(isApproved ? Set.of() : caller.cities());
      String ofOwn = "city IN (" + Rows.marks(own.size()) + ") OR ";
      List<Object> values = new ArrayList<>(own);
      values.add(Revision.State.DRAFT);
      values.addAll(own);
      values.add(Revision.State.REVIEWED);
      filter.where(
          "number = (SELECT MAX(number) FROM revision AS other WHERE other.kind = revision.kind"
              + (" AND other.entry = revision.entry AND (other." + ofOwn + "other.state <> ?))")
              + (" AND (" + ofOwn + "state = ?)"),
          values);
    }
    return filter.page(rows, "revision", Revision.class, limit, Revision::seq);
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
        content.kind(),
        content.entry());
    Revision draft =
        new Revision(
            0,
            content.kind(),
            content.entry(),
            content.city(),
            last + 1,
            state,
            content.line(),
            reason,
            made);
    EntryId city = content.city();
    rows.insert("revision", draft, Map.of("latest", 1, "city", city == null ? NO_CITY : city));
    return latest(content.kind(), content.entry()).orElseThrow();
  }

  /// A revision of an entered need, city profile or partner. Nothing is overwritten: a change is
  /// another revision, and the one with the highest number is current.
  ///
  /// @param kind [Kind#NEED], [Kind#CITY], [Kind#FIRM] or [Kind#FINANCIER]
  /// @param city that it belongs to: the need's, or the city itself; null for a partner
  /// @param number from 1
  /// @param line the entry as one line of the catalog format
  /// @param reason why it was changed, in the author's words; may be empty
  public record Revision(
      long seq,
      Kind kind,
      EntryId entry,
      @Nullable EntryId city,
      int number,
      State state,
      String line,
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

    /// Whether a signed-in caller may see it: everybody may see what a coordinator approved, and
    /// only the staff of its city and coordinators what is not reviewed or has expired.
    public boolean isVisibleTo(Caller caller) {
      return state == State.REVIEWED || caller.mayChange(city);
    }
  }
}
