package greenpair.registry.source.convert;

import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Expert;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.registry.LineResult;
import greenpair.registry.format.CatalogFiles;
import greenpair.registry.format.CatalogJson;
import greenpair.registry.source.value.Keys;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
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

    /// Whether a line is left out, as it was rejected before.
    boolean isRejected(LineResult.Accepted line);
  }

  /// Merges a changed line into an entry that was also made from other records: the line decides
  /// its fields, and the entry keeps the others.
  public static LineResult.Accepted over(Entry entry, LineResult.Accepted line, CatalogJson json) {
    JsonMapper mapper = JsonMapper.shared();
    Map<String, Object> merged =
        Merger.ofSources(Integer.MAX_VALUE)
            .merge(
                mapper.readValue(line.json(), OBJECT),
                mapper.readValue(json.encode(entry), OBJECT));
    return switch (json.read(mapper.writeValueAsBytes(merged), line.origin())) {
      case LineResult.Accepted both ->
          new LineResult.Accepted(both.entry(), json.encode(both.entry()), line.origin());
      case LineResult.Rejected misfit -> line; // A misfit belongs to the replaced data.
    };
  }

  public record Result(Map<String, Long> read, Map<String, Long> written, List<Text> notes) {
    public Result {
      read = new TreeMap<>(read);
      written = new TreeMap<>(written);
      notes = List.copyOf(notes);
    }
  }

  private final JsonMapper mapper = JsonMapper.shared();
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
                  if (reading instanceof LineResult.Accepted line && !ids.isRejected(line)) {
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

  private void add(String source, LineResult.Accepted line, OutputStream stream, Fragments shared) {
    Entry entry = line.entry();
    String kind = entry.kind().word();
    String id = ids.of(source, entry.kind(), entry.id());
    read.merge(kind, 1L, Long::sum);
    byte[] bytes = line.json();
    if (!id.equals(entry.id().value()) || refersToChanged(source, entry)) {
      bytes = rewritten(source, entry, id, bytes);
    }
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

  private boolean refersToChanged(String source, Entry entry) {
    return switch (entry) {
      case Deployment deployment ->
          Kind.PARTNERS.stream()
              .anyMatch(
                  kind ->
                      deployment.partners(kind).stream().anyMatch(id -> changes(source, kind, id)));
      case Expert expert ->
          expert.parties().stream().anyMatch(each -> changes(source, each.kind(), each.id()));
      default -> false;
    };
  }

  private boolean changes(String source, Kind kind, EntryId id) {
    return !ids.of(source, kind, id).equals(id.value());
  }

  private byte[] rewritten(String source, Entry entry, String id, byte[] bytes) {
    Map<String, Object> fields = new LinkedHashMap<>(mapper.readValue(bytes, OBJECT));
    fields.put("id", id);
    if (entry instanceof Deployment deployment) {
      for (Kind kind : Kind.PARTNERS) {
        put(Deployment.field(kind), source, kind, deployment.partners(kind), fields);
      }
      if (fields.get("parties") instanceof List<?> parties) {
        fields.put(
            "parties",
            DeploymentParties.together(
                parties.stream().map(party -> party(source, (Map<?, ?>) party)).toList()));
      }
    } else if (entry instanceof Expert) {
      fields.computeIfPresent("affiliation", (key, party) -> party(source, (Map<?, ?>) party));
      fields.computeIfPresent(
          "conflicts",
          (key, all) ->
              ((List<?>) all).stream().map(party -> party(source, (Map<?, ?>) party)).toList());
    }
    return mapper.writeValueAsBytes(fields);
  }

  private Map<String, Object> party(String source, Map<?, ?> party) {
    Map<String, Object> changed = new LinkedHashMap<>(Keys.named(party));
    for (Kind kind : Expert.PARTIES) {
      changed.computeIfPresent(
          kind.word(), (key, id) -> ids.of(source, kind, new EntryId(String.valueOf(id))));
    }
    return changed;
  }

  private void put(
      String key, String source, Kind kind, List<EntryId> references, Map<String, Object> fields) {
    Set<String> changed = new LinkedHashSet<>();
    references.forEach(id -> changed.add(ids.of(source, kind, id)));
    if (!changed.isEmpty()) {
      fields.put(key, List.copyOf(changed));
    }
  }
}
