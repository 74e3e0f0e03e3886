package greenpair.resolve;

/// What one fact says of two parties.
///
/// @param fact such as `name` or `website`
/// @param bits above 0 for one firm, below for two
public record Evidence(String fact, double bits) {}
