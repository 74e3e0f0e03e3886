package greenpair.cli;

import greenpair.catalog.Entry;
import greenpair.index.GenerationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/// Writes entries on a thread of its own while the next ones are read, in the order in which they
/// came, at most a few batches behind.
final class WriterThread implements AutoCloseable {
  private static final int BATCH = 256;
  private static final int QUEUE = 8;

  @SuppressWarnings("ArrayRecordComponent") // Handed on once and never compared.
  private record Work(Entry entry, byte[] record) {}

  /// An empty batch ends the work.
  private static final List<Work> END = List.of();

  private final BlockingQueue<List<Work>> queue = new ArrayBlockingQueue<>(QUEUE);
  private final Thread thread;
  private List<Work> batch = new ArrayList<>(BATCH);
  private volatile @Nullable Throwable failure;

  WriterThread(GenerationBuilder builder) {
    thread = Thread.ofPlatform().name("index-writer").start(() -> work(builder));
  }

  private void work(GenerationBuilder builder) {
    try {
      for (List<Work> next = queue.take(); !next.isEmpty(); next = queue.take()) {
        if (failure == null) {
          write(builder, next);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(GenerationBuilder builder, List<Work> works) {
    try {
      for (Work work : works) {
        builder.add(work.entry, work.record);
      }
    } catch (IOException | RuntimeException | Error e) {
      // Told to the reading thread, which goes on until it looks.
      failure = e;
    }
  }

  void add(Entry entry, byte[] record) {
    batch.add(new Work(entry, record));
    if (batch.size() == BATCH) {
      flush();
    }
  }

  private void flush() {
    Throwable failed = failure;
    if (failed instanceof IOException e) {
      throw new UncheckedIOException(e);
    }
    if (failed != null) {
      throw new IllegalStateException("writing the index failed", failed);
    }
    if (!batch.isEmpty()) {
      put(batch);
      batch = new ArrayList<>(BATCH);
    }
  }

  private void put(List<Work> works) {
    try {
      queue.put(works);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while writing the index", e);
    }
  }

  /// Writes what is left and waits.
  ///
  /// @throws IOException what the writer failed with
  void finish() throws IOException {
    flush();
    close();
    try {
      flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void close() {
    if (!thread.isAlive()) {
      return;
    }
    put(END);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
