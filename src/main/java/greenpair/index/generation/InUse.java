package greenpair.index.generation;

import module java.base;

import greenpair.message.Message;
import org.jspecify.annotations.Nullable;

/// Marks a generation as being read, for all processes: a shared lock on its file `in-use`, which
/// ends with the reader. Deleting a generation requires the exclusive lock.
///
/// On POSIX, closing any channel to a file releases the process's lock on it, so each process has
/// one channel per generation, however many readers it has.
public final class InUse implements AutoCloseable {
  public static final String FILE = "in-use";

  private static final Map<Path, InUse> HELD = new HashMap<>();

  private final Path file;

  /// Null if the file is missing or the file system has no locks; such a reader is invisible to
  /// others.
  private final @Nullable FileChannel channel;

  private int readers = 1;

  private InUse(Path file, @Nullable FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /// Acquires a shared lock; the caller closes it.
  ///
  /// @throws BadGenerationException if it is being deleted
  public static InUse of(Path directory) {
    synchronized (HELD) {
      Path file = file(directory);
      InUse held = HELD.get(file);
      if (held != null) {
        held.readers++;
        return held;
      }
      InUse taken = new InUse(file, lock(file, directory));
      HELD.put(file, taken);
      return taken;
    }
  }

  private static Path file(Path directory) {
    try {
      return directory.toRealPath().resolve(FILE);
    } catch (IOException e) {
      return directory.toAbsolutePath().resolve(FILE);
    }
  }

  private static @Nullable FileChannel lock(Path file, Path directory) {
    if (!Files.isRegularFile(file)) {
      return null;
    }
    FileChannel channel = null;
    boolean locked = false;
    try {
      channel = FileChannel.open(file, StandardOpenOption.READ);
      locked = channel.tryLock(0, Long.MAX_VALUE, true) != null;
      if (!locked) {
        throw new BadGenerationException(directory, Message.of("generation.deleted"));
      }
      return channel;
    } catch (IOException | OverlappingFileLockException e) {
      return null;
    } finally {
      if (!locked) {
        close(channel);
      }
    }
  }

  private static void close(@Nullable FileChannel channel) {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        // The lock then ends with the process.
      }
    }
  }

  /// Whether any process reads the generation.
  public static boolean isUsed(Path directory) throws IOException {
    return !ifFree(directory, () -> {});
  }

  /// An action on a generation that no process reads.
  public interface Act {
    void run() throws IOException;
  }

  /// Runs while no process can start to read the generation.
  ///
  /// @return false if a process reads it; then nothing was done
  public static boolean ifFree(Path directory, Act act) throws IOException {
    synchronized (HELD) {
      Path file = file(directory);
      if (HELD.containsKey(file)) {
        return false;
      }
      if (!Files.isRegularFile(file)) {
        act.run();
        return true;
      }
      try (FileChannel alone = FileChannel.open(file, StandardOpenOption.WRITE)) {
        if (alone.tryLock() == null) {
          return false;
        }
        act.run();
        return true;
      }
    }
  }

  /// Releases the shared lock.
  @Override
  public void close() {
    synchronized (HELD) {
      readers--;
      if (readers == 0) {
        HELD.remove(file);
        close(channel);
      }
    }
  }
}
