package greenpair.index;

import greenpair.catalog.EntryCodec;
import greenpair.catalog.Taxonomy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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

  /// What was refused, by directory, so that a bad generation is summed up again only when one of
  /// its files changed.
  private final Map<Path, Refused> known = new HashMap<>();

  /// @param state of its files
  private record Refused(String state, BadGenerationException why) {}

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
    List<String> refused = new ArrayList<>();
    store.fault().ifPresent(refused::add);
    if (published.equals(seen) && open != null && refusals.isEmpty() && refused.isEmpty()) {
      return false;
    }
    seen = published;
    boolean swapped = false;
    for (Path directory : store.toTry()) {
      if (swapped || isNoBetter(directory.getFileName().toString(), published)) {
        break;
      }
      try {
        swap(openAnew(directory));
        swapped = true;
      } catch (BadGenerationException e) {
        refused.add(e.getMessage());
      }
    }
    refusals = List.copyOf(refused);
    return swapped;
  }

  /// Opens a directory, unless it was refused and has not changed since.
  private OpenGeneration openAnew(Path directory) {
    String state = state(directory);
    Refused before = known.get(directory);
    if (before != null && before.state.equals(state)) {
      throw before.why;
    }
    try {
      OpenGeneration opened = OpenGeneration.open(directory, context);
      known.remove(directory);
      return opened;
    } catch (BadGenerationException e) {
      log.error("{}", e.getMessage());
      known.put(directory, new Refused(state, e));
      throw e;
    }
  }

  /// Names, lengths and times of all files of a directory.
  private static String state(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      StringBuilder state = new StringBuilder();
      for (Path file : files.sorted().toList()) {
        state
            .append(file)
            .append(Files.size(file))
            .append(Files.getLastModifiedTime(file).toMillis())
            .append('\n');
      }
      return state.toString();
    } catch (IOException | UncheckedIOException e) {
      return "";
    }
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
