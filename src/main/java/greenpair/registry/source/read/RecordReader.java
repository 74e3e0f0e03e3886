package greenpair.registry.source.read;

import module java.base;

import org.jspecify.annotations.Nullable;

/// A stream of source records in constant memory.
public interface RecordReader extends Closeable {
  /// The next record, or null at the end.
  ///
  /// @throws SourceException if the file is broken from here on or exceeds a limit
  @Nullable SourceRecord next() throws IOException;

  @Override
  default void close() throws IOException {}
}
