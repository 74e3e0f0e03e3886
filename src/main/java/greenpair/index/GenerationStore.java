package greenpair.index;

import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.build.GenerationBuilder;
import greenpair.index.build.GenerationPatch;
import greenpair.index.generation.BadGenerationException;
import greenpair.index.generation.BusyException;
import greenpair.index.generation.Digests;
import greenpair.index.generation.DurableFiles;
import greenpair.index.generation.InUse;
import greenpair.index.generation.Journal;
import greenpair.index.generation.Manifest;
import greenpair.index.generation.Publication;
import greenpair.index.generation.Steps;
import greenpair.index.read.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The generations in a data folder: one directory each under `generations/`, and the file
/// `CURRENT` that names the published one and changes by an atomic rename.
///
/// Only one process builds at a time. The lock ends with its process, so a crash leaves only an
/// unfinished directory, which the next build deletes.
public final class GenerationStore {
  /// File with the result of the gate, in the directory of a generation that was compared.
  public static final String COMPARISON = "comparison.json";

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  /// Lock files that this process holds. On POSIX, closing any channel to a file releases the
  /// process's lock on it, so a second channel must not be opened.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private static final java.util.regex.Pattern ID =
      java.util.regex.Pattern.compile("[0-9]{8}T[0-9]{6}\\.[0-9]{3}Zx*");

  private final Path data;
  private final Journal journal;
  private final Steps steps;
  private final SharedGenerations shared;

  public GenerationStore(Path data) {
    this(data, Steps.UNTOLD);
  }

  /// @param steps called for each step on disk
  public GenerationStore(Path data, Steps steps) {
    this(data, steps, SharedGenerations.NONE);
  }

  /// @param shared the generations that the data folder shares with others
  public GenerationStore(Path data, Steps steps, SharedGenerations shared) {
    this.data = data;
    this.steps = steps;
    this.shared = shared;
    this.journal = new Journal(data);
  }

  /// The data folder.
  public Path data() {
    return data;
  }

  /// The generations that the data folder shares with others.
  public SharedGenerations shared() {
    return shared;
  }

  /// The listener for steps on disk.
  public Steps steps() {
    return steps;
  }

  Path generations() {
    return data.resolve("generations");
  }

  Path current() {
    return data.resolve("CURRENT");
  }

