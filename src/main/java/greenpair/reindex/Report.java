package greenpair.reindex;

import greenpair.index.Manifest;
import greenpair.registry.source.Account;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a run did, as data.
///
/// @param manifest the generation that it published
/// @param registries what became of the rows of each registry, in order of trust; empty without
///     registries
/// @param rejectFiles where the rejected rows are
/// @param read entries of all sources by the word of their kind; empty without registries
/// @param written the same after merging
/// @param notes what was lost on the way
/// @param doubts pairs of firms that a person should decide
/// @param leftOut lines of catalog files that were bad and left out
/// @param firstLeftOut the first of them, with place and reason
/// @param pruned generations that were deleted
public record Report(
    Manifest manifest,
    Map<String, Account> registries,
    List<Path> rejectFiles,
    Map<String, Long> read,
    Map<String, Long> written,
    List<String> notes,
    long doubts,
    long leftOut,
    List<String> firstLeftOut,
    List<String> pruned) {
  public Report {
    registries = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(registries));
    rejectFiles = List.copyOf(rejectFiles);
    read = java.util.Collections.unmodifiableMap(new TreeMap<>(read));
    written = java.util.Collections.unmodifiableMap(new TreeMap<>(written));
    notes = List.copyOf(notes);
    firstLeftOut = List.copyOf(firstLeftOut);
    pruned = List.copyOf(pruned);
  }
}
