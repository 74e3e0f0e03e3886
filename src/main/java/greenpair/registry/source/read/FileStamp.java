package greenpair.registry.source.read;

import greenpair.message.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/// Detects whether a file is still the one that was opened. A registry that changes while it is
/// read would be a mixture of two editions.
record FileStamp(Path file, long size, FileTime modified, @Nullable Object key) {
  static FileStamp of(Path file) throws IOException {
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    return new FileStamp(file, now.size(), now.lastModifiedTime(), now.fileKey());
  }

  /// @throws SourceException if it is another by now
  void check() throws IOException {
    boolean same;
    try {
      same = equals(of(file));
    } catch (NoSuchFileException e) {
      same = false;
    }
    if (!same) {
      throw new SourceException(Message.of("file.changed", "file", file.toString()));
    }
  }
}
