package greenpair.match;

import greenpair.catalog.Text;

/// What one hard rule says of a candidate. A gate never changes a score: fail removes, and the
/// answer lists what was removed and why; unknown stays, with a caution.
///
/// @param gate the rule's word: `market`, `alive`, `seller`, `trade`, `borrower`,
///     `membership`, `instrument`, `ticket` or `stage`
/// @param because the reason for people
public record Gate(String gate, Verdict verdict, Text because) {}
