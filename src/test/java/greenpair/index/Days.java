package greenpair.index;

import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Shared;
import greenpair.catalog.Kind;
import greenpair.index.read.Snapshot;

/// A data folder into which a test takes copies of generations that were built once for all tests,
/// each named by its day.
final class Days {
  /// The day of the generation of another configuration.
  static final int OTHER = 4;

  private final Path built;
  private final Path data;

  private Days(Path built, Path data) {
    this.built = built;
    this.data = data;
  }

  static Shared<Built> shared() {
    return new Shared<>(Built.class, Built::in);
  }

  /// A generation for each of three days and one of another configuration.
  record Built(Path folder) implements Closeable {
    private static Built in(Path folder) throws IOException {
      GenerationStore store = new GenerationStore(folder);
      for (int day = 1; day <= 3; day++) {
        SmallCatalog.build(store, SmallCatalog.CONFIGURATION, day, SmallCatalog.ENTRIES);
      }
      SmallCatalog.build(store, SmallCatalog.ANOTHER_CONFIGURATION, OTHER, SmallCatalog.ENTRIES);
      return new Built(folder);
    }

    Days into(Path data) {
      return new Days(folder, data);
    }

    @Override
    public void close() {}
  }

  GenerationStore store() {
    return new GenerationStore(data);
  }

  /// Puts the generation of that day into the data folder, unless it is there.
  String take(int day) throws IOException {
    String id = "2026030" + (1 + day) + "T120000.000Z";
    Path from = new GenerationStore(built).generations().resolve(id);
    if (!Files.exists(directory(id))) {
      try (var paths = Files.walk(from)) {
        for (Path path : paths.toList()) {
          Path to = directory(id).resolve(from.relativize(path).toString());
          Files.createDirectories(to.getParent());
          Files.copy(path, to);
        }
      }
    }
    return id;
  }

  String publish(int day) throws IOException {
    String id = take(day);
    store().publish(Published.of(id));
    return id;
  }

  Path directory(String id) {
    return store().generations().resolve(id);
  }

  static String served(LiveIndex live) {
    try (Snapshot snapshot = live.acquire()) {
      return snapshot.manifest().id();
    }
  }

  /// That a snapshot answers from its files and from its memory.
  static void assertAnswers(Snapshot snapshot) {
    assertTrue(snapshot.entry(Kind.FIRM, SmallCatalog.id("busmaker")).isPresent());
    assertTrue(snapshot.city(SmallCatalog.id("cn-north")).isPresent());
  }

  static Path biggest(Path directory, String kind) throws IOException {
    try (var files = Files.list(directory.resolve(kind))) {
      return files.max(Comparator.comparingLong(file -> file.toFile().length())).orElseThrow();
    }
  }
}
