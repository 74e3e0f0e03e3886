package greenpair.registry;

/// One file that a catalog is read from, as a manifest records it.
///
/// @param sha256 the digest of its bytes, in lower-case hexadecimal
public record SourceFile(String name, long bytes, String sha256) {}
