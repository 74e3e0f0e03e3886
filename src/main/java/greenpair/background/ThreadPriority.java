package greenpair.background;

import module java.base;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lowers the priority of a thread that builds or prepares in favour of those that answer requests.
/// Java thread priorities have no effect on Linux; there, `setpriority` with 0 means the calling
/// thread, and threads that it starts inherit what it sets (setpriority(2), "C library/kernel
/// differences"). Elsewhere a thread keeps its priority.
public final class ThreadPriority {
  private static final Logger log = LoggerFactory.getLogger(ThreadPriority.class);
  private static final int PROCESS = 0;

  /// A tenth of the weight of other threads: enough to make progress beside a fully loaded server,
  /// and everything on an idle one.
  private static final int NICE = 10;

  private ThreadPriority() {}

  /// Permanently lowers the priority of the calling platform thread and of those that it starts.
  @SuppressWarnings("restricted") // The launcher allows native access.
  public static void giveWay() {
    Linker linker = Linker.nativeLinker();
    Optional<MemorySegment> function = linker.defaultLookup().find("setpriority");
    if (function.isEmpty() || !System.getProperty("os.name").equals("Linux")) {
      return;
    }
    try {
      FunctionDescriptor shape =
          FunctionDescriptor.of(
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT);
      int failed = (int) linker.downcallHandle(function.get(), shape).invokeExact(PROCESS, 0, NICE);
      log.debug("setpriority gave {}", failed);
    } catch (Throwable e) { // A method handle may throw anything.
      log.debug("the thread keeps its priority", e);
    }
  }
}
