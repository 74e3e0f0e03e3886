package greenpair.cli;

import greenpair.index.BusyException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The folder `work` in the data folder, for what a run lays down and takes away again. One run has
/// it at a time; what a run that died left behind, the next clears.
final class WorkFolder implements Closeable {
  private final Path folder;
  private final FileChannel channel;

  private WorkFolder(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /// @throws BusyException when another run has it
  static WorkFolder open(Path data) throws IOException {
    Files.createDirectories(data);
    FileChannel channel =
        FileChannel.open(
            data.resolve("work.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean open = false;
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw new BusyException(data);
      }
      Path folder = data.resolve("work");
      clear(folder);
      Files.createDirectories(folder);
      open = true;
      return new WorkFolder(folder, channel);
    } catch (OverlappingFileLockException e) {
      throw new BusyException(data);
    } finally {
      if (!open) {
        channel.close();
      }
    }
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /// Files whose names begin so.
  List<Path> files(String start) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(each -> each.getFileName().toString().startsWith(start)).sorted().toList();
    }
  }

  private static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(each);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      clear(folder);
    } finally {
      channel.close();
    }
  }
}
