package greenpair.bench;

import module java.base;

import com.sun.management.OperatingSystemMXBean;
import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.cli.Workbench;
import greenpair.index.BareWriter;
import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import java.lang.management.ManagementFactory;
import org.apache.lucene.util.IOUtils;

/// From the rows of one registry to a published generation, firms resolved. One row in ten is a
/// firm that an earlier row has, spelled another way.
final class RegistryBench {
  private static final List<String> STARTS =
      List.of(
          "ka", "ren", "vol", "mi", "sol", "ter", "lu", "nor", "ba", "chi", "fen", "gro", "ha",
          "jin", "pel", "qua", "ros", "sta", "tun", "zhe");
  private static final List<String> FIELDS =
      List.of("Solar", "Wind", "Energy", "Environmental", "Water", "Charging", "Storage", "Biogas");
  private static final List<String> FORMS = List.of("Inc.", "LLC", "Ltd", "GmbH", "Co., Ltd.");

  private static final double NANOS = 1e9;
  private static final int PAGE = 1000;

  /// The demonstration cohort, so that the gate has questions to ask.
  private static final List<Path> COHORT = List.of(Path.of("fixtures"));

  private final int rows;
  private final Path folder = Path.of("target/bench/registry");

  RegistryBench(int rows) {
    this.rows = rows;
  }

  void run() throws IOException {
    Path config = folder.resolve("config");
    Path data = folder.resolve("data");
    Files.createDirectories(folder);
    copy(Path.of("index-config"), config);
    Files.writeString(config.resolve("sources/bench.yaml"), MAPPING);
    write(folder.resolve("firms-" + rows + ".csv"));
    Files.copy(
        folder.resolve("firms-" + rows + ".csv"),
        folder.resolve("firms.csv"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    IOUtils.rm(data);
    Workbench bench = new Workbench(config);
    HeapWatch heap = new HeapWatch();
    Clocks clocks = new Clocks();
    Map<String, Duration> times = bench.reindexRegistry(COHORT, "bench", folder, data);
    double seconds = clocks.elapsed();
    double processor = clocks.processor();
    print(times, seconds);
    System.out.printf(
        "%d rows in %.1f s (%.1f s of processor time), %.0f rows/s; heap: %d MB after a collection,"
            + " %d MB with garbage%n",
        rows, seconds, processor, rows / seconds, heap.held(), heap.peak());
    bare(bench, data, seconds, processor);
  }

  private static void print(Map<String, Duration> times, double seconds) {
    times.forEach(
        (stage, time) ->
            System.out.printf(
                "%-20s %8.1f s %3.0f %%%n",
                stage, time.toMillis() / 1e3, time.toNanos() / NANOS / seconds * 100));
  }

  /// Elapsed and processor time, from now on.
  private static final class Clocks {
    private final long start = System.nanoTime();
    private final long used = used();

    private static long used() {
      return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
          .getProcessCpuTime();
    }

    double elapsed() {
      return (System.nanoTime() - start) / NANOS;
    }

    double processor() {
      return (used() - used) / NANOS;
    }
  }

  /// Lucene alone, handed the documents of what was published ready-made.
  private void bare(Workbench bench, Path data, double seconds, double processor)
      throws IOException {
    Path directory = folder.resolve("bare");
    IOUtils.rm(directory);
    try (LiveIndex live = bench.open(data);
        Snapshot snapshot = live.acquire();
        BareWriter writer = new BareWriter(directory, bench.taxonomy(), bench.indexSettings(), 1)) {
      each(snapshot, writer::survey);
      each(snapshot, entry -> writer.add(entry, bench.json().encode(entry)));
      writer.finish();
      double bare = (writer.addingNanos() + writer.committingNanos()) / NANOS;
      System.out.printf(
          "a bare writer of the same documents: %.1f s (%.1f s of processor time); ratio %.2f"
              + " elapsed, %.2f of processor time%n",
          bare,
          writer.processorNanos() / NANOS,
          bare / seconds,
          writer.processorNanos() / NANOS / processor);
    } finally {
      IOUtils.rm(directory);
    }
  }

  private static void each(Snapshot snapshot, Consumer<Entry> what) {
    for (Kind kind : Kind.values()) {
      for (int from = 0; from < snapshot.manifest().count(kind); from += PAGE) {
        snapshot.entries(kind, from, PAGE).forEach(what);
      }
    }
  }

  private static final String MAPPING =
      """
      source: generated
      verified: true
      files: firms.csv
      record: "{ref}"
      values: {ref: Ref, name: Name, town: Town, site: {from: Site, as: website},
               tech: {from: Field, map: {Solar: ENE.SOL, Wind: ENE.WND, Water: WTR, Charging: TRN.EV.CHG,
                      Storage: GRD.STO.BAT, Biogas: WST.ORG.AD, Energy: ENE, Environmental: WST}}}
      entries:
        - kind: firm
          fields:
            id: "f{ref}"
            name: {en: "{name}"}
            technologies: ["{tech}"]
            headquarters: {city: {en: "{town}"}, country: US}
            website: "{site}"
      """;

  private void write(Path file) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    Random random = new Random(1);
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
      out.println("Ref,Name,Field,Town,Site");
      String[] last = {"Acme", "Solar", "Town 1", ""};
      for (int row = 0; row < rows; row++) {
        if (random.nextInt(10) > 0) {
          StringBuilder name = new StringBuilder();
          int parts = 4 + random.nextInt(2);
          for (int part = 0; part < parts; part++) {
            name.append(STARTS.get(random.nextInt(STARTS.size())));
          }
          name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
          String field = FIELDS.get(random.nextInt(FIELDS.size()));
          String site = random.nextInt(3) == 0 ? "https://" + name + row + ".example" : "";
          last = new String[] {name + " " + field, field, "Town " + random.nextInt(20_000), site};
        }
        String form = FORMS.get(random.nextInt(FORMS.size()));
        out.printf("%d,\"%s %s\",%s,%s,%s%n", row, last[0], form, last[1], last[2], last[3]);
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Path target = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else {
          Files.copy(each, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
