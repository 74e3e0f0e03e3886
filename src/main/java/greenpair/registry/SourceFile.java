package greenpair.registry;

/// One file that a catalog is read from, as a manifest records it.
public record SourceFile(String name, long bytes, String sha256) {}
