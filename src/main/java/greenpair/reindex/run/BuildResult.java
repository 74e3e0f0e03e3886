package greenpair.reindex.run;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.index.generation.Manifest;

/// What was built, not yet published.
///
/// @param manifest of the new generation, or of the last one when nothing changed
/// @param isNew false when the sources and the configuration are those of the last one
/// @param places file and line of an entry, where it is of a catalog file
public record BuildResult(
    Manifest manifest,
    boolean isNew,
    Map<String, Map<String, Long>> entries,
    BiFunction<Kind, EntryId, Optional<String>> places) {
  /// What names of sources begin with.
  public static final String CATALOG = "catalog ";
  public static final String REGISTRY = "registry ";

  /// The name of a catalog file among the sources: the file without its folder, so that a catalog
  /// has the same sources wherever it lies and however its path is written.
  public static String catalog(String file) {
    return CATALOG + Objects.requireNonNull(Path.of(file).getFileName());
  }

  /// The same, built of a file that was made of other sources.
  public BuildResult from(
      Map<String, Map<String, Long>> sources, BiFunction<Kind, EntryId, Optional<String>> origins) {
    return new BuildResult(manifest, isNew, sources, origins);
  }

  /// The last generation, which stays.
  public static BuildResult unchanged(Manifest last) {
    return new BuildResult(last, false, Map.of(), (kind, id) -> Optional.empty());
  }

  /// Entries by source and kind. A source is a registry or a catalog file, by its name.
  public static final class Counts {
    private final Map<String, Map<String, Long>> counts = new TreeMap<>();

    public void add(String source, Entry entry) {
      counts
          .computeIfAbsent(source, name -> new TreeMap<>())
          .merge(entry.kind().word(), 1L, Long::sum);
    }

    public Map<String, Map<String, Long>> bySource() {
      return counts;
    }
  }
}
