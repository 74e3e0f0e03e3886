package greenpair.program.database;

import module java.base;

import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteJDBCLoader;

/// SQLite's native library. Its driver unpacks a copy into the temporary folder and removes it when
/// the process ends well, so each SIGKILL would leave one of a megabyte there. Here the copy is
/// removed as soon as it is loaded, which every system but Windows allows.
final class NativeLibrary {
  private static final String FOLDER = "org.sqlite.tmpdir";
  private static boolean isLoaded;

  private NativeLibrary() {}

  static synchronized void load() throws IOException {
    if (isLoaded) {
      return;
    }
    String before = System.getProperty(FOLDER);
    String name = "greenpair-sqlite";
    Path folder =
        before == null
            ? Files.createTempDirectory(name)
            : Files.createTempDirectory(Path.of(before), name);
    System.setProperty(FOLDER, folder.toString());
    try {
      isLoaded = SQLiteJDBCLoader.initialize();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("SQLite's native library cannot be loaded: " + e.getMessage(), e);
    } finally {
      putBack(before);
      remove(folder);
    }
  }

  private static void putBack(@Nullable String before) {
    if (before == null) {
      System.clearProperty(FOLDER);
    } else {
      System.setProperty(FOLDER, before);
    }
  }

  private static void remove(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.list(folder)) {
      all = files.toList();
    }
    try {
      for (Path each : all) {
        Files.deleteIfExists(each);
      }
      Files.delete(folder);
    } catch (IOException e) {
      // Windows keeps a library that is loaded; the driver removes it when the process ends.
      all.forEach(each -> each.toFile().deleteOnExit());
    }
  }
}
