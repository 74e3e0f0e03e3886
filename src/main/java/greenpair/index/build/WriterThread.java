package greenpair.index.build;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.document.Document;
import org.jspecify.annotations.Nullable;

/// Writes documents in order on a separate thread, at most a few batches behind the thread that
/// reads and creates them. A third thread completes them in between: two have too much to do.
final class WriterThread implements AutoCloseable {
  private static final int BATCH = 32;
  private static final int QUEUE = 4;
  private static final long LOOK_MILLIS = 100;

  /// Bytes that the writers of all kinds buffer together. By itself, each would keep its last
  /// buffer until the end.
  private static final long BUFFERED = 96L << 20;

  private record Work(KindWriter writer, Document document, Runnable completion) {}

  private record Batch(List<Work> works, Future<?> completed) {}

  /// An empty batch ends the work.
  private static final Batch END = new Batch(List.of(), CompletableFuture.completedFuture(null));

  private final BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(QUEUE);
  private final ExecutorService completing =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("index-completer").daemon().factory());
  private final long buffered;
  private final Thread thread;
  private final Set<KindWriter> writers = new LinkedHashSet<>();
  private List<Work> batch = new ArrayList<>(BATCH);
  private volatile @Nullable Throwable failure;

  WriterThread() {
    this(BUFFERED);
  }

  WriterThread(long buffered) {
    this.buffered = buffered;
    thread = Thread.ofPlatform().name("index-writer").daemon().start(this::work);
  }

  private void work() {
    try {
      for (Batch next = queue.take(); !next.works.isEmpty(); next = queue.take()) {
        if (failure == null) {
          write(next);
        }
      }
    } catch (InterruptedException | RuntimeException | Error e) {
      // No more work is taken from here on: without this, the reading thread would wait forever, or
      // finish normally although documents are missing.
      failure = e;
    }
  }

  private void write(Batch batch) throws InterruptedException {
    try {
      batch.completed.get();
      for (Work work : batch.works) {
        work.writer.add(work.document);
        writers.add(work.writer);
      }
      relieve();
    } catch (ExecutionException e) {
      failure = e.getCause();
    } catch (IOException | RuntimeException | Error e) {
      // Reported to the reading thread, which continues until it checks.
      failure = e;
    }
  }

  private void relieve() throws IOException {
    if (writers.stream().mapToLong(KindWriter::buffered).sum() > buffered) {
      Collections.max(writers, Comparator.comparingLong(KindWriter::buffered)).flush();
    }
  }

  /// @param completion of the document, run on another thread before it is written
  /// @throws IOException what the writer failed with before
  void add(KindWriter writer, Document document, Runnable completion) throws IOException {
    batch.add(new Work(writer, document, completion));
    if (batch.size() == BATCH) {
      flush();
    }
  }

  private void flush() throws IOException {
    throwIfFailed();
    if (!batch.isEmpty()) {
      List<Work> works = batch;
      put(new Batch(works, completing.submit(() -> works.forEach(each -> each.completion.run()))));
      batch = new ArrayList<>(BATCH);
    }
  }

  private void throwIfFailed() throws IOException {
    Throwable failed = failure;
    if (failed instanceof IOException e) {
      throw new IOException(e.getMessage(), e);
    }
    if (failed != null) {
      throw new IllegalStateException("writing the index failed", failed);
    }
  }

  private void put(Batch next) {
    try {
      while (!queue.offer(next, LOOK_MILLIS, TimeUnit.MILLISECONDS) && thread.isAlive()) {
        // The writer is behind; the next check reports if it has died.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while writing the index", e);
    }
  }

  /// @throws IOException what the writer failed with
  void finish() throws IOException {
    flush();
    close();
    throwIfFailed();
  }

  @Override
  public void close() {
    completing.shutdown();
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
