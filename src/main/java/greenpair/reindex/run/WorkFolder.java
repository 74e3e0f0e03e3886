package greenpair.reindex.run;

import module java.base;

import greenpair.index.GenerationStore;
import greenpair.index.generation.Folders;

/// The folder `work` in the data folder, for temporary files of a run. Only one run uses it at a
/// time. The next run deletes what an interrupted run left behind.
public final class WorkFolder implements Closeable {
  private final Path folder;

  private WorkFolder(Path folder) {
    this.folder = folder;
  }

  /// The empty work folder of a data folder.
  ///
  /// @param lock of the data folder, which the run holds as long as it has the work folder
  public static WorkFolder open(GenerationStore.Lock lock, Path data) throws IOException {
    lock.check();
    Path folder = data.resolve("work");
    Folders.delete(folder);
    Files.createDirectories(folder);
    return new WorkFolder(folder);
  }

  public Path file(String name) {
    return folder.resolve(name);
  }

  /// Files whose names begin so.
  public List<Path> files(String start) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(each -> each.getFileName().toString().startsWith(start)).sorted().toList();
    }
  }

  @Override
  public void close() throws IOException {
    Folders.delete(folder);
  }
}
