package greenpair.index.build;

import module java.base;

import org.apache.lucene.document.Document;

/// Writes documents in order on a separate thread, at most a few batches behind the thread that
/// reads and creates them. A third thread completes them in between: two have too much to do.
final class WriterThread implements AutoCloseable {
  private static final int BATCH = 32;
  private static final int AHEAD = 4;

  /// Bytes that the writers of all kinds buffer together. By itself, each would keep its last
  /// buffer until the end.
  private static final long BUFFERED = 96L << 20;

  private record Work(KindWriter writer, Document document, Runnable completion) {}

  private final ExecutorService completing = thread("index-completer");
  private final ExecutorService writing = thread("index-writer");
  private final Queue<Future<?>> written = new ArrayDeque<>();
  private final long buffered;
  private final Set<KindWriter> writers = new LinkedHashSet<>();
  private List<Work> batch = new ArrayList<>(BATCH);

  WriterThread() {
    this(BUFFERED);
  }

  WriterThread(long buffered) {
    this.buffered = buffered;
  }

  private static ExecutorService thread(String name) {
    return Executors.newSingleThreadExecutor(Thread.ofPlatform().name(name).daemon().factory());
  }

  /// @param completion of the document, run on another thread before it is written
  /// @throws IOException what the writer failed with before
  void add(KindWriter writer, Document document, Runnable completion) throws IOException {
    batch.add(new Work(writer, document, completion));
    if (batch.size() == BATCH) {
      flush(AHEAD);
    }
  }

  /// Passes the batch on, and waits until at most some batches are ahead of the writer.
  private void flush(int most) throws IOException {
    List<Work> works = batch;
    batch = new ArrayList<>(BATCH);
    Future<?> completed = completing.submit(() -> works.forEach(each -> each.completion.run()));
    written.add(
        writing.submit(
            () -> {
              completed.get();
              return write(works);
            }));
    while (written.size() > most) {
      await(written.remove());
    }
  }

  private boolean write(List<Work> works) throws IOException {
    for (Work work : works) {
      work.writer.add(work.document);
      writers.add(work.writer);
    }
    if (writers.stream().mapToLong(KindWriter::buffered).sum() > buffered) {
      Collections.max(writers, Comparator.comparingLong(KindWriter::buffered)).flush();
    }
    return true;
  }

  /// What work on the index gave, or failed with.
  static <T> T await(Future<T> work) throws IOException {
    try {
      return work.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof IOException failure) {
        throw new IOException(failure.getMessage(), failure);
      }
      throw new IllegalStateException(
          "writing the index failed",
          cause instanceof ExecutionException ? cause.getCause() : cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while writing the index", e);
    }
  }

  /// @throws IOException what the writer failed with
  void finish() throws IOException {
    flush(0);
    close();
  }

  /// Waits for what was passed on.
  @Override
  public void close() {
    completing.close();
    writing.close();
  }
}
