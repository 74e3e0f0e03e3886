package greenpair.reindex.merge;

import greenpair.registry.source.convert.Consolidation;
import greenpair.resolve.MatchWeight;
import greenpair.resolve.MergedPair;
import greenpair.resolve.name.Party;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Writes `merged.jsonl` of a generation, which [MergedRecords] reads: why records were merged,
/// then their contents. Nothing is kept in memory, because a large catalog has many merges.
final class MergedFile implements Closeable {
  static final String KEY = "key";
  static final String ID = "id";
  static final String ENTRY = "entry";
  static final String ONE = "one";
  static final String TWO = "two";
  static final String BITS = "bits";
  static final String EVIDENCE = "evidence";

  /// The facts by which a person recognises a firm.
  private static final List<String> TOLD = List.of("name", "aliases", "headquarters", "website");

  private final BufferedWriter out;

  MergedFile(Path file) throws IOException {
    this.out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
  }

  void merge(MergedPair merge) {
    Map<String, Double> evidence = new LinkedHashMap<>();
    for (MatchWeight fact : merge.evidence()) {
      evidence.put(fact.fact(), fact.bits());
    }
    Map<String, Object> line = new LinkedHashMap<>();
    line.put(ONE, merge.one());
    line.put(TWO, merge.two());
    line.put(BITS, merge.bits());
    line.put(EVIDENCE, evidence);
    write(line);
  }

  /// Records an entry that was merged with others.
  void see(Consolidation.Seen seen, Consolidation.Ids ids) {
    var entry = seen.entry();
    if (!Party.isParty(entry.kind())) {
      return;
    }
    String id = ids.of(seen.source(), entry.kind(), entry.id());
    if (ids.isShared(entry.kind(), id)) {
      Map<String, Object> fields = new LinkedHashMap<>(seen.fields());
      fields.keySet().retainAll(TOLD);
      Map<String, Object> line = new LinkedHashMap<>();
      line.put(KEY, Party.key(entry, seen.source()));
      line.put(ID, id);
      line.put(ENTRY, fields);
      write(line);
    }
  }

  private void write(Map<String, Object> line) {
    try {
      out.write(JsonMapper.shared().writeValueAsString(line));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
