package greenpair.job;

/// A registry that has a mapping.
///
/// @param source name or address of the registry; empty when the mapping has faults
/// @param trust priority if sources differ; the higher one is used
/// @param retrieved day on which its files were taken; empty when unknown
/// @param isRead whether jobs read it
/// @param fault of the mapping; empty when it is good
public record KnownSource(
    String name, String source, int trust, String retrieved, boolean isRead, String fault) {}
