package greenpair.reindex;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Seeded;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.cli.Workbench;
import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.generation.Publication;
import greenpair.index.read.Snapshot;
import greenpair.reindex.run.ReviewFiles;
import greenpair.reindex.run.ReviewFiles.Review;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/// Runs are ended by SIGKILL at points from the first row to the last deleted file. After each, the
/// index answers from a complete generation, review answers are preserved, and the next run
/// succeeds and leaves nothing of the killed one.
@Tag("crash")
class CrashTest {
  private static final int KILLS = Integer.getInteger("greenpair.kills", 5);
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private static Path shared = Path.of("");
  private static @Nullable RunProcess processes;

  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void keepClasses() throws Exception {
    processes = new RunProcess(shared);
  }

  /// A sequence of kills with its own data folder, so that several can run in parallel: one
  /// computes while another waits for the disk.
  private static final class Line {
    private final TinyRegistries registries;
    private final Path data;
    private final Workbench bench;
    private final Review review =
        new Review("firm first/acme-biogas-inc", "firm second/umbra-methane", false, START);
    private int number;

    Line(Path folder) throws IOException {
      this.registries = new TinyRegistries(Files.createDirectories(folder));
      this.data = folder.resolve("data");
      registries.write(0);
      this.bench = new Workbench(registries.config());
      new ReviewFiles(data).answer(review);
      run();
      run();
    }

    /// A run with other input than the last one.
    ///
    /// @return its output
    KilledRun.Points run() throws IOException {
      registries.write(++number);
      KilledRun.Points points = new KilledRun.Points(0);
      ReindexReport report =
          bench
              .reindexing(new GenerationStore(data, points))
              .run(registries.order(), points, START.plusSeconds(number));
      assertEquals(ReindexReport.Outcome.PUBLISHED, report.outcome(), report::toString);
      return points;
    }

    String kill(int point) throws Exception {
      List<Publication> journal = new GenerationStore(data).journal();
      registries.write(++number);
      String reached = killed(point);
      GenerationStore store = new GenerationStore(data);
      assertEquals(journal, store.journal().subList(0, journal.size()), "the journal lost a line");
      assertEquals(List.of(review), new ReviewFiles(data).answers(), "an answer was lost");
      assertServes(reached, number - 1, number);
      run();
      assertServes("the next run after " + reached, number, number);
      assertClean(reached);
      return reached;
    }

    private String killed(int point) throws Exception {
      Process run =
          Objects.requireNonNull(processes)
              .start(registries, data, point, START.plusSeconds(number));
      try (BufferedReader out = run.inputReader(UTF_8)) {
        String reached = String.valueOf(out.readLine());
        assertTrue(run.toHandle().destroyForcibly());
        run.waitFor();
        assertFalse(reached.equals("done") || reached.equals("null"), "never got to " + point);
        return reached;
      } finally {
        run.destroyForcibly();
      }
    }

    /// From one generation as a whole: its catalog and its registry have one number.
    private void assertServes(String after, int... numbers) {
      try (LiveIndex live = bench.open(data);
          Snapshot snapshot = live.acquire()) {
        assertEquals(List.of(), live.refusals(), after);
        String own =
            String.valueOf(snapshot.name(Kind.FIRM, new EntryId("own")).orElseThrow().en());
        String digits = own.substring("Own firm ".length());
        List<String> possible = java.util.Arrays.stream(numbers).mapToObj(String::valueOf).toList();
        assertTrue(possible.contains(digits), after + ": " + own + " of " + possible);
        Optional<?> lloyds = snapshot.name(Kind.FIRM, new EntryId("lloyds-" + digits));
        assertTrue(lloyds.isPresent(), after + ": half of another generation");
        assertEquals(4, snapshot.manifest().count(Kind.FIRM), after);
      }
    }

    private void assertClean(String after) throws IOException {
      try (Stream<Path> files = Files.walk(data)) {
        List<String> left =
            files
                .map(each -> data.relativize(each).toString())
                .filter(each -> each.matches("work|.*\\.(new|tmp)|generations/[^/]+"))
                .filter(each -> !Files.exists(data.resolve(each).resolve("manifest.json")))
                .toList();
        assertEquals(List.of(), left, after);
      }
      assertEquals(1, new GenerationStore(data).list().size(), after);
    }
  }

  @Seeded(runs = 1)
  void run_killedAtAnyPoint_losesNothingAndTheNextRunSucceeds(Random random) throws Exception {
    List<Line> lines = List.of(new Line(folder.resolve("one")), new Line(folder.resolve("two")));
    List<String> points = lines.getFirst().run().reached;
    for (Line each : lines.subList(1, lines.size())) {
      each.run();
    }
    List<Integer> chosen = choose(points, random);
    AtomicInteger next = new AtomicInteger();
    List<Future<Boolean>> ends = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(lines.size())) {
      for (Line line : lines) {
        Callable<Boolean> work =
            () -> {
              for (int at = next.getAndIncrement();
                  at < chosen.size();
                  at = next.getAndIncrement()) {
                line.kill(chosen.get(at));
              }
              return true;
            };
        ends.add(threads.submit(work));
      }
      for (Future<Boolean> each : ends) {
        assertTrue(each.get());
      }
    }
  }

  /// Every sort of point at least once, then any.
  private static List<Integer> choose(List<String> points, Random random) {
    List<Integer> chosen = new ArrayList<>();
    for (String sort : points.stream().distinct().toList()) {
      List<Integer> all = new ArrayList<>();
      for (int at = 0; at < points.size(); at++) {
        if (points.get(at).equals(sort)) {
          all.add(at + 1);
        }
      }
      chosen.add(all.get(random.nextInt(all.size())));
    }
    while (chosen.size() < KILLS) {
      chosen.add(1 + random.nextInt(points.size()));
    }
    return chosen;
  }
}
