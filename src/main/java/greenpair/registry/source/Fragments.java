package greenpair.registry.source;

import greenpair.catalog.Kind;
import greenpair.registry.CatalogJson;
import greenpair.registry.Origin;
import greenpair.registry.Reading;
import java.io.BufferedReader;
import java.io.BufferedWriter;
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

/// Drafts of entries, laid down in temporary files by their id, so that entries that repeat can be
/// merged without holding all of them: one part of [#PARTS] is in memory at a time.
final class Fragments implements Closeable {
  private static final int PARTS = 64;
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private final JsonMapper mapper = JsonMapper.shared();
  private final Path folder;
  private final List<BufferedWriter> parts = new ArrayList<>();
  private final Map<String, Long> counts = new TreeMap<>();
  private long conflicts;

  /// @param beside the file beside which the temporary files lie
  Fragments(Path beside) throws IOException {
    Path within = beside.toAbsolutePath().getParent();
    folder =
        within == null
            ? Files.createTempDirectory("fragments")
            : Files.createTempDirectory(within, "fragments");
    for (int part = 0; part < PARTS; part++) {
      parts.add(Files.newBufferedWriter(part(part)));
    }
  }

  private Path part(int part) {
    return folder.resolve("part-" + part);
  }

  /// @param line the JSON of the draft, without a line end
  void add(Kind kind, String id, byte[] line) throws IOException {
    BufferedWriter out = parts.get(Math.floorMod((kind.word() + id).hashCode(), PARTS));
    out.write(new String(line, StandardCharsets.UTF_8));
    out.write('\n');
  }

  /// Entries written, by kind.
  Map<String, Long> counts() {
    return counts;
  }

  /// Drafts that could not be merged without breaking a rule; the earlier one stayed as it was.
  long conflicts() {
    return conflicts;
  }

  void write(OutputStream out, Merger merger, CatalogJson json) throws IOException {
    for (BufferedWriter each : parts) {
      each.close();
    }
    for (int part = 0; part < PARTS; part++) {
      Map<String, Map<String, Object>> merged = new LinkedHashMap<>();
      try (BufferedReader in = Files.newBufferedReader(part(part))) {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          Map<String, Object> draft = mapper.readValue(line, OBJECT);
          String key = draft.get("kind") + " " + draft.get("id");
          Map<String, Object> first = merged.get(key);
          merged.put(key, first == null ? draft : merged(first, draft, merger, json));
        }
      }
      for (Map<String, Object> entry : merged.values()) {
        counts.merge(String.valueOf(entry.get("kind")), 1L, Long::sum);
        out.write(line(entry, json));
        out.write('\n');
      }
    }
  }

  private Map<String, Object> merged(
      Map<String, Object> first, Map<String, Object> next, Merger merger, CatalogJson json) {
    Map<String, Object> both = merger.merge(first, next);
    if (read(both, json) instanceof Reading.Accepted) {
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
      if (read(more, json) instanceof Reading.Accepted) {
        kept = more;
      }
    }
    return kept;
  }

  private Reading read(Map<String, Object> entry, CatalogJson json) {
    return json.read(mapper.writeValueAsBytes(entry), new Origin("merged", 1));
  }

  /// The entry in the canonical order of keys.
  private byte[] line(Map<String, Object> entry, CatalogJson json) {
    return switch (read(new HashMap<>(entry), json)) {
      case Reading.Accepted accepted -> json.encode(accepted.entry());
      case Reading.Rejected rejected -> throw new IllegalStateException(rejected.problem());
    };
  }

  @Override
  public void close() throws IOException {
    for (BufferedWriter each : parts) {
      each.close();
    }
    for (int part = 0; part < PARTS; part++) {
      Files.deleteIfExists(part(part));
    }
    Files.deleteIfExists(folder);
  }
}
