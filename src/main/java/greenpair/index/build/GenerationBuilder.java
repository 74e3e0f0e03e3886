package greenpair.index.build;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.codec.CityTable;
import greenpair.index.codec.TraitsCodec;
import greenpair.index.document.DocumentMaker;
import greenpair.index.document.Joins;
import greenpair.index.generation.Checksums;
import greenpair.index.generation.Digests;
import greenpair.index.generation.DurableFiles;
import greenpair.index.generation.Manifest;
import greenpair.index.generation.StepObserver;
import org.apache.lucene.document.Document;
import org.apache.lucene.util.IOUtils;

/// Writes one generation in two passes over the same entries: [#survey] learns the cities and joins
/// deployments to partners, [#add] writes documents. The directory becomes a generation
/// only when [#finish] has written the manifest; until then it is incomplete and may be deleted.
///
/// For use by one thread; a second, internal thread writes the documents, in the order of the
/// source, so that two builds of the same input give the same answers.
public final class GenerationBuilder implements AutoCloseable {
  private final Path directory;
  private final Digests digests;
  private final Joins joins;
  private final DocumentMaker maker;
  private final Map<Kind, KindWriter> writers = new EnumMap<>(Kind.class);
  private final WriterThread thread;
  private final StepObserver steps;

  public GenerationBuilder(
      Path directory,
      Digests digests,
      Taxonomy taxonomy,
      IndexSettings settings,
      StepObserver steps)
      throws IOException {
    this.steps = steps;
    this.directory = directory;
    this.digests = digests;
    TraitsCodec codec = new TraitsCodec(taxonomy, new CityTable());
    this.joins = new Joins(codec);
    this.maker = new DocumentMaker(joins, codec, taxonomy, settings);
    try {
      for (Kind kind : Kind.values()) {
        writers.put(kind, new KindWriter(directory.resolve(kind.word()), settings));
      }
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileSuppressingExceptions(e, writers.values());
      throw e;
    }
    this.thread = new WriterThread();
  }

  /// First pass: every entry that will be added, in any order.
  public void survey(Entry entry) {
    joins.add(entry);
  }

  /// Second pass: writes an entry, or has it written a little later.
  ///
  /// @param record the entry as a line of the catalog format, kept as it is
  public void add(Entry entry, byte[] record) throws IOException {
    KindWriter writer = writer(entry.kind());
    Document document = maker.withoutMeaning(entry, record);
    thread.add(writer, document, () -> maker.addMeaning(document, entry));
  }

  public Document document(Entry entry, byte[] record) {
    return maker.document(entry, record);
  }

  /// Keeps a file with the generation, beside the index.
  public void keep(Path file) throws IOException {
    Path kept = directory.resolve(file.getFileName());
    Files.copy(file, kept);
    DurableFiles.force(kept);
  }

  /// Where it is written.
  public Path directory() {
    return directory;
  }

  /// Commits every kind, forces all bytes to the disk and writes the manifest.
  public Manifest finish(List<Manifest.Source> sources, Instant now) throws IOException {
    thread.finish();
    Map<Kind, Long> counts = commit();
    steps.done("committed");
    Manifest manifest =
        new Manifest(
            directory.getFileName().toString(),
            digests.configuration(),
            digests.indexing(),
            now,
            joins.newest(),
            counts,
            sources,
            Checksums.of(directory),
            null);
    steps.done("summed up");
    manifest.write(directory);
    steps.done("manifest written");
    return manifest;
  }

  /// The indexes of the kinds are independent and are committed in parallel.
  private Map<Kind, Long> commit() throws IOException {
    Map<Kind, Future<Long>> commits = new EnumMap<>(Kind.class);
    Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    try (ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      for (Kind kind : Kind.values()) {
        commits.put(kind, threads.submit(() -> writer(kind).finish()));
      }
      for (Map.Entry<Kind, Future<Long>> each : commits.entrySet()) {
        counts.put(each.getKey(), WriterThread.await(each.getValue()));
      }
    }
    return counts;
  }

  private KindWriter writer(Kind kind) {
    return java.util.Objects.requireNonNull(writers.get(kind));
  }

  /// Closes all files. The store deletes unfinished directories later.
  @Override
  public void close() throws IOException {
    thread.close();
    for (KindWriter writer : writers.values()) {
      writer.close();
    }
  }
}
