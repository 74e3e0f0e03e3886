package greenpair.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Kind;
import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.Snapshot;
import greenpair.reindex.Order;
import greenpair.reindex.Watch;
import greenpair.search.Results;
import greenpair.search.SearchRequest;
import greenpair.web.Searching;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A person adds a term, breaks a file, changes what needs a new index.
class LiveConfigurationTest {
  @TempDir private Path folder;

  private Path config;
  private LiveConfiguration configuration;
  private LiveIndex live;

  @BeforeEach
  void serve() throws IOException {
    config = folder.resolve("config");
    Path from = Path.of("index-config");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, config.resolve(from.relativize(file).toString()));
      }
    }
    Engine engine = Engine.read(config);
    GenerationStore store = new GenerationStore(folder.resolve("data"));
    engine.reindexing(store).run(Order.of(List.of(Path.of("fixtures"))), Watch.NONE, Instant.now());
    live = engine.live(store);
    live.refresh();
    configuration = new LiveConfiguration(config, engine);
  }

  @AfterEach
  void stop() {
    configuration.close();
    live.close();
  }

  private List<String> find(String text) {
    try (Snapshot snapshot = live.acquire()) {
      Results results =
          configuration
              .get()
              .search()
              .search(SearchRequest.of(List.of(Kind.SOLUTION), text, 3), snapshot);
      return results.hits().stream().map(hit -> hit.id().value()).toList();
    }
  }

  private void add(String file, String text) throws IOException {
    Files.writeString(config.resolve(file), text, StandardOpenOption.APPEND);
    configuration.look();
  }

  @Test
  void newTerm_isUnderstoodWithoutARestart() throws IOException {
    String before = configuration.get().configuration();
    assertEquals(List.of(), find("flumbus"));
    add("glossary.csv", "TRN.PUB.EBS,en,flumbus,\n");
    assertEquals("sol-trn-pub-ebs", find("flumbus").getFirst());
    assertNotEquals(before, configuration.get().configuration());
    assertEquals(List.of(), configuration.get().faults());
  }

  @Test
  void brokenFile_changesNothingAndIsTold_untilItIsMended() throws IOException {
    List<String> found = find("heat pump");
    Searching before = configuration.get();
    String good = Files.readString(config.resolve("search.yaml"));
    add("search.yaml", "\nsurprise: 1\n");
    assertEquals(before.configuration(), configuration.get().configuration());
    assertTrue(
        configuration.get().faults().stream().anyMatch(fault -> fault.contains("surprise")),
        configuration.get().faults().toString());
    assertEquals(found, find("heat pump"));
    Files.writeString(config.resolve("search.yaml"), good);
    configuration.look();
    assertEquals(List.of(), configuration.get().faults());
  }

  @Test
  void whatNeedsANewIndex_saysSo() throws IOException {
    add("analysis.yaml", "\n# another\n");
    assertTrue(
        configuration.get().faults().getFirst().contains("needs a new generation"),
        configuration.get().faults().toString());
  }
}
