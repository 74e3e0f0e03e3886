package greenpair.reindex;

import greenpair.catalog.Text;
import greenpair.index.generation.Manifest;
import greenpair.message.Message;
import greenpair.registry.source.convert.RowResults;
import greenpair.reindex.gate.GenerationComparison;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The result of a run.
///
/// @param manifest the generation the new generation, or the last one if nothing changed
/// @param outcome whether it was published
/// @param comparison with the last generation; null if nothing changed
/// @param registries results of the rows of each registry, in order of trust; empty without
///     registries
/// @param read entries of all sources by the word of their kind; empty without registries
/// @param doubts pairs of firms that a person should decide
/// @param leftOut invalid lines of catalog files that were left out
/// @param firstLeftOut the first of them, with place and reason
public record ReindexReport(
    Manifest manifest,
    Outcome outcome,
    @Nullable GenerationComparison comparison,
    Map<String, RowResults> registries,
    List<Path> rejectFiles,
    Map<String, Long> read,
    Map<String, Long> written,
    List<Text> notes,
    long doubts,
    long leftOut,
    List<Message> firstLeftOut,
    List<String> pruned) {
  /// How a run ended.
  public enum Outcome {
    PUBLISHED,
    /// Published against the gate, for a reason that the journal keeps.
    FORCED,
    /// The sources and the configuration are those of the last generation, which stays.
    UNCHANGED,
    /// The gate refused it; it stays unpublished beside the last generation, which is served.
    REFUSED
  }

  public ReindexReport {
    registries = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(registries));
    rejectFiles = List.copyOf(rejectFiles);
    read = java.util.Collections.unmodifiableMap(new TreeMap<>(read));
    written = java.util.Collections.unmodifiableMap(new TreeMap<>(written));
    notes = List.copyOf(notes);
    firstLeftOut = List.copyOf(firstLeftOut);
    pruned = List.copyOf(pruned);
  }
}
