package greenpair.index;

import module java.base;

import com.sun.management.OperatingSystemMXBean;
import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.build.GenerationBuilder;
import greenpair.index.build.KindWriter;
import greenpair.index.generation.Digests;
import greenpair.index.generation.StepObserver;
import java.lang.management.ManagementFactory;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.MergeScheduler;
import org.apache.lucene.store.FSDirectory;

/// Bare Lucene index writers, one for each kind, fed with the documents of the product: same
/// fields, analysers, buffers and merge policy. Documents are made in memory, a chunk at a time;
/// only adding them and the final commit is timed.
public final class BareWriter implements AutoCloseable {
  private static final int CHUNK = 1_000;

  private final GenerationBuilder builder;
  private final Map<Kind, IndexWriter> writers = new EnumMap<>(Kind.class);
  private final List<Prepared> chunk = new ArrayList<>(CHUNK);
  private final AtomicLong merging = new AtomicLong();
  private final int threads;
  private long adding;
  private long committing;
  private long processor;

  private record Prepared(IndexWriter writer, Document document) {}

  /// @param threads how many add documents; with more than one, documents lose their order
  public BareWriter(Path directory, Taxonomy taxonomy, IndexSettings settings, int threads)
      throws IOException {
    this.threads = threads;
    builder =
        new GenerationBuilder(
            directory.resolve("unused"),
            new Digests("bare", "bare"),
            taxonomy,
            settings,
            StepObserver.UNTOLD);
    for (Kind kind : Kind.values()) {
      Path path = Files.createDirectories(directory.resolve(kind.word()));
      writers.put(
          kind,
          new IndexWriter(
              FSDirectory.open(path),
              KindWriter.config(settings).setMergeScheduler(new TimedMerges())));
    }
  }

  private final class TimedMerges extends ConcurrentMergeScheduler {
    @Override
    protected void doMerge(MergeScheduler.MergeSource source, MergePolicy.OneMerge merge)
        throws IOException {
      long start = System.nanoTime();
      super.doMerge(source, merge);
      merging.addAndGet(System.nanoTime() - start);
    }
  }

  /// Not timed: the first pass of the product, which joins deployments to their partners.
  public void survey(Entry entry) {
    builder.survey(entry);
  }

  /// Makes the document of an entry; a full chunk is written, timed.
  public void add(Entry entry, byte[] record) {
    IndexWriter writer = Objects.requireNonNull(writers.get(entry.kind()));
    chunk.add(new Prepared(writer, builder.document(entry, record)));
    if (chunk.size() == CHUNK) {
      write();
    }
  }

  private void write() {
    List<Thread> helpers = new ArrayList<>();
    int share = (chunk.size() + threads - 1) / threads;
    long cpu = processor();
    long start = System.nanoTime();
    for (int from = share; from < chunk.size(); from += share) {
      List<Prepared> part = chunk.subList(from, Math.min(chunk.size(), from + share));
      helpers.add(Thread.ofPlatform().start(() -> write(part)));
    }
    write(chunk.subList(0, Math.min(share, chunk.size())));
    for (Thread helper : helpers) {
      try {
        helper.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    adding += System.nanoTime() - start;
    processor += processor() - cpu;
    chunk.clear();
  }

  private static void write(List<Prepared> part) {
    try {
      for (Prepared each : part) {
        each.writer.addDocument(each.document);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes what is left and commits, timed.
  public void finish() throws IOException {
    write();
    long cpu = processor();
    long start = System.nanoTime();
    for (IndexWriter writer : writers.values()) {
      writer.close();
    }
    committing += System.nanoTime() - start;
    processor += processor() - cpu;
  }

  /// Of all threads, collectors and compilers among them.
  private static long processor() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /// Processor time of adding and committing.
  public long processorNanos() {
    return processor;
  }

  public long addingNanos() {
    return adding;
  }

  public long committingNanos() {
    return committing;
  }

  /// How long merges ran beside; some of it while documents were prepared, when no clock runs.
  public long mergingNanos() {
    return merging.get();
  }

  @Override
  public void close() throws IOException {
    builder.close();
    for (IndexWriter writer : writers.values()) {
      if (writer.isOpen()) {
        writer.rollback();
      }
      writer.getDirectory().close();
    }
  }
}
