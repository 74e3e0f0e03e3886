package greenpair.registry.source.read;

import java.nio.file.Path;

/// Where the records of a registry come from: files or a database.
public interface RecordSource {
  /// All records, one after the other; may be opened again.
  RecordReader open();

  /// Checks that a file that is to be written is none of those that are read.
  ///
  /// @throws SourceException if it is
  default void checkNotRead(Path out) {}
}
