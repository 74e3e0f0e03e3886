package greenpair.index.generation;

/// Which configuration is in use.
///
/// @param configuration digest of all of it, stamped on answers
/// @param indexing digest of the part that determines the contents of an index: a generation is
///     served under every configuration with the same one
public record Digests(String configuration, String indexing) {}
