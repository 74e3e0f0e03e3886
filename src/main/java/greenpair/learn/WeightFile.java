package greenpair.learn;

import greenpair.match.rules.LearntWeights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/// The file of approved weights in the configuration folder. Whoever follows the folder takes it
/// within a second, and every answer from then on names another configuration.
///
/// @param folder the configuration folder, `index-config`
public record WeightFile(Path folder) {
  /// Whether it can be put in place and removed.
  public boolean isWritable() {
    return Files.isWritable(folder);
  }

  /// Id of the proposal that is in force, also when the rest of the file has faults; empty without
  /// the file.
  public Optional<String> proposal() {
    try {
      return Optional.of(LearntWeights.proposalOf(Files.readString(path())));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path(), e);
    }
  }

  /// Puts weights in force, in place of those that were; a reader sees the old ones or the new
  /// ones, whole, and the new ones are on the disk before they count.
  public void put(LearntWeights weights) {
    // Hidden: it does not count yet. A temporary file of the JDK could be read by its owner only.
    Path unfinished = folder.resolve("." + LearntWeights.FILE + "." + UUID.randomUUID());
    try {
      try (FileChannel out =
          FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(weights.yaml());
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
        Files.move(unfinished, path(), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(unfinished);
      }
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
