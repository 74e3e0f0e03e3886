package greenpair.program;

import greenpair.program.database.Rows;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The record of every write and of every reading of what is private. Lines are only ever
/// added.
public final class Audit {
  private final Rows rows;

  Audit(Rows rows) {
    this.rows = rows;
  }

  public void add(Caller who, Instant at, String action, String subject, String request) {
    rows.update(
        "INSERT INTO audit (happened, who, role, action, subject, request)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        at.toString(),
        who.name(),
        who.role() == null ? Caller.ANONYMOUS.name() : Values.word(who.role()),
        action,
        subject,
        request);
  }

  public Page<AuditEntry> list(@Nullable String who, long before, int limit) {
    return Page.of(
        new Filter(before).is("who", (Object) who).read(rows, "audit", Audit::read, limit),
        limit,
        AuditEntry::seq);
  }

  private static AuditEntry read(Rows.Row row) throws SQLException {
    return new AuditEntry(
        row.number("seq"),
        Instant.parse(row.text("happened")),
        row.text("who"),
        row.text("role"),
        row.text("action"),
        row.text("subject"),
        row.text("request"));
  }
}
