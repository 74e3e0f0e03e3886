package greenpair.index.generation;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Gives a directory the files of another under the same names: as hard links, since the files of
/// an index never change, or as copies where the file system has no links. Deleting one name
/// leaves the other.
public final class HardLinks {
  private HardLinks() {}

  /// Links or copies all files of `from` except locks to `to`, and returns their names.
  public static Set<String> make(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        if (!name.endsWith("write.lock")) {
          link(file, to.resolve(name));
          names.add(name);
        }
      }
    }
    return names;
  }

  public static void link(Path file, Path name) throws IOException {
    try {
      Files.createLink(name, file);
    } catch (FileSystemException | UnsupportedOperationException e) {
      Files.copy(file, name);
    }
  }
}
