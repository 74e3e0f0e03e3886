package greenpair.program.database;

import module java.base;

/// A file that only its owner may read, for private data.
public final class PrivateFile {
  private PrivateFile() {}

  /// Makes an empty one.
  ///
  /// @throws java.nio.file.FileAlreadyExistsException if there is one
  public static void create(Path file) throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(file);
    }
  }
}
