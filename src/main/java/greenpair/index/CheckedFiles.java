package greenpair.index;

import greenpair.index.generation.BadGenerationException;
import greenpair.index.generation.Checksums;
import greenpair.index.generation.Manifest;
import greenpair.index.read.OpenGeneration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens generations and checks their files. The checksums of a damaged generation are computed
/// again only if one of its files changed. Use one thread at a time unless stated otherwise.
final class CheckedFiles {
  private static final Logger log = LoggerFactory.getLogger(CheckedFiles.class);

  private final Checksums.Known summed = new Checksums.Known();
  private final Map<Path, Refused> refused = new HashMap<>();

  /// @param state of its files
  private record Refused(String state, BadGenerationException why) {}

  /// Opens a directory, unless it was refused and has not changed since.
  ///
  /// @param state of its files
  /// @throws BadGenerationException if it is damaged or of another configuration
  OpenGeneration open(Path directory, String state, OpenGeneration.Context context) {
    Refused before = refused.get(directory);
    if (before != null && before.state.equals(state)) {
      throw before.why;
    }
    try {
      OpenGeneration opened = open(directory, context);
      refused.remove(directory);
      return opened;
    } catch (BadGenerationException e) {
      log.error("{}", e.getMessage(), e.getCause());
      refused.put(directory, new Refused(state, e));
      throw e;
    }
  }

  /// Opens a directory whether or not it was refused. Any thread may call this.
  ///
  /// @throws BadGenerationException if it is damaged or of another configuration
  OpenGeneration open(Path directory, OpenGeneration.Context context) {
    return OpenGeneration.open(directory, context, summed);
  }

  /// Has every file read at its next check.
  void readAgain() {
    summed.forget();
  }

  /// The error in the files of an open generation; empty if they are intact.
  ///
  /// @param state of its files
  Optional<BadGenerationException> damage(Path directory, String state) {
    Refused before = refused.get(directory);
    if (before != null && before.state.equals(state)) {
      return Optional.of(before.why);
    }
    try {
      Checksums.check(directory, Manifest.read(directory), summed);
      return Optional.empty();
    } catch (BadGenerationException e) {
      log.error("while it was served: {}", e.getMessage());
      refused.put(directory, new Refused(state, e));
      return Optional.of(e);
    }
  }

  /// Forgets what was refused, which may be valid under another configuration.
  void forget() {
    refused.clear();
  }

  /// Names, lengths and times of all files of a directory. Asked every second, so it uses the
  /// attributes that the walk has read.
  static String state(Path directory) {
    Set<String> state = new TreeSet<>();
    try (Stream<Path> files =
        Files.find(directory, Integer.MAX_VALUE, (file, its) -> state.add(state(file, its)))) {
      files.forEach(each -> {});
      return String.join("\n", state);
    } catch (IOException | UncheckedIOException e) {
      return "";
    }
  }

  private static String state(Path file, BasicFileAttributes its) {
    return file + " " + its.size() + " " + its.lastModifiedTime().to(TimeUnit.NANOSECONDS);
  }
}
