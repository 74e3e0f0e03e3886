package greenpair.program.access;

import java.time.Instant;

/// A line of the audit log: who changed what, or who read private data.
///
/// @param whoId that no two share, where `who` is a name; empty in lines of older versions
/// @param role `anonymous` for one who was not signed in
/// @param subject what it was done to, such as `remark k3v…`
/// @param request id of the request, as in the log; empty for the command line
/// @param client address that it came from; empty for the command line and in older lines
public record AuditEntry(
    long seq,
    Instant at,
    String who,
    String whoId,
    String role,
    String action,
    String subject,
    String request,
    String client) {}
