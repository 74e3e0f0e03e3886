package greenpair;

import module java.base;

import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/// The folders of tests, in memory where there is room: nothing in them need survive a crash of the
/// machine, and with a disk, tests wait for it thousands of times. What a killed process wrote is
/// there in both.
public final class MemoryFolder implements TempDirFactory {
  private static final Path MEMORY = Path.of("/dev/shm");
  private static final long ROOM = 1L << 30;

  @Override
  public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test)
      throws IOException {
    return create("greenpair-");
  }

  public static Path create(String prefix) throws IOException {
    boolean hasRoom = isMounted() && Files.getFileStore(MEMORY).getUsableSpace() > ROOM;
    return hasRoom ? Files.createTempDirectory(MEMORY, prefix) : Files.createTempDirectory(prefix);
  }

  /// Some tests start programs in their folder, which many containers forbid there.
  private static boolean isMounted() throws IOException {
    Path mounts = Path.of("/proc/mounts");
    return Files.isWritable(MEMORY)
        && Files.isReadable(mounts)
        && Files.readAllLines(mounts).stream()
            .anyMatch(each -> each.contains(" " + MEMORY + " ") && !each.contains("noexec"));
  }
}
