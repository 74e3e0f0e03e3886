package greenpair.reindex.merge;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.registry.source.convert.Consolidation;
import greenpair.resolve.name.Party;

/// `record-ids.tsv` in the directory of a generation: the firms and financiers that have another id
/// in the catalog than in their source. With it, a person can answer on records that were merged.
public final class RecordIds {
  static final String FILE = "record-ids.tsv";

  /// The source of entries of catalog files.
  public static final String CATALOG = Registries.CATALOG;

  private final Path file;

  /// @param directory of a generation; the file is missing if it was built from catalog files alone
  public RecordIds(Path directory) {
    this.file = directory.resolve(FILE);
  }

  /// The id that a firm or financier of a source has in the catalog.
  public String of(String source, Kind kind, EntryId id) throws IOException {
    if (!Files.exists(file)) {
      return id.value();
    }
    String start = Party.key(kind, source, id) + "\t";
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(start))
          .findFirst()
          .map(line -> line.substring(start.length()))
          .orElse(id.value());
    }
  }

  /// Writes the file. Nothing is kept in memory, because a large catalog has many merges.
  static final class Writer implements Closeable {
    private final BufferedWriter out;

    Writer(Path file) throws IOException {
      this.out = Files.newBufferedWriter(file);
    }

    void see(Consolidation.Seen seen, Consolidation.Ids ids) {
      var entry = seen.entry();
      String id = ids.of(seen.source(), entry.kind(), entry.id());
      if (!Party.isParty(entry.kind()) || id.equals(entry.id().value())) {
        return;
      }
      try {
        out.write(Party.key(entry, seen.source()) + "\t" + id + "\n");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
