package greenpair.program.access;

import com.fasterxml.jackson.annotation.JsonIgnore;
import greenpair.program.database.Filter;
import greenpair.program.database.Page;
import greenpair.program.database.RecordMapper.Column;
import greenpair.program.database.Rows;
import java.time.Instant;
import java.util.Optional;
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
        who.role() == null ? Caller.ANONYMOUS.name() : who.role(),
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
    return new Filter(before)
        .whereEquals("who", who)
        .page(rows, "audit", AuditEntry.class, limit, AuditEntry::seq);
  }

  /// When somebody did something for the last time, or nothing if nobody did.
  public Optional<Instant> last(String action) {
    return rows.one(
        "SELECT happened FROM audit WHERE action = ? ORDER BY seq DESC LIMIT 1",
        row -> Instant.parse(row.text("happened")),
        action);
  }

  /// The request that caused an action, and the client that sent it.
  ///
  /// @param id of the request, as in the log; empty for the command line
  /// @param client address of the client; empty for the command line
  public record RequestOrigin(String id, String client) {
    /// Done on the command line.
    public static final RequestOrigin NONE = new RequestOrigin("", "");
  }

  /// A line of the audit log: who changed what, or who read private data.
  ///
  /// @param whoId that no two share, where `who` is a name; empty for none
  /// @param role `anonymous` for one who was not signed in
  /// @param subject what it was done to, such as `remark k3v…`
  /// @param request id of the request, as in the log; empty for the command line
  /// @param client address that it came from; empty for the command line
  public record AuditEntry(
      @JsonIgnore long seq,
      @Column("happened") Instant at,
      String who,
      String whoId,
      String role,
      String action,
      String subject,
      String request,
      String client) {}
}
