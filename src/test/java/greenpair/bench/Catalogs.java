package greenpair.bench;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.Kind;

/// Folders of generated catalogs under `target/bench`, made once.
final class Catalogs {
  static final long SEED = 1;
  static final Path ROOT = Path.of("target", "bench");

  private static final int BUFFER = 1 << 20;

  private Catalogs() {}

  /// The folder of the catalog of that many firms; written now when it is not there.
  static Path folder(CatalogGenerator generator, int firms, Entry.Codec codec) throws IOException {
    Path folder = ROOT.resolve("catalog-" + firms + "-" + SEED);
    if (!Files.isDirectory(folder)) {
      Path unfinished = Files.createTempDirectory(Files.createDirectories(ROOT), "unfinished");
      for (Kind kind : Kind.values()) {
        write(generator, kind, unfinished.resolve(kind.word() + ".jsonl"), codec);
      }
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }
    return folder;
  }

  private static void write(CatalogGenerator generator, Kind kind, Path file, Entry.Codec codec)
      throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
      for (int number = 0; number < generator.count(kind); number++) {
        out.write(codec.encode(generator.entry(kind, number)));
        out.write('\n');
      }
    }
  }
}
