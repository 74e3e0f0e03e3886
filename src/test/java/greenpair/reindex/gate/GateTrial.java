package greenpair.reindex.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.SmallCohort;
import greenpair.SmallConfiguration;
import greenpair.catalog.Language;
import greenpair.cli.Workbench;
import greenpair.index.GenerationStore;
import greenpair.reindex.ReindexReport;
import greenpair.reindex.run.PublishSettings;
import greenpair.reindex.run.ReindexRequest;
import greenpair.reindex.run.RunObserver;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A published generation of the small cohort under the small configuration, and a copy of the
/// cohort that a test changes.
abstract class GateTrial {
  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static final JsonMapper MAPPER = JsonMapper.shared();

  /// Few needs, so that the tests are quick.
  private static final String FEW =
      """
      unverified: show
      shrink: {share: 0.2, least: 10}
      judgements: {margin: 0.02}
      shortlists: {places: 10, most_needs: 4}
      """;

  @TempDir static Path config = Path.of("");

  /// Of the configuration in its folder.
  @SuppressWarnings("NullAway.Init")
  static Workbench bench;

  @TempDir static Path first = Path.of("");
  @TempDir Path data = Path.of("");

  /// A copy of the cohort that tests change.
  @TempDir static Path cohort = Path.of("");

  int runs;

  @BeforeAll
  static void index() throws IOException {
    SmallCohort.copyTo(cohort);
    SmallConfiguration.copyTo(config);
    Files.writeString(config.resolve(PublishSettings.FILE), FEW);
    bench = new Workbench(config);
    bench.reindexing(first).run(ReindexRequest.of(List.of(cohort)), RunObserver.NONE, NOW);
  }

  @BeforeEach
  void prepare() throws IOException {
    copy(first, data);
    SmallCohort.copyTo(cohort);
    Files.deleteIfExists(cohort.resolve("more.jsonl"));
  }

  static void copy(Path from, Path to) throws IOException {
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

  ReindexReport run(ReindexRequest order) throws IOException {
    ReindexReport report =
        bench.reindexing(data).run(order, RunObserver.NONE, NOW.plusSeconds(++runs));
    if (report.comparison() != null) {
      Path directory = store().directory(report.manifest().id());
      assertEquals(Optional.of(report.comparison()), GenerationComparison.read(directory));
    }
    return report;
  }

  ReindexReport run() throws IOException {
    return run(ReindexRequest.of(List.of(cohort)));
  }

  GenerationStore store() {
    return new GenerationStore(data);
  }

  static void keep(String file, Predicate<String> line) throws IOException {
    Path path = cohort.resolve(file);
    Files.write(path, Files.readAllLines(path).stream().filter(line).toList());
  }

  static void firms(int count) throws IOException {
    Files.write(
        cohort.resolve("more.jsonl"),
        IntStream.range(0, count)
            .mapToObj(
                at ->
                    "{\"kind\":\"firm\",\"id\":\"more-"
                        + at
                        + "\",\"name\":{\"en\":\"Acme "
                        + at
                        + "\"},\"provenance\":[{\"source\":\"by hand\",\"verified\":true}]}")
            .toList());
  }

  static GenerationComparison comparison(ReindexReport report) {
    return Objects.requireNonNull(report.comparison());
  }

  static String faults(ReindexReport report, Language language) {
    return String.join(
        "\n", comparison(report).faults().stream().map(each -> each.best(language)).toList());
  }

  static void replace(String file, String from, String to) throws IOException {
    Path path = cohort.resolve(file);
    Files.writeString(path, Files.readString(path).replaceAll(from, to));
  }

  static void assertAllIn(String said, String... faults) {
    for (String each : faults) {
      assertTrue(said.contains(each), () -> each + " is not in " + said);
    }
  }

  static void change(String file, Consumer<ObjectNode> change) throws IOException {
    Path path = cohort.resolve(file);
    StringBuilder changed = new StringBuilder();
    for (String line : Files.readAllLines(path)) {
      ObjectNode entry = (ObjectNode) MAPPER.readTree(line);
      change.accept(entry);
      changed.append(entry).append('\n');
    }
    Files.writeString(path, changed);
  }

  static Stream<String> notes(ReindexReport report) {
    return comparison(report).notes().stream().map(each -> each.best(Language.EN));
  }
}
