package greenpair.program;

import module java.base;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.taxonomy.SearchEdit;
import greenpair.program.database.Filter;
import greenpair.program.database.Page;
import greenpair.program.database.Rows;
import greenpair.program.database.Stamp;
import org.jspecify.annotations.Nullable;

/// What people searched, as counts without persons, and what coordinators added to search.
public record Searches(Rows rows) {
  /// How many days a count is kept.
  public static final int KEPT = 30;

  /// Searches of a query.
  ///
  /// @param query as somebody wrote it
  /// @param kind null for all kinds
  /// @param matches when it was last searched
  /// @param opened how often a page of the catalog was opened from its hits
  public record Searched(
      Language language, String query, @Nullable Kind kind, long times, long matches, long opened) {
    /// The same counted that often.
    public Searched times(long factor, long found) {
      return new Searched(language, query, kind, times * factor, found, opened * factor);
    }
  }

  /// Adds counts of a query on a day.
  public void count(LocalDate day, String folded, Searched counted) {
    rows.update(
        "INSERT INTO searched (day, language, query, kind, written, times, matches, opened)"
            + " VALUES (?, ?, ?, COALESCE(?, ''), ?, ?, ?, ?)"
            + " ON CONFLICT (day, language, query, kind) DO UPDATE"
            + " SET times = searched.times + excluded.times, matches = excluded.matches,"
            + " opened = searched.opened + excluded.opened",
        day,
        counted.language(),
        folded,
        counted.kind(),
        counted.query(),
        counted.times(),
        counted.matches(),
        counted.opened());
  }

  /// The queries that were searched more than once, most frequent first: what is searched once may
  /// tell of one person.
  public List<Searched> frequent(int most) {
    return rows.all(
        Searched.class,
        "SELECT language, MIN(written) AS query, NULLIF(kind, '') AS kind, SUM(times) AS times,"
            + " SUM(opened) AS opened, (SELECT matches FROM searched WHERE language = s.language"
            + " AND query = s.query AND kind = s.kind ORDER BY day DESC LIMIT 1) AS matches"
            + " FROM searched s GROUP BY s.language, s.query, s.kind HAVING SUM(times) > 1"
            + " ORDER BY SUM(times) DESC, s.query, language LIMIT ?",
        most);
  }

  /// Removes counts of days that are too long ago.
  void forget(LocalDate today) {
    rows.update("DELETE FROM searched WHERE day < ?", today.minusDays(KEPT));
  }

  /// The edits in use, in the order in which they were made.
  public List<SearchEdit> edits() {
    return rows.all(
        SearchEdit.class, "SELECT words, target FROM search_edit WHERE ended IS NULL ORDER BY seq");
  }

  /// All edits, newest first.
  public Page<StoredEdit> list(long before, int limit) {
    return new Filter(before).page(rows, "search_edit", StoredEdit.class, limit, StoredEdit::seq);
  }

  /// Adds an edit, unless the words have that target already, or a pin another one.
  public Optional<StoredEdit> add(SearchEdit edit, Stamp stamp) {
    boolean isTaken = edits().stream().anyMatch(edit::takenBy);
    StoredEdit draft = new StoredEdit(0, "", edit, stamp, null);
    return isTaken ? Optional.empty() : Optional.of(rows.add("search_edit", draft, Map.of()));
  }

  /// Takes an edit back, if there is one; one that was taken back stays as it is.
  public Optional<StoredEdit> end(String id, Stamp stamp) {
    rows.update(
        "UPDATE search_edit SET ended_by = ?, ended = ? WHERE id = ? AND ended IS NULL",
        stamp.by(),
        stamp.at(),
        id);
    return rows.find(StoredEdit.class, "search_edit", id);
  }

  /// An edit with who made it and took it back.
  ///
  /// @param ended null while it is in use
  public record StoredEdit(
      @JsonIgnore long seq,
      String id,
      @JsonUnwrapped SearchEdit edit,
      Stamp made,
      @Nullable Stamp ended) {}
}
