package greenpair.registry.source.convert;

import greenpair.catalog.Kind;
import greenpair.registry.LineResult;
import greenpair.registry.Origin;
import greenpair.registry.format.CatalogJson;
import greenpair.registry.source.map.MergeRule;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Lines of the catalog format, stored in temporary files by their id, so that repeated entries can
/// be merged without holding all of them in memory. Only one part of [#PARTS] is in memory at a
/// time. An entry that occurs once is copied unchanged.
final class Fragments implements Closeable {
  private static final int PARTS = 64;
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private final JsonMapper mapper = JsonMapper.shared();
  private final Path folder;
  private final Map<Kind, Map<String, MergeRule>> merges;
  private final List<OutputStream> parts = new ArrayList<>();
  private final Map<String, Long> counts = new TreeMap<>();
  private long conflicts;

  /// @param beside the file beside which temporary files are created
  Fragments(Path beside) throws IOException {
    this(beside, Map.of());
  }

  /// @param merges how fields of one entry become one, by kind
  Fragments(Path beside, Map<Kind, Map<String, MergeRule>> merges) throws IOException {
    this.merges = merges;
    Path within = beside.toAbsolutePath().getParent();
    folder =
        within == null
            ? Files.createTempDirectory("fragments")
            : Files.createTempDirectory(within, "fragments");
    for (int part = 0; part < PARTS; part++) {
      parts.add(new BufferedOutputStream(Files.newOutputStream(part(part))));
    }
  }

  private Path part(int part) {
    return folder.resolve("part-" + part);
  }

  /// @param line without a line end
  void add(Kind kind, String id, byte[] line) throws IOException {
    OutputStream out = parts.get(Math.floorMod((kind.word() + id).hashCode(), PARTS));
    out.write((kind.word() + " " + id + "\t").getBytes(StandardCharsets.UTF_8));
    out.write(line);
    out.write('\n');
  }

  Map<String, Long> counts() {
    return counts;
  }

  /// Drafts that could not be merged without breaking a rule; the earlier one stayed as it was.
  long conflicts() {
    return conflicts;
  }

  void write(OutputStream out, Merger merger, CatalogJson json) throws IOException {
    for (OutputStream each : parts) {
      each.close();
    }
    for (int part = 0; part < PARTS; part++) {
      byte[] bytes = Files.readAllBytes(part(part));
      for (Map.Entry<String, List<Line>> each : byId(bytes).entrySet()) {
        String kind = each.getKey().substring(0, each.getKey().indexOf(' '));
        counts.merge(kind, 1L, Long::sum);
        List<Line> lines = each.getValue();
        if (lines.size() > 1) {
          out.write(line(merged(kind, bytes, lines, merger, json), json));
        } else {
          out.write(bytes, lines.getFirst().start, lines.getFirst().length);
        }
        out.write('\n');
      }
    }
  }

  /// A line without its end, among the bytes of a part.
  private record Line(int start, int length) {}

  /// The lines of a part by kind and id, in the order in which each came first.
  private static Map<String, List<Line>> byId(byte[] bytes) {
    Map<String, List<Line>> byId = new LinkedHashMap<>();
    int from = 0;
    while (from < bytes.length) {
      int tab = next('\t', bytes, from); // No kind and no id has one.
      int end = next('\n', bytes, tab);
      String id = new String(bytes, from, tab - from, StandardCharsets.UTF_8);
      byId.computeIfAbsent(id, each -> new ArrayList<>(1)).add(new Line(tab + 1, end - tab - 1));
      from = end + 1;
    }
    return byId;
  }

  private static int next(char wanted, byte[] bytes, int from) {
    int at = from;
    while (bytes[at] != wanted) {
      at++;
    }
    return at;
  }

  private Map<String, Object> merged(
      String kind, byte[] bytes, List<Line> lines, Merger merger, CatalogJson json) {
    List<Map<String, Object>> all = new ArrayList<>();
    lines.forEach(line -> all.add(mapper.readValue(bytes, line.start, line.length, OBJECT)));
    Map<String, Object> whole = all.getFirst();
    for (Map<String, Object> next : all.subList(1, all.size())) {
      whole = merged(whole, next, merger, json);
    }
    whole = merger.settle(whole, all);
    Map<String, MergeRule> rules = merges.getOrDefault(Kind.of(kind).orElseThrow(), Map.of());
    if (rules.isEmpty()) {
      return whole;
    }
    Map<String, Object> combined = new LinkedHashMap<>(whole);
    MergeRule.apply(rules, all, combined);
    if (read(combined, json) instanceof LineResult.Accepted) {
      return combined;
    }
    conflicts++;
    return whole;
  }

  private Map<String, Object> merged(
      Map<String, Object> first, Map<String, Object> next, Merger merger, CatalogJson json) {
    Map<String, Object> both = merger.merge(first, next);
    if (read(both, json) instanceof LineResult.Accepted) {
      return both;
    }
    conflicts++;
    return oneByOne(first, both, json);
  }

  /// Takes each field of the merged entry that fits; the sources always do.
  private Map<String, Object> oneByOne(
      Map<String, Object> first, Map<String, Object> both, CatalogJson json) {
    Map<String, Object> kept = first;
    for (Map.Entry<String, Object> field : both.entrySet()) {
      Map<String, Object> more = new LinkedHashMap<>(kept);
      more.put(field.getKey(), field.getValue());
      if (read(more, json) instanceof LineResult.Accepted) {
        kept = more;
      }
    }
    return kept;
  }

  private LineResult read(Map<String, Object> entry, CatalogJson json) {
    return json.read(mapper.writeValueAsBytes(entry), new Origin("merged", 1));
  }

  /// The entry in the canonical order of keys.
  private byte[] line(Map<String, Object> entry, CatalogJson json) {
    return switch (read(new HashMap<>(entry), json)) {
      case LineResult.Accepted accepted -> json.encode(accepted.entry());
      case LineResult.Rejected rejected -> throw new IllegalStateException(rejected.toString());
    };
  }

  @Override
  public void close() throws IOException {
    for (OutputStream each : parts) {
      each.close();
    }
    for (int part = 0; part < PARTS; part++) {
      Files.deleteIfExists(part(part));
    }
    Files.deleteIfExists(folder);
  }
}
