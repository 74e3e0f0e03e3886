package greenpair.registry;

import module java.base;

/// Reads records a few batches ahead of their use, and prepares them on several threads meanwhile.
/// Reading and using stay on the thread of the caller, in the order of reading. A failure of the
/// reading is thrown after all records before it were used.
public final class ReadAhead<R, T> {
  private static final int BATCH = 64;
  private static final int MOST_BATCHES = 6;
  private static final long MOST_WEIGHT = 1 << 16;

  private final ToLongFunction<R> weight;
  private final Function<R, T> preparation;
  private final Sink<T> out;
  private final ExecutorService preparing;
  private final Deque<Future<List<T>>> ahead = new ArrayDeque<>();
  private List<R> batch = new ArrayList<>(BATCH);
  private long batchWeight;
  private boolean isUsing;

  private ReadAhead(
      ToLongFunction<R> weight,
      Function<R, T> preparation,
      Sink<T> out,
      ExecutorService preparing) {
    this.weight = weight;
    this.preparation = preparation;
    this.out = out;
    this.preparing = preparing;
  }

  public interface Source<T> {
    /// Gives all of its records, one after the other.
    void read(Sink<T> out) throws IOException;
  }

  public interface Sink<T> {
    void take(T one) throws IOException;
  }

  /// Reads all of a source and returns when the last of it was used.
  ///
  /// @param weight about how many bytes one holds, so that what waits stays small
  /// @param preparation of each record, independent of the others
  /// @throws IOException what reading or using failed with
  public static <R, T> void run(
      Source<R> source, ToLongFunction<R> weight, Function<R, T> preparation, Sink<T> out)
      throws IOException {
    try (ExecutorService preparing =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().name("prepare-", 0).daemon().factory())) {
      new ReadAhead<R, T>(weight, preparation, out, preparing).run(source);
    }
  }

  private void run(Source<R> source) throws IOException {
    try {
      source.read(this::add);
    } catch (IOException | RuntimeException | Error e) {
      if (!isUsing) {
        useAll();
      }
      throw e;
    }
    useAll();
  }

  private void add(R one) throws IOException {
    batch.add(one);
    batchWeight += weight.applyAsLong(one);
    if (batch.size() >= BATCH || batchWeight >= MOST_WEIGHT) {
      prepare();
    }
  }

  private void prepare() throws IOException {
    List<R> full = batch;
    ahead.add(preparing.submit(() -> full.stream().map(preparation).toList()));
    batch = new ArrayList<>(BATCH);
    batchWeight = 0;
    if (ahead.size() >= MOST_BATCHES) {
      useNext();
    }
  }

  private void useAll() throws IOException {
    prepare();
    while (!ahead.isEmpty()) {
      useNext();
    }
  }

  private void useNext() throws IOException {
    isUsing = true;
    for (T one : prepared(ahead.remove())) {
      out.take(one);
    }
    isUsing = false;
  }

  private static <T> T prepared(Future<T> next) {
    try {
      return next.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }
}
