package greenpair.program;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import greenpair.catalog.taxonomy.SearchEdit;
import greenpair.program.database.Filter;
import greenpair.program.database.Page;
import greenpair.program.database.Rows;
import greenpair.program.database.Stamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What coordinators added to search.
public record Searches(Rows rows) {
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
