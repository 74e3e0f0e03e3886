package greenpair.program;

/// An answer that somebody kept, to be looked at again.
///
/// @param seq its place among all of them
/// @param digest of the document, which minutes may quote
/// @param document the decision record as JSON; this room does not read it
public record Decision(long seq, String id, String digest, String document, Stamp made) {}
