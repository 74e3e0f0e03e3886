package greenpair.program;

import greenpair.program.database.Stamp;

/// A saved answer that can be replayed.
///
/// @param digest of the document, which minutes may quote
/// @param document the decision record as JSON; this package does not interpret it
public record Decision(long seq, String id, String digest, String document, Stamp made) {}
