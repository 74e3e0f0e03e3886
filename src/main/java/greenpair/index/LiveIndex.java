package greenpair.index;

import greenpair.catalog.EntryCodec;
import greenpair.catalog.Taxonomy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The generation that is served now. [#refresh] looks for a newer published one and swaps it in;
/// requests that run keep theirs until they end.
public final class LiveIndex implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LiveIndex.class);

  private final GenerationStore store;
  private final OpenGeneration.Context context;
  private volatile @Nullable OpenGeneration open;
  private volatile List<String> refusals = List.of();
  private volatile Optional<String> seen = Optional.empty();

  /// Nothing is opened yet.
  public LiveIndex(
      GenerationStore store,
      Digests digests,
      Taxonomy taxonomy,
      IndexSettings settings,
      EntryCodec codec) {
    this.store = store;
    this.context = new OpenGeneration.Context(digests, taxonomy, settings, codec);
  }

  /// Opens the newest good generation when another one was published since the last look.
  /// A bad one is refused and said so; what is served stays.
  ///
  /// @return whether another generation is served now
  public synchronized boolean refresh() {
    Optional<String> published = store.published();
    if (published.equals(seen) && open != null) {
      return false;
    }
    seen = published;
    List<String> refused = new ArrayList<>();
    for (Path directory : store.toTry()) {
      if (isNoBetter(directory.getFileName().toString(), published)) {
        break;
      }
      try {
        swap(OpenGeneration.open(directory, context));
        refusals = List.copyOf(refused);
        return true;
      } catch (BadGenerationException e) {
        log.error("{}", e.getMessage());
        refused.add(e.getMessage());
      }
    }
    refusals = List.copyOf(refused);
    return false;
  }

  /// Whether that generation is the one that is served, or older and not asked for.
  private boolean isNoBetter(String id, Optional<String> published) {
    OpenGeneration now = open;
    if (now == null) {
      return false;
    }
    int age = id.compareTo(now.manifest().id());
    return age == 0 || (age < 0 && !published.equals(Optional.of(id)));
  }

  private void swap(OpenGeneration next) {
    OpenGeneration previous = open;
    open = next;
    log.info("serving generation {}", next.manifest().id());
    if (previous != null) {
      previous.release();
    }
  }

  /// Why published generations were not opened at the last look; empty when all is well.
  public List<String> refusals() {
    return refusals;
  }

  /// Whether there is anything to serve.
  public boolean isReady() {
    return open != null;
  }

  /// What one request sees; the caller closes it.
  ///
  /// @throws NoGenerationException when nothing can be served
  public Snapshot acquire() {
    return acquire(Deadline.NONE);
  }

  /// The same for a request that must be answered by a time.
  ///
  /// @throws NoGenerationException when nothing can be served
  public Snapshot acquire(Deadline deadline) {
    while (true) {
      OpenGeneration now = open;
      if (now == null) {
        throw new NoGenerationException(store.data(), refusals);
      }
      if (now.tryAcquire()) {
        return new Snapshot(now, deadline);
      }
    }
  }

  /// One generation by its id, whatever is published; for answers that are given again.
  ///
  /// @throws BadGenerationException when it is gone, damaged or of another configuration
  public Snapshot open(String id) {
    OpenGeneration generation = OpenGeneration.open(store.generations().resolve(id), context);
    return new Snapshot(generation, Deadline.NONE);
  }

  @Override
  public synchronized void close() {
    OpenGeneration now = open;
    open = null;
    if (now != null) {
      now.release();
    }
  }
}
