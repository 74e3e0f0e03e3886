package greenpair.program;

import greenpair.program.database.ColumnValues;
import greenpair.program.database.Rows;
import greenpair.program.database.Secrets;
import greenpair.program.database.Stamp;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// The edits of timetables by hand.
public record PlanEdits(Rows rows) {
  /// All edits of a plan, also those that were undone, oldest first.
  public List<PlanEdit> of(String plan) {
    return rows.all("SELECT * FROM plan_edit WHERE plan = ? ORDER BY seq", PlanEdits::read, plan);
  }

  public PlanEdit add(String plan, String edit, Stamp stamp) {
    String id = Secrets.id();
    rows.update(
        "INSERT INTO plan_edit (id, plan, edit, author, made) VALUES (?, ?, ?, ?, ?)",
        id,
        plan,
        edit,
        stamp.by(),
        stamp.at());
    return find(id);
  }

  /// Undoes one; it stays on record.
  public PlanEdit undo(String id, Stamp stamp) {
    rows.update(
        "UPDATE plan_edit SET undone_by = ?, undone = ? WHERE id = ?", stamp.by(), stamp.at(), id);
    return find(id);
  }

  private PlanEdit find(String id) {
    return rows.one("SELECT * FROM plan_edit WHERE id = ?", PlanEdits::read, id).orElseThrow();
  }

  static PlanEdit read(Rows.Row row) throws SQLException {
    String undone = row.textOrNull("undone");
    return new PlanEdit(
        row.number("seq"),
        row.text("id"),
        row.text("plan"),
        row.text("edit"),
        undone == null ? null : new Stamp(row.text("undone_by"), Instant.parse(undone)),
        ColumnValues.made(row));
  }
}
