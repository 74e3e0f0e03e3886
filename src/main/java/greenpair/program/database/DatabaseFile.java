package greenpair.program.database;

import module java.base;

import greenpair.message.Message;
import greenpair.message.MessageException;
import org.jspecify.annotations.Nullable;

/// The file that SQLite has open. SQLite continues to write to a deleted file, whose data is lost
/// when the process ends, so a write must not be acknowledged unless the file still exists.
///
/// @param key the key of the file in the file system; null if there is none
public record DatabaseFile(Path file, @Nullable Object key) {
  /// Suffixes of the files that SQLite keeps beside its database file.
  private static final List<String> COMPANIONS = List.of("-wal", "-shm");

  public static DatabaseFile of(Path file) throws IOException {
    return new DatabaseFile(file, attributes(file).fileKey());
  }

  private static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class);
  }

  /// Whether the file of that name is still the one that was opened, and has content. It takes some
  /// microseconds.
  boolean isSame() {
    try {
      BasicFileAttributes now = attributes(file);
      return Objects.equals(key, now.fileKey()) && now.size() > 0;
    } catch (IOException e) {
      return false;
    }
  }

  /// Refuses a file without content: SQLite would take it for a new database and say nothing. A new
  /// one of ours gets its name only when its tables are in it.
  ///
  /// @throws IllegalArgumentException with what to do
  public static void checkNotEmptied(Path file) throws IOException {
    if (Files.exists(file) && Files.size(file) == 0) {
      throw new MessageException(Message.of("program.emptied"));
    }
  }

  /// Gives a database that was made under another name its own, unless another process was faster.
  ///
  /// @param made whole, and open nowhere
  public static void place(Path made, Path file) throws IOException {
    try {
      Files.createLink(file, made); // Unlike a move, it never replaces.
    } catch (FileAlreadyExistsException e) {
      // The other process made the same.
    } catch (FileSystemException | UnsupportedOperationException e) {
      Files.move(made, file); // A file system without links.
      return;
    } finally {
      remove(made);
    }
  }

  /// Removes a database with the files that SQLite keeps beside it.
  public static void remove(Path file) throws IOException {
    Files.deleteIfExists(file);
    removeCompanions(file);
  }

  /// Removes what belongs to a database that had this name, which would be read into the next one.
  public static void removeCompanions(Path file) throws IOException {
    for (String each : COMPANIONS) {
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + each));
    }
  }
}
