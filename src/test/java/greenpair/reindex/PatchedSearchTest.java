package greenpair.reindex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.cli.Workbench;
import greenpair.index.LiveIndex;
import greenpair.index.read.Deadline;
import greenpair.index.read.Snapshot;
import greenpair.reindex.run.ReindexRequest;
import greenpair.reindex.run.RunObserver;
import greenpair.search.Hit;
import greenpair.search.Search;
import greenpair.search.SearchRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Search over an index in which an incremental run replaced documents, with a deadline as every
/// request over HTTP has one.
class PatchedSearchTest {
  private static final int PAGE = 50;

  /// Rounding of each part of an explanation to millionths, and of a sum of floats.
  private static final double ROUNDING = 1e-5;

  private static final List<String> QUERIES =
      List.of("electric bus", "solar roof", "battery storage company", "水处理", "waste");

  @TempDir private static Path folder = Path.of("");
  private static Workbench bench = new Workbench(Path.of("index-config"));

  /// Some firms lose their descriptions, which changes the average length of a text: fewer than one
  /// in ten, because Lucene would rewrite all documents for more.
  @BeforeAll
  static void patch() throws IOException {
    bench = Workbench.demonstration(folder.resolve("data"));
    List<String> firms = Files.readAllLines(Path.of("fixtures/firms.jsonl"));
    List<String> changed =
        firms.subList(0, firms.size() / 11).stream()
            .map(line -> line.replaceFirst("\"description\": ?\\{[^}]*},?", ""))
            .toList();
    assertFalse(firms.containsAll(changed), "descriptions were not found in the lines of firms");
    Path delta = Files.write(folder.resolve("delta.jsonl"), changed);
    ReindexRequest order =
        ReindexRequest.of(List.of(delta)).by("test", "scores are compared").onlyChanges();
    ReindexReport report =
        bench
            .reindexing(folder.resolve("data"))
            .run(order, RunObserver.NONE, Instant.now().plusSeconds(1));
    assertEquals(ReindexReport.Outcome.PUBLISHED, report.outcome());
  }

  @Test
  void search_withADeadlineOverAPatchedIndex_ranksByTheScoresThatItShows() throws IOException {
    Search search = bench.search();
    Deadline deadline = Deadline.in(Duration.ofMinutes(10), System::nanoTime);
    try (LiveIndex live = bench.open(folder.resolve("data"));
        Snapshot snapshot = live.acquire(deadline)) {
      for (String text : QUERIES) {
        SearchRequest request = SearchRequest.of(Kind.SEARCHED, text, PAGE);
        List<Hit> hits = search.search(request, snapshot).hits();
        List<Map.Entry<Entry, Double>> ranked =
            List.copyOf(search.ranking(request, PAGE, snapshot).entrySet());
        assertFalse(hits.isEmpty(), text);
        assertEquals(hits.size(), ranked.size(), text);
        for (int place = 0; place < hits.size(); place++) {
          Hit hit = hits.get(place);
          assertEquals(ranked.get(place).getKey().id(), hit.id(), text);
          assertEquals(ranked.get(place).getValue(), hit.score(), ROUNDING, text + " " + hit.id());
          assertTrue(place == 0 || hit.score() <= hits.get(place - 1).score() + ROUNDING, text);
        }
      }
    }
  }
}