  /// Takes the lock of the data folder for a build.
  ///
  /// @throws BusyException when another build holds it
  public Lock lock() throws IOException {
    Files.createDirectories(generations());
    Path file = data.toRealPath().resolve("reindex.lock");
    if (!HELD.add(file)) {
      throw new BusyException(data);
    }
    boolean locked = false;
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      locked = channel.tryLock() != null;
      if (!locked) {
        throw new BusyException(data);
      }
      withdrawInterrupted();
      return new Lock(file, channel);
    } finally {
      if (!locked) {
        HELD.remove(file);
        if (channel != null) {
          channel.close();
        }
      }
    }
  }

  /// The lock for a build; closing it releases the lock.
  public static final class Lock implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;

    private Lock(Path file, FileChannel channel) {
      this.file = file;
      this.channel = channel;
    }

    /// Checks that the lock is still held.
    ///
    /// @throws IllegalStateException if it was released
    public void check() {
      if (!channel.isOpen()) {
        throw new IllegalStateException("a build needs the lock; it was given back");
      }
    }

    @Override
    public void close() throws IOException {
      if (channel.isOpen()) {
        try {
          channel.close();
        } finally {
          HELD.remove(file);
        }
      }
    }
  }

  /// Begins a new generation; the caller holds the lock. Leftovers of builds that did not finish
  /// are cleared first.
  public GenerationBuilder begin(
      Lock lock, Digests digests, Taxonomy taxonomy, IndexSettings settings, Instant now)
      throws IOException {
    Path directory = directory(lock, now);
    return new GenerationBuilder(directory, digests, taxonomy, settings, steps);
  }

  /// Begins a generation with the entries of another and some that replace or extend them.
  ///
  /// @param base of the configuration that those are written under
  public GenerationPatch beginOver(
      Lock lock,
      Snapshot base,
      Digests digests,
      Taxonomy taxonomy,
      IndexSettings settings,
      Instant now)
      throws IOException {
    Path from = directory(base.manifest().id());
    Path directory = directory(lock, now);
    return new GenerationPatch(
        base.generation(), from, directory, digests, taxonomy, settings, steps);
  }

  /// Begins a copy of a generation that another data folder built, under the same id. It replaces a
  /// directory with that id.
  ///
  /// @param digests of the configuration that built it
  public GenerationBuilder beginCopy(
      Lock lock, String id, Digests digests, Taxonomy taxonomy, IndexSettings settings)
      throws IOException {
    lock.check();
    clearUnfinished();
    Path directory = generations().resolve(id);
    if (Files.exists(directory) && !InUse.ifFree(directory, () -> delete(directory))) {
      throw new BusyException(data);
    }
    make(directory);
    return new GenerationBuilder(directory, digests, taxonomy, settings, steps);
  }

  private Path directory(Lock lock, Instant now) throws IOException {
    lock.check();
    clearUnfinished();
    Path directory = generations().resolve(NAME.format(now));
    while (Files.exists(directory)) {
      directory = directory.resolveSibling(directory.getFileName() + "x");
    }
    return make(directory);
  }

  private Path make(Path directory) throws IOException {
    Files.createDirectories(directory);
    Files.createFile(directory.resolve(InUse.FILE));
    steps.done("directory made");
    return directory;
  }

  /// Publishes a finished generation: first in the shared store, if the data folder
  /// shares generations, then here.
  ///
  /// @throws SharedException if it could not be published in the shared store; then it is not
  ///     published here either
  public void publish(Publication publication) throws IOException {
    shared.publish(this, publication);
    adopt(publication);
  }

  /// Publishes a finished generation here, by one atomic rename, and records in the journal who did
  /// it and why.
  public void adopt(Publication publication) throws IOException {
    journal.add(publication);
    steps.done("journal written");
    Path temporary = data.resolve("CURRENT.new");
    Files.writeString(temporary, publication.id() + "\n", StandardCharsets.UTF_8);
    DurableFiles.force(temporary);
    steps.done("CURRENT.new written");
    Files.move(
        temporary, current(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    steps.done("CURRENT renamed");
    DurableFiles.force(data);
  }

  /// A publication that is in the journal but not in `CURRENT` was interrupted.
  private void withdrawInterrupted() throws IOException {
    List<Publication> done = journal.inEffect();
    Optional<String> published = named();
    if (!done.isEmpty() && published.isPresent() && !published.get().equals(done.getLast().id())) {
      Publication last = done.getLast();
      String why = "it was interrupted before it took effect";
      journal.add(new Publication(last.at(), Publication.Act.WITHDRAWN, last.id(), last.by(), why));
    }
  }

  /// Who published what, when and why, oldest first.
  public List<Publication> journal() {
    return journal.all();
  }

  /// The same without what was withdrawn.
  public List<Publication> publications() {
    return journal.inEffect();
  }

  /// The id of the published generation: the one in `CURRENT` or, if that file is missing or
  /// damaged, the last one in the journal. Empty if none was published.
  public Optional<String> published() {
    Optional<String> named = named();
    if (named.isPresent()) {
      return named;
    }
    List<Publication> done = journal.inEffect();
    return done.isEmpty() ? Optional.empty() : Optional.of(done.getLast().id());
  }

  /// What is wrong with `CURRENT`; empty if it is valid.
  public Optional<String> fault() {
    if (named().isPresent() || journal.inEffect().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        current().getFileName()
            + (Files.exists(current()) ? " does not name a generation" : " is missing")
            + ", so the last one of the journal counts as published; greenpair rollback "
            + published().orElse("")
            + " rewrites it");
  }

  /// The id in `CURRENT`, when it is one.
  private Optional<String> named() {
    try {
      byte[] bytes = Files.readAllBytes(current());
      String id = new String(bytes, StandardCharsets.UTF_8).strip();
      return Optional.of(id).filter(text -> ID.matcher(text).matches());
    } catch (java.nio.file.NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Directories of generations to try, best first: the published one, then older ones that were
  /// published once, by age. Others are not tried, because they were never published.
  List<Path> toTry() {
    Optional<String> published = published();
    if (published.isEmpty()) {
      return List.of();
    }
    List<Path> paths = new ArrayList<>();
    paths.add(generations().resolve(published.get()));
    earlier(published.get()).forEach(id -> paths.add(generations().resolve(id)));
    return paths;
  }

  /// The generation published before the current one, if it still exists; in the shared store if
  /// the data folder shares generations.
  public Optional<String> previous() {
    return published()
        .flatMap(id -> shared.previous(id).or(() -> earlier(id).stream().findFirst()));
  }

  /// Ids of older generations that were once published, newest first. In a folder without a
  /// journal, every finished generation was published.
  private List<String> earlier(String published) {
    Set<String> there =
        all().stream().map(path -> path.getFileName().toString()).collect(Collectors.toSet());
    List<String> order =
        journal.inEffect().stream().map(Publication::id).distinct().collect(Collectors.toList());
    if (order.isEmpty()) {
      return there.stream()
          .filter(id -> id.compareTo(published) < 0)
          .sorted(Comparator.reverseOrder())
          .toList();
    }
    // By the journal and not by the time in the id: a clock can be set back.
    int at = order.indexOf(published);
    return order.subList(0, at < 0 ? order.size() : at).reversed().stream()
        .filter(there::contains)
        .toList();
  }

  /// Whether a generation was once published or was compared by the gate. Any other belongs to a
  /// run that is still in progress or was interrupted, so it is unknown whether it is acceptable.
  public boolean isFinished(String id) {
    return (published().isPresent() && !isUnpublished(id))
        || Files.exists(directory(id).resolve(COMPARISON));
  }

  /// Whether a generation was built and never published: the gate refused it, or its run broke off.
  public boolean isUnpublished(String id) {
    Set<String> passed = passed();
    return !passed.isEmpty() && !passed.contains(id) && all().contains(directory(id));
  }

  /// Ids that were once published.
  private Set<String> passed() {
    Set<String> ids = new java.util.HashSet<>();
    journal.inEffect().forEach(each -> ids.add(each.id()));
    return ids;
  }

  /// Ids of all finished generations, newest first.
  public List<Manifest> list() {
    List<Manifest> manifests = new ArrayList<>();
    for (Path path : all()) {
      try {
        manifests.add(Manifest.read(path));
      } catch (BadGenerationException e) {
        // An unfinished build is no generation.
      }
    }
    manifests.sort(Comparator.comparing(Manifest::id).reversed());
    return manifests;
  }

  /// Deletes all generations except the newest ones, the newest published ones, the published one,
  /// and those that a process reads. Leftovers of unfinished builds and deletions are deleted too.
  /// The caller holds the lock.
  ///
  /// @param keep how many of each of the first two to keep
  /// @return ids of those deleted
  public List<String> prune(int keep) throws IOException {
    clearUnfinished();
    Set<String> passed = passed();
    Set<String> kept = new java.util.HashSet<>();
    List<String> ids = list().stream().map(Manifest::id).toList();
    ids.stream().limit(keep).forEach(kept::add);
    ids.stream().filter(passed::contains).limit(keep).forEach(kept::add);
    published().ifPresent(kept::add);
    List<String> deleted = new ArrayList<>();
    for (String id : ids) {
      Path directory = generations().resolve(id);
      if (!kept.contains(id) && InUse.ifFree(directory, () -> delete(directory))) {
        deleted.add(id);
      }
    }
    return deleted;
  }

  /// Whether any process reads a generation.
  public boolean isUsed(String id) throws IOException {
    return InUse.isUsed(generations().resolve(id));
  }

  /// The directory of a generation.
  public Path directory(String id) {
    return generations().resolve(id);
  }

  private void clearUnfinished() throws IOException {
    for (Path path : all()) {
      if (!Files.exists(path.resolve(Manifest.FILE))) {
        delete(path);
      }
    }
  }

  private List<Path> all() {
    if (!Files.isDirectory(generations())) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(generations())) {
      return paths.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Deletes a failed build, which frees space on a full disk. A build that `CURRENT` already names
  /// is kept, because only the last step of its publication failed.
  public void discard(GenerationBuilder builder) throws IOException {
    try {
      builder.close();
    } finally {
      String id = builder.directory().getFileName().toString();
      if (!published().equals(Optional.of(id))) {
        delete(builder.directory());
      }
    }
  }

  /// Deletes a finished generation that must not be kept.
  public void discard(String id) throws IOException {
    if (!published().equals(Optional.of(id))) {
      delete(generations().resolve(id));
    }
  }

  /// The manifest goes first: a half-deleted generation must not look whole.
  private void delete(Path directory) throws IOException {
    Files.deleteIfExists(directory.resolve(Manifest.FILE));
    steps.done("manifest deleted");
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
        steps.done("file deleted");
      }
    }
  }
}
