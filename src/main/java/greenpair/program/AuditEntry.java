package greenpair.program;

import java.time.Instant;

/// One line of the record of who changed what, and who read what is private.
///
/// @param seq its place in the record
/// @param role `anonymous` for one who was not signed in
/// @param action such as `remark.add`
/// @param subject what it was done to, such as `remark k3v…`
/// @param request id of the request, as in the log; empty for the command line
public record AuditEntry(
    long seq, Instant at, String who, String role, String action, String subject, String request) {}
