package greenpair.cli.app;

import greenpair.catalog.Text;
import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.generation.BadGenerationException;
import greenpair.index.generation.Manifest;
import greenpair.registry.config.ConfigFolder;
import greenpair.web.records.Archive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Copies of configurations in the data folder, by digest, beside the generations: together they
/// give an old answer again. A copy is made when the first record is kept under a configuration.
public final class KeptConfigurations implements Archive {
  private static final String FOLDER = "configurations";

  private final Engine engine;
  private final GenerationStore store;

  public KeptConfigurations(Engine engine, GenerationStore store) {
    this.engine = engine;
    this.store = store;
  }

  private Path copy(String configuration) {
    return store.data().resolve(FOLDER).resolve(configuration);
  }

  @Override
  public void keep(String configuration) {
    Path copy = copy(configuration);
    if (Files.isDirectory(copy)) {
      return;
    }
    try {
      Files.createDirectories(store.data().resolve(FOLDER));
      Path unfinished = Files.createTempDirectory(store.data().resolve(FOLDER), ".copy");
      try {
        engine.folder().copyTo(unfinished);
        // The folder may have changed since the answer was made: a copy of something else is none.
        if (new ConfigFolder(unfinished).digest().equals(configuration)) {
          Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE);
        }
      } finally {
        delete(unfinished);
      }
    } catch (IOException e) {
      if (!Files.isDirectory(copy)) { // Somebody else may have been first.
        throw new UncheckedIOException("cannot keep the configuration in " + copy, e);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      }
    }
  }

  @Override
  public Past open(String generation, String configuration) {
    Engine then = engine(configuration);
    LiveIndex live = then.live(store);
    try {
      return new Past(then.recorder(), then.planner(), live.open(generation), live::close);
    } catch (BadGenerationException e) {
      live.close();
      String kept =
          store.list().stream().map(Manifest::id).sorted().collect(Collectors.joining(", "));
      throw new GoneException(
          new Text(
              "Generation "
                  + generation
                  + " is gone or cannot be opened ("
                  + e.getMessage()
                  + "); there are "
                  + kept
                  + "; put it back from a backup of the data folder and replay again.",
              "索引"
                  + generation
                  + "已不在或无法打开（"
                  + e.getMessage()
                  + "）；现有"
                  + kept
                  + "；请从数据目录的备份中恢复后再重放。"));
    }
  }

  private Engine engine(String configuration) {
    if (engine.configuration().equals(configuration)) {
      return engine;
    }
    Path copy = copy(configuration);
    if (isDigest(configuration) && Files.isDirectory(copy)) {
      Engine kept = Engine.read(copy);
      if (kept.configuration().equals(configuration)) {
        return kept;
      }
    }
    String record = shorten(configuration);
    String now = shorten(engine.configuration());
    throw new GoneException(
        new Text(
            "The record was made with configuration "
                + record
                + ", of which no good copy is kept, and the one in use is "
                + now
                + "; name the old folder with --config.",
            "该存档使用的配置为" + record + "，未保留其完好副本，现用配置为" + now + "；请用--config指定旧的配置目录。"));
  }

  /// A word from a record must not lead out of the folder.
  private static boolean isDigest(String word) {
    return word.matches("[0-9a-f]{64}");
  }

  private static String shorten(String digest) {
    return digest.substring(0, Math.min(12, digest.length()));
  }
}
