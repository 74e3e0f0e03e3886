package greenpair.index.cluster;

import greenpair.catalog.Kind;
import greenpair.index.generation.Digests;
import greenpair.index.generation.Manifest;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The contents of an index set, as a document beside it; written last, so a set without it is
/// incomplete.
///
/// @param newest year of the newest proven deployment; null if no year is known
/// @param counts entries by the word of their kind
/// @param pages the entries in order, in pages that are read and checked as a whole
/// @param files that are kept with the generation, by name
record SetContents(
    String id,
    String configuration,
    String indexing,
    String created,
    @Nullable Integer newest,
    Map<String, Long> counts,
    List<Manifest.Source> sources,
    List<Page> pages,
    Map<String, Kept> files) {
  /// Entries at consecutive places.
  ///
  /// @param from place of the first, from 0
  /// @param crc CRC-32C of their lines, each with a line feed behind it
  record Page(long from, int count, long crc) {}

  /// A file that is kept.
  ///
  /// @param parts documents that it is cut into
  /// @param crc CRC-32C
  record Kept(long bytes, int parts, long crc) {}

  static SetContents of(Manifest manifest, List<Page> pages, Map<String, Kept> files) {
    Map<String, Long> counts = new java.util.TreeMap<>();
    manifest.counts().forEach((kind, count) -> counts.put(kind.word(), count));
    return new SetContents(
        manifest.id(),
        manifest.configuration(),
        manifest.indexing(),
        manifest.created().toString(),
        manifest.newest(),
        counts,
        manifest.sources(),
        pages,
        files);
  }

  Digests digests() {
    return new Digests(configuration, indexing);
  }

  Instant time() {
    return Instant.parse(created);
  }

  Map<Kind, Long> byKind() {
    Map<Kind, Long> kinds = new EnumMap<>(Kind.class);
    counts.forEach((word, count) -> kinds.put(Kind.of(word).orElseThrow(), count));
    return kinds;
  }

  /// Whether a generation of that manifest is this one.
  boolean isOf(Manifest manifest) {
    return manifest.id().equals(id)
        && manifest.created().equals(time())
        && manifest.configuration().equals(configuration)
        && manifest.counts().equals(byKind());
  }
}
