package greenpair;

import module java.base;

import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/// A folder that is expensive to make: made once in a process, and copied for each test.
public final class BuiltFolder {
  private final Making making;
  private @Nullable Path made;

  /// How it is made, in an empty folder.
  public interface Making {
    void in(Path folder) throws IOException;
  }

  public BuiltFolder(Making making) {
    this.making = making;
  }

  /// The folder itself, which nobody may change.
  public Path folder() throws IOException {
    return made();
  }

  /// Copies it to a folder, which may be there and empty.
  public void copyTo(Path folder) throws IOException {
    Path from = made();
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Path copy = folder.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(copy);
        } else if (!Files.exists(copy)) {
          Files.copy(each, copy);
        }
      }
    }
  }

  private synchronized Path made() throws IOException {
    Path folder = made;
    if (folder == null) {
      Path empty = MemoryFolder.create("greenpair-built");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(empty)));
      making.in(empty);
      made = empty;
      return empty;
    }
    return folder;
  }

  private static void delete(Path folder) {
    try {
      IOUtils.rm(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
