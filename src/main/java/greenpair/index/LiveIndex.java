package greenpair.index;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.generation.BadGenerationException;
import greenpair.index.generation.Digests;
import greenpair.index.generation.Manifest;
import greenpair.index.generation.NoGenerationException;
import greenpair.index.read.Deadline;
import greenpair.index.read.OpenGeneration;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The generation and the configuration that are served. [#refresh] switches to a newer published
/// generation, [#follow] to another configuration; running requests keep both until they end.
public final class LiveIndex implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LiveIndex.class);

  private final GenerationStore store;
  private volatile OpenGeneration.Context context;
  private volatile @Nullable Served served;
  private volatile List<Message> refusals = List.of();
  private volatile Optional<String> seen = Optional.empty();
  private volatile Succession succession = (before, next) -> {};

  /// Directories that must not be served, which are not read again before their files change.
  private final Map<Path, Refused> refused = new HashMap<>();

  private record Served(OpenGeneration generation, String configuration) {
    Snapshot snapshot(Deadline deadline) {
      return new Snapshot(generation, configuration, deadline);
    }
  }

  /// @param state of its files
  private record Refused(String state, BadGenerationException why) {}

  /// Nothing is opened yet.
  public LiveIndex(
      GenerationStore store,
      Digests digests,
      Taxonomy taxonomy,
      IndexSettings settings,
      Entry.Codec codec) {
    this.store = store;
    this.context = new OpenGeneration.Context(digests, taxonomy, settings, codec);
  }

  /// Called with the next generation while the previous one is still served.
  public interface Succession {
    /// The next generation is served once this returns, even if it fails.
    void prepare(String before, Snapshot next);
  }

  /// Sets the handover. The first generation is served without it.
  public void beforeServing(Succession succession) {
    this.succession = succession;
  }

  /// Opens the newest valid generation if another was published since the last check, or if files
  /// of one that was refused have changed. A damaged one is refused with a reason; the served
  /// generation stays if there is no better one.
  ///
  /// @return whether another generation is served now
  public synchronized boolean refresh() {
    Optional<String> published = store.published();
    List<Message> reasons = new ArrayList<>();
    store.fault().ifPresent(reasons::add);
    if (published.equals(seen) && served != null && refusals.isEmpty() && reasons.isEmpty()) {
      return false;
    }
    seen = published;
    boolean swapped = false;
    for (Path directory : store.toTry()) {
      if (isNoBetter(directory.getFileName().toString(), published)) {
        break;
      }
      try {
        swap(openUnlessRefused(directory));
        swapped = true;
      } catch (BadGenerationException e) {
        reasons.add(e.text());
      }
    }
    refusals = List.copyOf(reasons);
    return swapped;
  }

  private OpenGeneration openUnlessRefused(Path directory) {
    String state = state(directory);
    Refused before = refused.get(directory);
    if (before != null && before.state.equals(state)) {
      throw before.why;
    }
    try {
      OpenGeneration opened = OpenGeneration.open(directory, context);
      refused.remove(directory);
      return opened;
    } catch (BadGenerationException e) {
      log.error("{}", e.getMessage(), e.getCause());
      refused.put(directory, new Refused(state, e));
      throw e;
    }
  }

  /// Names, lengths and times of all files of a directory; empty if it cannot be read.
  private static String state(Path directory) {
    Set<String> state = new TreeSet<>();
    try (Stream<Path> files =
        Files.find(
            directory,
            Integer.MAX_VALUE,
            (file, its) -> state.add(file + " " + its.size() + " " + its.lastModifiedTime()))) {
      files.forEach(each -> {});
      return String.join("\n", state);
    } catch (IOException | UncheckedIOException e) {
      return "";
    }
  }

  /// Switches to another configuration of the same index: answers to requests that start from now
  /// on carry its digest.
  public synchronized void follow(Digests digests, IndexSettings settings) {
    OpenGeneration.Context before = context;
    if (!digests.indexing().equals(before.digests().indexing())) {
      throw new IllegalArgumentException("another index needs a generation of its own");
    }
    context = new OpenGeneration.Context(digests, before.taxonomy(), settings, before.codec());
    Served now = served;
    if (now != null) {
      serve(new Served(now.generation, digests.configuration()));
    }
  }

  /// Whether that generation is served, or is older and not requested.
  private boolean isNoBetter(String id, Optional<String> published) {
    Served now = served;
    if (now == null) {
      return false;
    }
    int age = id.compareTo(now.generation.manifest().id());
    return age == 0 || (age < 0 && !published.equals(Optional.of(id)));
  }

  private void swap(OpenGeneration next) {
    Served previous = served;
    serve(new Served(next, context.digests().configuration()));
    log.info("serving generation {}", next.manifest().id());
    if (previous != null) {
      previous.generation.release();
    }
  }

  private void serve(Served next) {
    Served before = served;
    if (before != null && next.generation.tryAcquire()) {
      try (Snapshot snapshot = next.snapshot(Deadline.NONE)) {
        succession.prepare(before.generation.manifest().id(), snapshot);
      } catch (RuntimeException | Error e) {
        log.error("preparing the next generation failed; it is served all the same", e);
      }
    }
    served = next;
  }

  /// Why published generations were not opened at the last check; empty if there are none.
  public List<Message> refusals() {
    return refusals;
  }

  /// Whether there is anything to serve.
  public boolean isReady() {
    return served != null;
  }

  /// What one request sees; the caller closes it.
  ///
  /// @throws NoGenerationException if nothing can be served
  public Snapshot acquire() {
    return acquire(Deadline.NONE);
  }

  /// The same for a request that must be answered by a time.
  ///
  /// @throws NoGenerationException if nothing can be served
  public Snapshot acquire(Deadline deadline) {
    while (true) {
      Served now = served;
      if (now == null) {
        throw new NoGenerationException(store.data(), refusals());
      }
      if (now.generation.tryAcquire()) {
        return now.snapshot(deadline);
      }
    }
  }

  /// A generation by its id, regardless of what is published; for replayed answers.
  ///
  /// @throws BadGenerationException if it is gone, damaged or of another configuration
  public Snapshot open(String id) {
    OpenGeneration.Context now = context; // Followed meanwhile, it would be another one.
    OpenGeneration generation = OpenGeneration.open(store.generations().resolve(id), now);
    return new Snapshot(generation, now.digests().configuration(), Deadline.NONE);
  }

  /// The entries of a generation, which may be of another configuration; queries of it mean nothing
  /// then.
  ///
  /// @throws BadGenerationException if it is gone or damaged
  public Snapshot entries(String id) {
    Path directory = store.generations().resolve(id);
    OpenGeneration.Context now = context;
    String own = now.digests().configuration();
    Digests digests = new Digests(own, Manifest.read(directory).indexing());
    OpenGeneration.Context of =
        new OpenGeneration.Context(digests, now.taxonomy(), now.settings(), now.codec());
    return new Snapshot(OpenGeneration.open(directory, of), own, Deadline.NONE);
  }

  /// Digest of the configuration that is followed.
  public String configuration() {
    return context.digests().configuration();
  }

  @Override
  public synchronized void close() {
    Served now = served;
    served = null;
    if (now != null) {
      now.generation.release();
    }
  }
}
