package greenpair.index.generation;

import module java.base;

import org.apache.lucene.util.IOUtils;

/// Folders of files.
public final class Folders {
  private Folders() {}

  /// Deletes a folder with everything in it; nothing if it does not exist.
  public static void delete(Path folder) throws IOException {
    IOUtils.rm(folder);
  }
}
