package greenpair.learn;

import greenpair.match.rules.LearntWeights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The file of approved weights in the configuration folder. Whoever follows the folder takes it
/// within a second, and every answer from then on names another configuration.
///
/// @param folder the configuration folder, `index-config`
public record WeightFile(Path folder) {
  /// Whether it can be put in place and removed.
  public boolean isWritable() {
    return Files.isWritable(folder);
  }

  /// Puts weights in force, in place of those that were; a reader sees the old ones or the new
  /// ones, whole.
  public void put(LearntWeights weights) {
    Path unfinished = folder.resolve("." + LearntWeights.FILE); // Hidden: it does not count yet.
    try {
      Files.write(unfinished, weights.yaml().getBytes(StandardCharsets.UTF_8));
      Files.move(unfinished, path(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path(), e);
    }
  }

  /// Puts the experts' own weights back in force.
  public void remove() {
    try {
      Files.deleteIfExists(path());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + path(), e);
    }
  }

  public Path path() {
    return folder.resolve(LearntWeights.FILE);
  }
}
