package greenpair.index;

import greenpair.catalog.Taxonomy;
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
import java.util.stream.Stream;

/// The generations in a data folder: one directory each under `generations/`, and the file
/// `CURRENT` that names the published one and changes by an atomic rename.
///
/// Only one process builds at a time; the lock dies with its process, so a crash leaves no lock
/// behind, only an unfinished directory, which the next build clears.
public final class GenerationStore {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  /// Lock files that this process holds. On POSIX a process that closes any channel to a file gives
  /// back its lock on it, so a second channel must not even be opened.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path data;

  public GenerationStore(Path data) {
    this.data = data;
  }

  /// The data folder.
  public Path data() {
    return data;
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

  /// The right to build; closing it gives the right back.
  public static final class Lock implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;

    private Lock(Path file, FileChannel channel) {
      this.file = file;
      this.channel = channel;
    }

    /// @throws IllegalStateException when it was given back
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
    lock.check();
    clearUnfinished();
    Path directory = generations().resolve(NAME.format(now));
    while (Files.exists(directory)) {
      directory = directory.resolveSibling(directory.getFileName() + "x");
    }
    Files.createDirectories(directory);
    return new GenerationBuilder(directory, digests, taxonomy, settings);
  }

  /// Makes a finished generation the one that is served, by one atomic rename.
  public void publish(String id) throws IOException {
    Path temporary = data.resolve("CURRENT.new");
    Files.writeString(temporary, id + "\n", StandardCharsets.UTF_8);
    force(temporary);
    Files.move(
        temporary, current(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    force(data);
  }

  /// The id in `CURRENT`, or nothing when none was published.
  public Optional<String> published() {
    try {
      return Optional.of(Files.readString(current()).strip()).filter(id -> !id.isEmpty());
    } catch (java.nio.file.NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Directories of generations to try, best first: the published one, then older ones by age.
  /// Newer ones that were never published are not tried: nobody passed them.
  List<Path> toTry() {
    Optional<String> published = published();
    if (published.isEmpty()) {
      return List.of();
    }
    List<Path> paths = new ArrayList<>();
    paths.add(generations().resolve(published.get()));
    all().stream()
        .filter(path -> path.getFileName().toString().compareTo(published.get()) < 0)
        .sorted(Comparator.reverseOrder())
        .forEach(paths::add);
    return paths;
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

  /// Deletes all but the newest generations and the published one.
  ///
  /// @return ids of those deleted
  public List<String> prune(int keep) throws IOException {
    List<String> deleted = new ArrayList<>();
    String published = published().orElse("");
    List<Manifest> manifests = list();
    for (Manifest manifest :
        manifests.subList(Math.min(keep, manifests.size()), manifests.size())) {
      if (!manifest.id().equals(published)) {
        delete(generations().resolve(manifest.id()));
        deleted.add(manifest.id());
      }
    }
    return deleted;
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

  /// Deletes a build that failed, so that a full disk gets its space back. One that `CURRENT` names
  /// already stays: then only the last step of its publishing failed.
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

  /// The manifest goes first: a half-deleted generation must not look whole.
  private static void delete(Path directory) throws IOException {
    Files.deleteIfExists(directory.resolve(Manifest.FILE));
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  /// Forces a file or directory to the disk.
  static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
