package greenpair.reindex.merge;

import greenpair.registry.review.OpenReview;
import greenpair.registry.source.convert.Consolidation;
import greenpair.resolve.ComparedPair;
import greenpair.resolve.name.Party;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Writes `merged.jsonl` of a generation, which [MergedRecords] reads: why records were merged,
/// then their contents. Nothing is kept in memory, because a large catalog has many merges.
final class MergedFile implements Closeable {
  /// The facts by which a person recognises a firm.
  private static final List<String> TOLD = List.of("name", "aliases", "headquarters", "website");

  private final BufferedWriter out;

  MergedFile(Path file) throws IOException {
    this.out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
  }

  void merge(ComparedPair merge) {
    write(
        new OpenReview(merge.one(), merge.two(), merge.bits(), merge.byFact(), Map.of(), Map.of()));
  }

  /// Records an entry that was merged with others or has another id in the catalog.
  void see(Consolidation.Seen seen, Consolidation.Ids ids) {
    var entry = seen.entry();
    if (!Party.isParty(entry.kind())) {
      return;
    }
    String id = ids.of(seen.source(), entry.kind(), entry.id());
    if (ids.isShared(entry.kind(), id) || !id.equals(entry.id().value())) {
      Map<String, Object> fields = seen.fields();
      fields.keySet().retainAll(TOLD);
      write(new MergedRecords.Member(Party.key(entry, seen.source()), id, fields));
    }
  }

  private void write(Record line) {
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
