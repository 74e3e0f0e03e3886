package greenpair.resolve;

/// The evidence of one fact about two parties.
///
/// @param fact such as `name` or `website`
/// @param bits above 0 in favour of the same firm, below 0 against
public record MatchWeight(String fact, double bits) {}
