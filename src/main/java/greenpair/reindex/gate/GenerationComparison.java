package greenpair.reindex.gate;

import module java.base;

import greenpair.catalog.Text;
import greenpair.index.GenerationStore;
import greenpair.index.generation.DurableFiles;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Comparison of a new generation with the last published one: counts, judged queries, changed
/// shortlists, and reasons against publishing it. The document `comparison.json` in its directory.
///
/// @param before id of the last one; null if there is none
/// @param after id of the new one
/// @param configuration digest of the configuration under which both were queried
/// @param passed whether there is no reason against it
/// @param notes what could not be compared, and why
/// @param entries of the new one, by source and kind
/// @param judged results of the judged queries
/// @param places of a shortlist that were compared
/// @param needs whose shortlists were compared
/// @param ofNeeds how many needs there are
public record GenerationComparison(
    @Nullable String before,
    String after,
    String configuration,
    Instant at,
    boolean passed,
    List<Text> faults,
    List<Text> notes,
    Map<String, Map<String, Long>> entries,
    List<Judged> judged,
    int places,
    int needs,
    long ofNeeds,
    List<Change> changes) {
  public static final String FILE = GenerationStore.COMPARISON;
  private static final JsonMapper JSON = JsonMapper.shared();

  /// How well the judged queries of one file are answered.
  ///
  /// @param before nDCG@10 of the last generation
  /// @param after nDCG@10 of the new one
  /// @param topics how many were asked: those whose judged entries exist
  public record Judged(String set, int topics, double before, double after) {}

  /// One entry of a shortlist that changed.
  ///
  /// @param from its place in the last generation, from 1; null if it was not among the first
  /// @param to its place in the new one; null if it is not any more
  /// @param causes the records that caused it, most direct first
  public record Change(
      String city,
      String need,
      String kind,
      String entry,
      Text name,
      @Nullable Integer from,
      @Nullable Integer to,
      List<Cause> causes,
      Text says) {
    public Change {
      causes = List.copyOf(causes);
    }
  }

  /// A source record that changed a shortlist.
  ///
  /// @param what `new`, `changed` or `retired`
  /// @param kind of the entry that came of it
  /// @param source registry or address, as in its provenance
  /// @param record id of the record there; null if it has none
  /// @param place file and line of the catalog; null for entries of registries and for those gone
  public record Cause(
      String what,
      String kind,
      String entry,
      @Nullable String source,
      @Nullable String record,
      @Nullable String place) {
    @Override
    public String toString() {
      StringBuilder text = new StringBuilder(kind).append(' ').append(entry);
      if (place != null) {
        text.append(", ").append(place);
      }
      if (source != null) {
        text.append(", ").append(source).append(record == null ? "" : " #" + record);
      }
      return text.toString();
    }
  }

  public GenerationComparison {
    faults = List.copyOf(faults);
    notes = List.copyOf(notes);
    entries = java.util.Collections.unmodifiableMap(new TreeMap<>(entries));
    judged = List.copyOf(judged);
    changes = List.copyOf(changes);
  }

  /// Keeps it in the directory of the new generation.
  public void write(Path directory) throws IOException {
    DurableFiles.replace(
        directory.resolve(FILE), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
  }

  /// The comparison of a generation; empty if it did not keep one that can be read.
  public static Optional<GenerationComparison> read(Path directory) throws IOException {
    try {
      byte[] bytes = Files.readAllBytes(directory.resolve(FILE));
      return Optional.of(JSON.readValue(bytes, GenerationComparison.class));
    } catch (NoSuchFileException | JacksonException e) {
      return Optional.empty();
    }
  }
}
