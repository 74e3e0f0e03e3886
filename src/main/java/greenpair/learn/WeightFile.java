package greenpair.learn;

import greenpair.match.settings.LearntWeights;
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

/// The file of approved weights in the configuration folder. A running server applies it within a
/// second; answers then name another configuration.
public record WeightFile(Path folder) {
  /// Whether it can be written and removed.
  public boolean isWritable() {
    return Files.isWritable(folder);
  }

  /// Refuses a read-only folder, and says what to do instead.
  public void checkWritable() {
    if (!isWritable()) {
      throw new IllegalArgumentException(
          folder
              + " is read-only: put "
              + LearntWeights.FILE
              + ", as written by greenpair learn --output, there, or remove it from there");
    }
  }

  /// Id of the effective proposal, even if the rest of the file is invalid; empty without the file.
  public Optional<String> proposal() {
    try {
      return Optional.of(LearntWeights.proposalOf(Files.readString(path())));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path(), e);
    }
  }

  /// Replaces the learnt weights atomically; the new ones are on disk before they take effect.
  public void put(LearntWeights weights) {
    // A hidden file, which is ignored until renamed. A temporary file of the JDK would be readable
    // by its owner only.
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

  /// Restores the experts' weights.
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
