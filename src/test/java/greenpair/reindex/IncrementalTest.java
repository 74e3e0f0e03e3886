package greenpair.reindex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Seeded;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.cli.Workbench;
import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import greenpair.reindex.run.PublishSettings;
import greenpair.reindex.run.ReindexRequest;
import greenpair.reindex.run.RejectedException;
import greenpair.reindex.run.RunObserver;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Changes of the demonstration cohort put over what is published, beside a full run of all lines.
class IncrementalTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Pattern ID =
      Pattern.compile("\"kind\": ?\"([a-z]+)\", ?\"id\": ?\"([^\"]+)\"");
  private static final String FEW =
      """
      unverified: show
      shrink: {share: 1, least: 10}
      judgements: {margin: 1, most_topics: 0}
      shortlists: {places: 10, most_needs: 3}
      """;

  @TempDir private static Path config = Path.of("");
  @TempDir private static Path base = Path.of("");
  @TempDir private Path folder = Path.of("");
  private static Workbench bench = new Workbench(Path.of("index-config"));

  @BeforeAll
  static void index() throws IOException {
    TinyRegistries.copy(Path.of("index-config"), config);
    Files.writeString(config.resolve(PublishSettings.FILE), FEW);
    bench = new Workbench(config);
    bench
        .reindexing(base)
        .run(ReindexRequest.of(List.of(Path.of("fixtures"))), RunObserver.NONE, NOW);
  }

  /// Lines of the cohort by kind and id, in order.
  private static Map<String, String> cohort() throws IOException {
    Map<String, String> lines = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(Path.of("fixtures"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".jsonl")).sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          lines.put(key(line), line);
        }
      }
    }
    return lines;
  }

  private static String key(String line) {
    Matcher id = ID.matcher(line);
    assertTrue(id.find(), line);
    return id.group(1) + " " + id.group(2);
  }

  /// Another name, grade, firm, climate, year, technology or id, whichever the line can have.
  private static String changed(String line, Random random) {
    String other =
        switch (random.nextInt(7)) {
          case 0 -> line;
          case 1 -> line.replaceFirst("\"grade\":\"[A-D]\"", "\"grade\":\"C\"");
          case 2 ->
              line.contains("\"byd\"")
                  ? line
                  : line.replaceFirst("\"firms\":\\[", "\"firms\":[\"byd\",");
          case 3 -> line.replaceFirst("\"koppen\":\"[^\"]*\"", "\"koppen\":\"Aw\"");
          case 4 -> line.replaceFirst("\"start\":[0-9]+", "\"start\":1990");
          case 5 ->
              line.replaceFirst(
                  "\"technologies\":\\[\"[A-Z0-9.]+",
                  "\"technologies\":[\"ENE.SOL.ROF\",\"WTR.CON");
          default -> line.replaceFirst("\"id\": ?\"", "\"id\":\"z" + random.nextInt(1000) + "-");
        };
    return other.equals(line) ? line.replaceFirst("\"en\": ?\"", "\"en\":\"New ") : other;
  }

  private ReindexReport incremental(Path data, Path delta) throws IOException {
    ReindexRequest order = ReindexRequest.of(List.of(delta)).onlyChanges();
    return bench.reindexing(data).run(order, RunObserver.NONE, NOW.plusSeconds(1));
  }

  /// A new generation from the entries of another, each kind in the same order.
  private Path builtAnew(Path data) throws IOException {
    Path all = folder.resolve("all.jsonl");
    try (LiveIndex live = bench.open(data);
        Snapshot snapshot = live.acquire();
        OutputStream out = Files.newOutputStream(all)) {
      for (Kind kind : Kind.values()) {
        for (Entry entry : snapshot.entries(kind, 0, 10_000)) {
          out.write(
              bench.json().encode(snapshot.whole(kind, entry.id()).orElseThrow().unredacted()));
          out.write('\n');
        }
      }
    }
    Path full = folder.resolve("full");
    bench
        .reindexing(full)
        .run(ReindexRequest.of(List.of(all)), RunObserver.NONE, NOW.plusSeconds(1));
    return full;
  }

  private static Map<String, String> some(Map<String, String> cohort, int count, Random random) {
    List<String> keys = new ArrayList<>(cohort.keySet());
    Collections.shuffle(keys, random);
    Map<String, String> delta = new LinkedHashMap<>();
    for (String key : keys.subList(0, count)) {
      String line = changed(String.valueOf(cohort.get(key)), random);
      delta.put(key(line), line);
    }
    return delta;
  }

  @Seeded(runs = 2)
  void deltas_putOverTheGeneration_answerAsAFullBuildOfTheSameEntries(Random random)
      throws IOException {
    Map<String, String> cohort = cohort();
    Path data = folder.resolve("data");
    TinyRegistries.copy(base, data);
    Path file = folder.resolve("delta.jsonl");
    for (int count : List.of(12, 5)) {
      Map<String, String> delta = some(cohort, count, random);
      cohort.putAll(delta);
      Files.write(file, delta.values());
      assertEquals(ReindexReport.Outcome.PUBLISHED, incremental(data, file).outcome());
    }
    Map<String, String> seen = AllAnswers.of(bench, data);
    cohort.keySet().forEach(key -> assertTrue(seen.containsKey(upper(key)), key));
    AllAnswers.assertSame(AllAnswers.of(bench, builtAnew(data)), seen);

    String published = new GenerationStore(data).published().orElseThrow();
    ReindexReport again = incremental(data, file);
    assertEquals(ReindexReport.Outcome.UNCHANGED, again.outcome());
    assertEquals(Optional.of(published), new GenerationStore(data).published());
    assertTrue(
        String.valueOf(again.sources().notes().getFirst().en()).startsWith("0 new, 0 changed, "),
        again.sources().notes()::toString);
  }

  /// As [AllAnswers] names an entry.
  private static String upper(String key) {
    int blank = key.indexOf(' ');
    return key.substring(0, blank).toUpperCase(Locale.ROOT) + key.substring(blank);
  }

  @Test
  void delta_withADanglingReference_publishesNothing() throws IOException {
    Path data = folder.resolve("data");
    TinyRegistries.copy(base, data);
    Path file =
        Files.writeString(
            folder.resolve("delta.jsonl"),
            "{\"kind\":\"need\",\"id\":\"n\",\"name\":{\"en\":\"N\"},\"city\":\"nowhere\","
                + "\"technologies\":[\"ENE.SOL\"],"
                + "\"provenance\":[{\"source\":\"by hand\",\"verified\":true}]}\n");
    assertThrows(RejectedException.class, () -> incremental(data, file));
    assertEquals(1, new GenerationStore(data).list().size());
    try (LiveIndex live = bench.open(data);
        Snapshot snapshot = live.acquire()) {
      assertTrue(snapshot.name(Kind.NEED, new EntryId("n")).isEmpty());
    }
  }

  @Test
  void delta_withoutAGeneration_isRefusedWithTheNextStep() throws IOException {
    Path file = Files.write(folder.resolve("delta.jsonl"), cohort().values());
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> incremental(folder.resolve("none"), file));
    assertTrue(String.valueOf(e.getMessage()).contains("run without --incremental first"));
  }
}
