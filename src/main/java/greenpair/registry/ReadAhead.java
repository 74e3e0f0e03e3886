package greenpair.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Reads on its own thread and prepares on others while the caller processes earlier records, in
/// the order of reading and a few batches ahead at most. A failure of the reading is thrown to the
/// caller after all records before it were processed.
///
/// The thread is never interrupted, because an interrupt closes files and databases; it ends at its
/// next batch after the caller has stopped.
public final class ReadAhead<R, T> {
  private static final int BATCH = 64;
  private static final int QUEUE = 4;
  private static final long MOST_WEIGHT = 1 << 16;
  private static final long LOOK_MILLIS = 100;

  private final ToLongFunction<R> weight;
  private final Function<R, T> preparation;
  private final ExecutorService preparing;
  private final BlockingQueue<Future<List<T>>> queue = new ArrayBlockingQueue<>(QUEUE);
  private List<R> batch = new ArrayList<>(BATCH);
  private long batchWeight;
  private volatile boolean isGivenUp;
  private volatile @Nullable Throwable failure;

  private ReadAhead(
      ToLongFunction<R> weight, Function<R, T> preparation, ExecutorService preparing) {
    this.weight = weight;
    this.preparation = preparation;
    this.preparing = preparing;
  }

  /// Gives what it reads to a consumer, on the thread that it is called on.
  public interface Source<T> {
    /// Reads to the end.
    void read(Sink<T> out) throws IOException;
  }

  public interface Sink<T> {
    /// One after the other.
    void take(T one) throws IOException;
  }

  /// The caller has stopped.
  private static final class GivenUp extends RuntimeException {
    private static final long serialVersionUID = 1;

    GivenUp() {
      super("the reader was abandoned", null, false, false);
    }
  }

  /// Reads all of a source and returns when the last of it was used. Records are prepared on
  /// several threads, each independently of the others.
  ///
  /// @param cancel ends a wait of the reading, when the reader was abandoned
  /// @param weight about how many bytes one holds, so that what waits stays small
  /// @throws IOException what reading or using failed with
  public static <R, T> void run(
      Source<R> source,
      Runnable cancel,
      ToLongFunction<R> weight,
      Function<R, T> preparation,
      Sink<T> out)
      throws IOException {
    try (ExecutorService preparing =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().name("prepare-", 0).daemon().factory())) {
      new ReadAhead<R, T>(weight, preparation, preparing).run(source, cancel, out);
    }
  }

  private void run(Source<R> source, Runnable cancel, Sink<T> out) throws IOException {
    Thread thread = Thread.ofPlatform().name("read-ahead").daemon().start(() -> readAll(source));
    boolean isDone = false;
    Throwable unprepared = null;
    try {
      List<T> next;
      do {
        next = queue.take().get();
        for (T one : next) {
          out.take(one);
        }
      } while (!next.isEmpty());
      isDone = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading", e);
    } catch (ExecutionException e) {
      unprepared = e.getCause();
    } finally {
      isGivenUp = true;
      if (!isDone) {
        cancel.run();
      }
      join(thread);
    }
    // The reader, given up, may have failed since.
    throwAny(unprepared == null ? failure : unprepared);
  }

  private void readAll(Source<R> source) {
    try {
      source.read(this::add);
    } catch (GivenUp e) {
      return;
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
    }
    try {
      if (!batch.isEmpty()) {
        put(batch);
      }
      put(List.of());
    } catch (GivenUp e) {
      // The caller failed first and reports the cause.
    }
  }

  private void add(R one) {
    batch.add(one);
    batchWeight += weight.applyAsLong(one);
    if (batch.size() >= BATCH || batchWeight >= MOST_WEIGHT) {
      put(batch);
      batch = new ArrayList<>(BATCH);
      batchWeight = 0;
    }
  }

  private void put(List<R> full) {
    Future<List<T>> prepared;
    try {
      prepared = preparing.submit(() -> full.stream().map(preparation).toList());
    } catch (RejectedExecutionException e) {
      // An interrupted caller does not wait for this thread.
      throw new GivenUp();
    }
    try {
      while (!queue.offer(prepared, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        if (isGivenUp) {
          throw new GivenUp();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GivenUp();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void throwAny(@Nullable Throwable failure) throws IOException {
    switch (failure) {
      case null -> {}
      case IOException e -> throw new IOException(e.getMessage(), e);
      case UncheckedIOException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException(e);
    }
  }
}
