/// Callers and their rights: roles, tokens, the origin of a request, the audit log, and the replies
/// kept for repeated requests.
@NullMarked
package greenpair.program.access;

import org.jspecify.annotations.NullMarked;
