package greenpair.program.access;

import greenpair.program.database.ColumnValues;
import greenpair.program.database.Filter;
import greenpair.program.database.Page;
import greenpair.program.database.Rows;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The audit log of every write and of every access to private data. Lines are only ever added, and
/// removed when they are older than the settings keep them.
public record Audit(Rows rows) {
  public void add(Caller who, Instant at, String action, String subject, RequestOrigin from) {
    rows.update(
        "INSERT INTO audit (happened, who, who_id, role, action, subject, request, client)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        at,
        who.name(),
        who.id(),
        who.role() == null ? Caller.ANONYMOUS.name() : ColumnValues.word(who.role()),
        action,
        subject,
        from.id(),
        from.client());
  }

  /// Removes lines that are older than that time.
  public void forget(Instant before) {
    rows.update("DELETE FROM audit WHERE happened < ?", before);
  }

  public Page<AuditEntry> list(@Nullable String who, long before, int limit) {
    return Page.of(
        new Filter(before).is("who", (Object) who).read(rows, "audit", Audit::read, limit),
        limit,
        AuditEntry::seq);
  }

  /// How often a person did something since then. Persons of the same name count apart.
  public int count(Caller who, String action, Instant since) {
    return rows.one(
            "SELECT COUNT(*) AS times FROM audit WHERE happened >= ? AND who_id = ? AND action = ?",
            row -> (int) row.number("times"),
            since,
            who.id(),
            action)
        .orElse(0);
  }

  public static AuditEntry read(Rows.Row row) throws SQLException {
    return new AuditEntry(
        row.number("seq"),
        Instant.parse(row.text("happened")),
        row.text("who"),
        row.text("who_id"),
        row.text("role"),
        row.text("action"),
        row.text("subject"),
        row.text("request"),
        row.text("client"));
  }
}
