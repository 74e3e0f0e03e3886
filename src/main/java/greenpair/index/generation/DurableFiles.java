package greenpair.index.generation;

import module java.base;

/// Writes that survive a power failure.
public final class DurableFiles {
  private DurableFiles() {}

  /// Forces the content of a file, or the entries of a directory, to the disk.
  public static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /// Puts bytes in place of a file in one step.
  public static void replace(Path file, byte[] bytes) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    Files.write(unfinished, bytes);
    force(unfinished);
    Files.move(
        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
