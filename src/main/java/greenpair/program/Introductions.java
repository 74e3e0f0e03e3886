package greenpair.program;

import greenpair.catalog.EntryId;
import greenpair.program.database.Rows;
import greenpair.program.database.Secrets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Introductions and what came of them.
public final class Introductions {
  private final Rows rows;

  Introductions(Rows rows) {
    this.rows = rows;
  }

  public Page<Introduction> list(
      @Nullable EntryId city, @Nullable EntryId partner, long before, int limit) {
    List<Introduction> read =
        new Filter(before)
            .is("city", city)
            .is("partner", partner)
            .read(rows, "introduction", this::read, limit);
    return Page.of(read, limit, Introduction::seq);
  }

  public Optional<Introduction> find(String id) {
    return rows.one("SELECT * FROM introduction WHERE id = ?", this::read, id);
  }

  /// Adds one with its first steps.
  ///
  /// @param draft with a place and an id that count for nothing
  public Introduction add(Introduction draft) {
    String id = Secrets.id();
    rows.update(
        "INSERT INTO introduction (id, city, need, kind, partner, solution, author, made)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        draft.city().value(),
        Values.text(draft.need()),
        draft.kind().word(),
        draft.partner().value(),
        Values.text(draft.solution()),
        draft.made().by(),
        draft.made().at().toString());
    draft.steps().forEach(step -> insert(id, step));
    return find(id).orElseThrow();
  }

  /// Adds what happened next.
  public Introduction add(String id, Introduction.Step step) {
    insert(id, step);
    return find(id).orElseThrow();
  }

  /// Says who does what next, in place of what was said before.
  public Introduction assign(String id, Introduction.Task task) {
    rows.update(
        "INSERT INTO task (introduction, responsible, due, action, author, made)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        id,
        task.responsible(),
        task.due() == null ? null : task.due().toString(),
        task.action(),
        task.made().by(),
        task.made().at().toString());
    return find(id).orElseThrow();
  }

  private void insert(String introduction, Introduction.Step step) {
    rows.update(
        "INSERT INTO step (introduction, stage, happened, reason, body, author, made)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        introduction,
        Values.word(step.stage()),
        step.on().toString(),
        step.reason(),
        step.body(),
        step.made().by(),
        step.made().at().toString());
  }

  Introduction read(Rows.Row row) throws SQLException {
    String id = row.text("id");
    return new Introduction(
        row.number("seq"),
        id,
        new EntryId(row.text("city")),
        Values.id(row.textOrNull("need")),
        Values.knownKind(row.text("kind")),
        new EntryId(row.text("partner")),
        Values.id(row.textOrNull("solution")),
        Values.made(row),
        rows.all("SELECT * FROM step WHERE introduction = ? ORDER BY seq", Introductions::step, id),
        rows.one(
                "SELECT * FROM task WHERE introduction = ? ORDER BY seq DESC LIMIT 1",
                Introductions::task,
                id)
            .orElse(null));
  }

  static Introduction.Step step(Rows.Row row) throws SQLException {
    return new Introduction.Step(
        Values.choice(Introduction.Stage.class, row.text("stage")),
        LocalDate.parse(row.text("happened")),
        row.textOrNull("reason"),
        row.text("body"),
        Values.made(row));
  }

  static Introduction.Task task(Rows.Row row) throws SQLException {
    String due = row.textOrNull("due");
    return new Introduction.Task(
        row.text("responsible"),
        due == null ? null : LocalDate.parse(due),
        row.text("action"),
        Values.made(row));
  }
}
