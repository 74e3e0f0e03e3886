package greenpair.job;

/// A registry that has a mapping.
///
/// @param source name or address of the registry; empty if the mapping has errors
/// @param trust priority if sources differ; the higher one is used
/// @param retrieved day on which its files were downloaded; empty if unknown
/// @param isRead whether jobs read it
/// @param fault error in the mapping; empty if there is none
public record KnownSource(
    String name, String source, int trust, String retrieved, boolean isRead, String fault) {}
