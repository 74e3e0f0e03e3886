package greenpair.index;

import module java.base;

import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.build.GenerationBuilder;
import greenpair.index.generation.BusyException;
import greenpair.index.generation.Digests;
import greenpair.index.generation.GenerationFolders;
import greenpair.index.generation.InUse;
import greenpair.index.generation.Manifest;
import greenpair.index.generation.Publication;
import greenpair.index.generation.Publications;
import greenpair.index.generation.StepObserver;
import greenpair.message.Message;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NativeFSLockFactory;

/// The generations in a data folder, one directory each under `generations/`: building, listing and
/// deleting them. [Publications] knows which of them is published.
///
/// Only one process builds at a time. The lock ends with its process, so a crash leaves only an
/// unfinished directory, which the next build deletes.
public final class GenerationStore {
  /// File with the result of the gate, in the directory of a generation that was compared.
  public static final String COMPARISON = "comparison.json";

  private final Path data;
  private final GenerationFolders folders;
  private final Publications published;
  private final StepObserver steps;

  public GenerationStore(Path data) {
    this(data, StepObserver.UNTOLD);
  }

  /// @param steps called for each step on disk
  public GenerationStore(Path data, StepObserver steps) {
    this.data = data;
    this.steps = steps;
    this.folders = new GenerationFolders(data.resolve("generations"), steps);
    this.published = new Publications(data, steps);
  }

  public Path data() {
    return data;
  }

  Path generations() {
    return folders.parent();
  }

  /// Takes the lock of the data folder for a build.
  ///
  /// @throws BusyException if another build holds it
  public Lock lock() throws IOException {
    Files.createDirectories(generations());
    return new Lock(data);
  }

  /// The lock for a build; closing it releases the lock.
  public static final class Lock implements Closeable {
    private final org.apache.lucene.store.Lock held;

    private Lock(Path data) throws IOException {
      try (FSDirectory folder = FSDirectory.open(data)) {
        this.held = NativeFSLockFactory.INSTANCE.obtainLock(folder, "reindex.lock");
      } catch (LockObtainFailedException e) {
        throw new BusyException(data);
      }
    }

    /// Checks that the lock is still held.
    ///
    /// @throws IllegalStateException if it was released
    public void check() throws IOException {
      held.ensureValid();
    }

    @Override
    public void close() throws IOException {
      held.close();
    }
  }

  /// Begins a new generation; the caller holds the lock. Leftovers of builds that did not finish
  /// are cleared first.
  public GenerationBuilder begin(
      Lock lock, Digests digests, Taxonomy taxonomy, IndexSettings settings, Instant now)
      throws IOException {
    lock.check();
    folders.clearUnfinished();
    return new GenerationBuilder(folders.make(now), digests, taxonomy, settings, steps);
  }

  /// Publishes a finished generation, and records who did it and why.
  public void publish(Publication publication) throws IOException {
    published.add(publication);
  }

  /// Who published what, when and why, oldest first.
  public List<Publication> journal() {
    return published.all();
  }

  /// The id of the published generation; empty if none was published.
  public Optional<String> published() {
    return published.id();
  }

  /// The error in the file that names the published generation; empty if it is valid.
  public Optional<Message> fault() {
    return published.fault();
  }

  /// Directories of generations to try, best first: the published one, then older ones that were
  /// published once, by age. Others are not tried, because they were never published.
  List<Path> toTry() {
    Optional<String> id = published();
    if (id.isEmpty()) {
      return List.of();
    }
    List<Path> paths = new ArrayList<>();
    paths.add(directory(id.get()));
    earlier(id.get()).forEach(each -> paths.add(directory(each)));
    return paths;
  }

  /// The generation published before the current one, if it still exists.
  public Optional<String> previous() {
    return published().flatMap(id -> earlier(id).stream().findFirst());
  }

  private List<String> earlier(String id) {
    Set<String> there =
        folders.all().stream()
            .map(path -> path.getFileName().toString())
            .collect(Collectors.toSet());
    return published.before(id, there);
  }

  /// Whether a generation was once published or was compared by the gate. Any other belongs to a
  /// run that is still in progress or was interrupted, so it is unknown whether it is acceptable.
  public boolean isFinished(String id) {
    return published.ids().contains(id) || Files.exists(directory(id).resolve(COMPARISON));
  }

  /// Whether a generation was built and never published: the gate refused it, or its run broke off.
  public boolean isUnpublished(String id) {
    return !published.ids().contains(id) && folders.all().contains(directory(id));
  }

  /// All finished generations, newest first.
  public List<Manifest> list() {
    return folders.manifests();
  }

  /// The names of the source files of all finished generations, also of those that this version
  /// cannot read, which [#list] leaves out.
  public List<String> sourceNames() {
    return folders.sourceNames();
  }

  /// Deletes all generations except the newest ones, the newest published ones, the published one,
  /// and those that a process reads. Leftovers of unfinished builds and deletions are deleted too.
  /// The caller holds the lock.
  ///
  /// @param keep how many of each of the first two to keep
  public List<String> prune(int keep) throws IOException {
    folders.clearUnfinished();
    Set<String> passed = published.ids();
    Set<String> kept = new HashSet<>();
    List<String> ids = list().stream().map(Manifest::id).toList();
    ids.stream().limit(keep).forEach(kept::add);
    ids.stream().filter(passed::contains).limit(keep).forEach(kept::add);
    published().ifPresent(kept::add);
    List<String> deleted = new ArrayList<>();
    for (String id : ids) {
      if (!kept.contains(id) && folders.deleteUnlessUsed(id)) {
        deleted.add(id);
      }
    }
    return deleted;
  }

  /// Whether any process reads a generation.
  public boolean isUsed(String id) throws IOException {
    return InUse.isUsed(directory(id));
  }

  public Path directory(String id) {
    return folders.folder(id);
  }

  /// Deletes a failed build, which frees space on a full disk.
  public void discard(GenerationBuilder builder) throws IOException {
    try {
      builder.close();
    } finally {
      discard(builder.directory().getFileName().toString());
    }
  }

  /// Deletes a finished generation that must not be kept.
  public void discard(String id) throws IOException {
    if (!published().equals(Optional.of(id))) {
      folders.delete(id);
    }
  }
}
