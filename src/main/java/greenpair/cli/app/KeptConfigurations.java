package greenpair.cli.app;

import module java.base;

import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.generation.BadGenerationException;
import greenpair.index.generation.Folders;
import greenpair.index.generation.Manifest;
import greenpair.message.Message;
import greenpair.message.Translated;
import greenpair.registry.config.ConfigFolder;
import greenpair.web.decisions.Archive;

/// Copies of configurations in the data folder, by digest, beside the generations: together they
/// reproduce an old answer. A copy is made when the first record or plan is saved under a
/// configuration.
///
/// @param current the configuration in use
public record KeptConfigurations(Supplier<CommandWiring> current, GenerationStore store)
    implements Archive {
  private static final String FOLDER = "configurations";

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
        current.get().folder().copyTo(unfinished);
        // The folder may have changed since the answer was made, so the copy is verified.
        if (new ConfigFolder(unfinished).digest().equals(configuration)) {
          Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE);
        }
      } finally {
        Folders.delete(unfinished);
      }
    } catch (IOException e) {
      if (!Files.isDirectory(copy)) { // Another process may have been faster.
        throw new UncheckedIOException("cannot keep the configuration in " + copy, e);
      }
    }
  }

  @Override
  public Past open(String generation, String configuration) {
    CommandWiring then = wiring(configuration);
    LiveIndex live = then.live(store);
    try {
      return new Past(then.recorder(), then.planner(), live.open(generation), live::close);
    } catch (BadGenerationException e) {
      live.close();
      String kept =
          store.list().stream().map(Manifest::id).sorted().collect(Collectors.joining(", "));
      throw new GoneException(
          Message.of(
              "record.generation_gone",
              "generation",
              generation,
              "why",
              Translated.of(e),
              "kept",
              kept));
    }
  }

  private CommandWiring wiring(String configuration) {
    CommandWiring wiring = current.get();
    if (wiring.configuration().equals(configuration)) {
      return wiring;
    }
    Path copy = copy(configuration);
    if (isDigest(configuration) && Files.isDirectory(copy)) {
      CommandWiring kept = CommandWiring.read(copy);
      if (kept.configuration().equals(configuration)) {
        return kept;
      }
    }
    String record = shorten(configuration);
    String now = shorten(wiring.configuration());
    throw new GoneException(
        Message.of("record.configuration_gone", "recorded", record, "current", now));
  }

  /// A digest from a record must not lead out of the folder.
  private static boolean isDigest(String word) {
    return word.matches("[0-9a-f]{64}");
  }

  private static String shorten(String digest) {
    return digest.substring(0, Math.min(12, digest.length()));
  }
}
