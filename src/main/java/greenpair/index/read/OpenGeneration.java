package greenpair.index.read;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.catalog.taxonomy.Concept;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.config.Lazy;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.analysis.QueryWords;
import greenpair.index.codec.CityTable;
import greenpair.index.contract.Participation;
import greenpair.index.generation.BadGenerationException;
import greenpair.index.generation.Checksums;
import greenpair.index.generation.Digests;
import greenpair.index.generation.InUse;
import greenpair.index.generation.Manifest;
import greenpair.message.Message;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A generation with its files open. Counts its users and closes when the last one releases it.
public final class OpenGeneration {
  private static final long MOST_COUNTED = 20_000;

  private static final Logger log = LoggerFactory.getLogger(OpenGeneration.class);

  private final Manifest manifest;
  private final Map<Kind, KindIndex> indexes;
  private final CityTable cities;
  private final Participation participation;
  private final InUse inUse;
  private final QueryWords words;
  private final IndexSettings settings;
  private final Taxonomy taxonomy;
  private final Lazy<Map<Code, Long>> use;
  private final Lazy<SourceCounts> sources;
  private final AtomicInteger users = new AtomicInteger(1);

  private OpenGeneration(
      Manifest manifest,
      Context context,
      Map<Kind, KindIndex> indexes,
      CityTable cities,
      InUse inUse) {
    this.inUse = inUse;
    this.manifest = manifest;
    this.settings = context.settings();
    this.taxonomy = context.taxonomy();
    this.words = new QueryWords(settings);
    this.use = new Lazy<>(() -> use(taxonomy, indexes.values()));
    this.indexes = indexes;
    this.sources = new Lazy<>(() -> SourceCounts.of(this::index));
    this.cities = cities;
    this.participation = new Participation(index(Kind.PROGRAMME).entries(0, Integer.MAX_VALUE));
  }

  private static Map<Code, Long> use(Taxonomy taxonomy, Collection<KindIndex> indexes) {
    Map<Code, Long> use = new HashMap<>();
    for (Concept concept : taxonomy.concepts()) {
      String code = concept.code().value();
      use.put(
          concept.code(),
          indexes.stream().mapToLong(each -> read(() -> each.search().entriesWith(code))).sum());
    }
    return use;
  }

  /// The data needed for opening besides the directory.
  public record Context(
      Digests digests, Taxonomy taxonomy, IndexSettings settings, Entry.Codec codec) {}

  /// Checks and opens a directory.
  ///
  /// @throws BadGenerationException if it must not be served
  public static OpenGeneration open(Path directory, Context context) {
    InUse inUse = InUse.of(directory);
    boolean open = false;
    try {
      OpenGeneration generation = open(directory, context, inUse);
      open = true;
      return generation;
    } finally {
      if (!open) {
        inUse.close();
      }
    }
  }

  private static OpenGeneration open(Path directory, Context context, InUse inUse) {
    Manifest manifest = Manifest.read(directory);
    if (!manifest.indexing().equals(context.digests().indexing())) {
      throw new BadGenerationException(
          directory,
          Message.of(
              "generation.configuration",
              "built",
              shorten(manifest.indexing()),
              "own",
              shorten(context.digests().indexing())));
    }
    Checksums.check(directory, manifest);
    Map<Kind, KindIndex> indexes = new EnumMap<>(Kind.class);
    CityTable cities = new CityTable();
    try {
      for (Kind kind : Kind.values()) {
        indexes.put(kind, KindIndex.open(directory.resolve(kind.word()), context, cities));
      }
      Objects.requireNonNull(indexes.get(Kind.CITY)).readCities();
      return new OpenGeneration(manifest, context, indexes, cities, inUse);
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileSuppressingExceptions(e, closing(indexes));
      throw new BadGenerationException(directory, Message.of("generation.unopened"), e);
    }
  }

  private static String shorten(String digest) {
    return digest.substring(0, Math.min(12, digest.length()));
  }

  /// On what the entries rest, counted when it is first asked for; empty for a catalog so large
  /// that reading all of its entries would delay a page.
  Optional<SourceCounts> sources() {
    long entries = Stream.of(Kind.values()).mapToLong(manifest::count).sum();
    return entries > MOST_COUNTED ? Optional.empty() : Optional.of(sources.get());
  }

  public Manifest manifest() {
    return manifest;
  }

  public KindIndex index(Kind kind) {
    return Objects.requireNonNull(indexes.get(kind));
  }

  public CityTable cities() {
    return cities;
  }

  Participation participation() {
    return participation;
  }

  /// The number of entries of all kinds with this code among their own.
  Map<Code, Long> use() {
    return use.get();
  }

  Taxonomy taxonomy() {
    return taxonomy;
  }

  IndexSettings settings() {
    return settings;
  }

  /// Parses the words of queries, in the same way for all kinds.
  QueryWords words() {
    return words;
  }

  /// Adds a user; false if the generation is already closed.
  public boolean tryAcquire() {
    for (int now = users.get(); now > 0; now = users.get()) {
      if (users.compareAndSet(now, now + 1)) {
        return true;
      }
    }
    return false;
  }

  public void release() {
    if (users.decrementAndGet() == 0) {
      try {
        IOUtils.close(closing(indexes));
      } catch (IOException e) {
        throw unchecked(e);
      } finally {
        inUse.close();
      }
      log.info("generation {} closed", manifest.id());
    }
  }

  /// Closes all resources even if closing one fails.
  private static List<Closeable> closing(Map<Kind, KindIndex> indexes) {
    return indexes.values().stream().map(each -> (Closeable) each::close).toList();
  }

  /// Wraps reads from Lucene's files, whose failures no caller can handle.
  public interface Reading<T extends @Nullable Object> {
    T read() throws IOException;
  }

  public static <T extends @Nullable Object> T read(Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException e) {
      throw unchecked(e);
    }
  }

  static UncheckedIOException unchecked(IOException e) {
    return new UncheckedIOException("reading the index failed: " + e.getMessage(), e);
  }
}
