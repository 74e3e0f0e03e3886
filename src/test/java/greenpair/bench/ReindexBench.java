package greenpair.bench;

import module java.base;

import com.sun.management.OperatingSystemMXBean;
import greenpair.index.BareWriter;
import greenpair.registry.LineResult;
import greenpair.registry.format.CatalogFiles;
import java.lang.management.ManagementFactory;
import org.apache.lucene.util.IOUtils;

/// `reindex N [rounds]`: from catalog files to a published generation, next to a bare Lucene writer
/// that is handed the same documents ready-made. Both in turn, so that both see the same machine.
final class ReindexBench {
  private static final double NANOS = 1e9;
  private static final int WARM_UP_FIRMS = 10_000;

  private final Setup setup;

  ReindexBench(Setup setup) {
    this.setup = setup;
  }

  void run(int rounds) throws IOException {
    warmUp();
    Path catalog = setup.catalog();
    System.out.printf("reindex of %,d firms, %,d entries%n", setup.firms(), setup.entries());
    List<Took> ours = new ArrayList<>();
    List<Took> bare = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      bare.add(bare(catalog));
      ours.add(ours(catalog));
    }
    System.out.printf(
        "median: greenpair %,.0f entries/s, bare %,.0f entries/s; ratio %.2f; of processor time"
            + " %.2f%n",
        setup.entries() / median(ours, Took::seconds),
        setup.entries() / median(bare, Took::seconds),
        median(bare, Took::seconds) / median(ours, Took::seconds),
        median(bare, Took::processor) / median(ours, Took::processor));
  }

  /// What a run took, in seconds elapsed and in seconds of all processors.
  private record Took(double seconds, double processor) {}

  private static double median(List<Took> runs, ToDoubleFunction<Took> what) {
    return Figures.median(runs.stream().mapToDouble(what).toArray());
  }

  /// A small catalog first, so that neither of the two pays for compiling what both use.
  private static void warmUp() throws IOException {
    ReindexBench small = new ReindexBench(Setup.of(WARM_UP_FIRMS));
    System.out.println("warming up, not counted");
    small.bare(small.setup.catalog());
    small.ours(small.setup.catalog());
  }

  private Took ours(Path catalog) throws IOException {
    Path data = Catalogs.ROOT.resolve("reindexed");
    IOUtils.rm(data);
    System.gc();
    HeapWatch heap = new HeapWatch();
    long before = cpu();
    long start = System.nanoTime();
    Map<String, Duration> times = setup.workbench().reindex(List.of(catalog), data);
    double seconds = (System.nanoTime() - start) / NANOS;
    double processor = (cpu() - before) / NANOS;
    List<String> shares = new ArrayList<>();
    new LinkedHashMap<>(times)
        .forEach(
            (stage, time) ->
                shares.add(
                    String.format(
                        "%s %.2f s (%.0f %%)",
                        stage, time.toNanos() / NANOS, 100 * time.toNanos() / NANOS / seconds)));
    System.out.printf(
        "  greenpair %.2f s (%.2f s of processor): %s; heap held %d MB, peak %d MB%n",
        seconds, processor, String.join(", ", shares), heap.held(), heap.peak());
    IOUtils.rm(data);
    return new Took(seconds, processor);
  }

  /// Of all threads, collectors and compilers among them.
  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private Took bare(Path catalog) throws IOException {
    Path directory = Catalogs.ROOT.resolve("bare");
    IOUtils.rm(directory);
    System.gc();
    CatalogFiles files = new CatalogFiles(List.of(catalog), setup.workbench().json());
    try (BareWriter writer =
        new BareWriter(
            directory, setup.workbench().taxonomy(), setup.workbench().indexSettings(), 1)) {
      files.read(reading -> writer.survey(((LineResult.Accepted) reading).entry()));
      files.read(
          reading -> {
            LineResult.Accepted accepted = (LineResult.Accepted) reading;
            writer.add(accepted.entry(), accepted.json());
          });
      writer.finish();
      double seconds = (writer.addingNanos() + writer.committingNanos()) / NANOS;
      System.out.printf(
          "  bare      %.2f s (%.2f s of processor): adding %.2f s, committing %.2f s; merges"
              + " beside %.2f s%n",
          seconds,
          writer.processorNanos() / NANOS,
          writer.addingNanos() / NANOS,
          writer.committingNanos() / NANOS,
          writer.mergingNanos() / NANOS);
      return new Took(seconds, writer.processorNanos() / NANOS);
    } finally {
      IOUtils.rm(directory);
    }
  }
}
