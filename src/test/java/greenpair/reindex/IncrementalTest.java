package greenpair.reindex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Seeded;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.cli.Workbench;
import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.Snapshot;
import greenpair.match.Answer;
import greenpair.match.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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
    bench.reindexing(base).run(Order.of(List.of(Path.of("fixtures"))), Watch.NONE, NOW);
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

  private static String changed(String line, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> line.replaceFirst("\"en\":\"", "\"en\":\"New ");
      case 1 -> line.replaceFirst("\"grade\":\"[A-D]\"", "\"grade\":\"C\"");
      case 2 -> line.replaceFirst("\"firms\":\\[[^]]*]", "\"firms\":[\"byd\"]");
      default -> line.replaceFirst("\"id\":\"", "\"id\":\"z" + random.nextInt(1000) + "-");
    };
  }

  private Report incremental(Path data, Path delta) throws IOException {
    Order order = Order.of(List.of(delta)).onlyChanges();
    return bench.reindexing(data).run(order, Watch.NONE, NOW.plusSeconds(1));
  }

  /// What people would see, without the name of the generation.
  private static List<Object> seen(Path data) {
    List<Object> seen = new ArrayList<>();
    try (LiveIndex live = bench.open(data);
        Snapshot snapshot = live.acquire()) {
      for (Kind kind : Kind.values()) {
        seen.add(snapshot.entries(kind, 0, 10_000));
      }
      for (Need need : Shortlists.sample(snapshot, 6)) {
        for (Kind kind : Shortlists.KINDS) {
          Answer answer =
              bench
                  .recommender()
                  .recommend(Request.ofNeed(kind, need.city(), need.id(), 20), snapshot);
          seen.add(answer.recommendations());
          seen.add(answer.unproven());
          seen.add(answer.excluded());
        }
      }
      for (String words : List.of("heat pumps", "公交", "New")) {
        seen.add(List.copyOf(bench.search().ranking(Kind.FIRM, words, 20, snapshot).entrySet()));
        seen.add(
            List.copyOf(bench.search().ranking(Kind.SOLUTION, words, 20, snapshot).entrySet()));
      }
    }
    return seen;
  }

  @Seeded(runs = 2)
  void delta_putOverTheGeneration_isSeenAsAFullRunOfAllLines(Random random) throws IOException {
    Map<String, String> merged = cohort();
    List<String> keys = new ArrayList<>(merged.keySet());
    Collections.shuffle(keys, random);
    Map<String, String> delta = new LinkedHashMap<>();
    for (String key : keys.subList(0, 12)) {
      String line = changed(String.valueOf(merged.get(key)), random);
      delta.put(key(line), line);
    }
    merged.putAll(delta);
    Path data = folder.resolve("data");
    TinyRegistries.copy(base, data);
    Path file = Files.write(folder.resolve("delta.jsonl"), delta.values());
    assertEquals(Report.Outcome.PUBLISHED, incremental(data, file).outcome());
    Path all = Files.write(folder.resolve("all.jsonl"), merged.values());
    Path full = folder.resolve("full");
    bench.reindexing(full).run(Order.of(List.of(all)), Watch.NONE, NOW.plusSeconds(1));
    assertEquals(seen(full), seen(data));

    String published = new GenerationStore(data).published().orElseThrow();
    Report again = incremental(data, file);
    assertEquals(Report.Outcome.UNCHANGED, again.outcome());
    assertEquals(Optional.of(published), new GenerationStore(data).published());
    assertTrue(again.notes().getFirst().startsWith("0 new, 0 changed, "), again.notes()::toString);
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
