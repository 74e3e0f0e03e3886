package greenpair.registry.source.convert;

import module java.base;

import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Expert;
import greenpair.catalog.FieldTable;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.registry.LineResult;
import greenpair.registry.format.CatalogFiles;
import greenpair.registry.format.CatalogJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Merges catalogs into one after entity resolution. Entries with the same new id are merged: each
/// field is taken from the first part that knows it, and all sources are kept. References are
/// updated to the new ids.
///
/// Unaffected lines are copied unchanged. The same parts and ids give the same bytes.
public final class Consolidation {
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  /// One catalog.
  ///
  /// @param source its name, which goes into the ids of namesakes
  public record Part(String source, CatalogFiles files) {}

  /// The ids after resolution.
  public interface Ids {
    /// The id that an entry of a source has from now on.
    public String of(String source, Kind kind, EntryId id);

    /// Whether several entries have that new id.
    boolean isShared(Kind kind, String id);
  }

  public record Result(Map<String, Long> read, Map<String, Long> written, List<Text> notes) {
    public Result {
      read = new TreeMap<>(read);
      written = new TreeMap<>(written);
      notes = List.copyOf(notes);
    }
  }

  private final CatalogJson json;
  private final Ids ids;
  private final Merger merger;
  private final Map<String, Long> read = new TreeMap<>();
  private final Map<String, Long> written = new TreeMap<>();

  /// @param provenance sources that a merged entry names at most
  public Consolidation(CatalogJson json, Ids ids, int provenance) {
    this.json = json;
    this.ids = ids;
    this.merger = Merger.ofSources(provenance);
  }

  /// Writes the one catalog.
  ///
  /// @param parts the most trusted first
  public Result write(List<Part> parts, Path out, Consumer<Seen> seen) throws IOException {
    Path unfinished = out.resolveSibling(out.getFileName() + ".tmp");
    List<Text> notes = new ArrayList<>();
    try (Fragments shared = new Fragments(out);
        OutputStream stream = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
      for (Part part : parts) {
        part.files()
            .read(
                reading -> {
                  if (reading instanceof LineResult.Accepted line) {
                    seen.accept(new Seen(part.source(), line.entry(), line.json()));
                    add(part.source(), line, stream, shared);
                  }
                });
      }
      shared.write(stream, merger, json);
      shared.counts().forEach((kind, count) -> written.merge(kind, count, Long::sum));
      merger.note().ifPresent(notes::add);
    }
    Files.move(unfinished, out, StandardCopyOption.REPLACE_EXISTING);
    return new Result(read, written, notes);
  }

  @SuppressWarnings("ArrayRecordComponent") // Passed on once, never compared.
  public record Seen(String source, Entry entry, byte[] json) {
    /// The line as plain maps and lists.
    public Map<String, Object> fields() {
      return JsonMapper.shared().readValue(json, OBJECT);
    }
  }

  @SuppressWarnings("ReferenceEquality") // What keeps its names is the same record.
  private void add(String source, LineResult.Accepted line, OutputStream stream, Fragments shared) {
    Entry entry = line.entry();
    String kind = entry.kind().word();
    String id = ids.of(source, entry.kind(), entry.id());
    read.merge(kind, 1L, Long::sum);
    Entry renamed = FieldTable.with(entry, (field, value) -> renamed(source, entry, field, value));
    byte[] bytes = renamed == entry ? line.json() : json.encode(renamed);
    try {
      if (ids.isShared(entry.kind(), id)) {
        shared.add(entry.kind(), id, bytes);
      } else {
        stream.write(bytes);
        stream.write('\n');
        written.merge(kind, 1L, Long::sum);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The value of a field with new ids; the same value if none changed.
  private @Nullable Object renamed(
      String source, Entry entry, String field, @Nullable Object value) {
    Object renamed =
        switch (entry) {
          case Entry each when field.equals("id") -> renamed(source, each.kind(), each.id());
          case Deployment deployment ->
              switch (field) {
                case "firms" -> renamed(source, Kind.FIRM, deployment.firms());
                case "financiers" -> renamed(source, Kind.FINANCIER, deployment.financiers());
                case "experts" -> renamed(source, Kind.EXPERT, deployment.experts());
                case "parties" -> renamed(source, deployment.parties());
                default -> value;
              };
          case Expert expert when field.equals("affiliation") && expert.affiliation() != null ->
              renamed(source, expert.affiliation());
          case Expert expert when field.equals("conflicts") ->
              expert.conflicts().stream()
                  .map(
                      each ->
                          new Expert.Conflict(
                              renamed(source, each.with()), each.reason(), each.source()))
                  .toList();
          default -> value;
        };
    return renamed != null && renamed.equals(value) ? value : renamed;
  }

  private EntryId renamed(String source, Kind kind, EntryId id) {
    return new EntryId(ids.of(source, kind, id));
  }

  private Entry.Key renamed(String source, Entry.Key key) {
    return new Entry.Key(key.kind(), renamed(source, key.kind(), key.id()));
  }

  private List<EntryId> renamed(String source, Kind kind, List<EntryId> references) {
    return references.stream().map(id -> renamed(source, kind, id)).distinct().toList();
  }

  private List<Deployment.Party> renamed(String source, List<Deployment.Party> parties) {
    List<Deployment.Party> renamed =
        parties.stream()
            .map(
                each ->
                    FieldTable.with(each, Map.of("firm", renamed(source, Kind.FIRM, each.firm()))))
            .toList();
    return renamed.equals(parties) ? parties : DeploymentParties.together(renamed);
  }
}
