package greenpair.cli.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.cli.Workbench;
import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import greenpair.match.RecommendationRequest;
import greenpair.match.reason.Answer;
import greenpair.pages.city.CohortPage;
import greenpair.pages.city.CohortPageBuilder;
import greenpair.program.ProgramStore;
import greenpair.program.database.DatabaseSettings;
import greenpair.registry.config.ConfigFolder;
import greenpair.search.SearchRequest;
import greenpair.search.SearchResponse;
import greenpair.web.answers.LiveAnswerParts.AnswerParts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A term is added, a file becomes invalid, a change requires a new index.
class LiveConfigurationTest {
  /// Never opened, so that there are no edits of search.
  private static final ProgramStore PROGRAM =
      new ProgramStore(DatabaseSettings.sqlite(Path.of("none")));

  @TempDir private Path folder;

  private Path config;
  private CommandWiring engine;
  private LiveConfiguration configuration;
  private LiveIndex live;

  @BeforeEach
  void serve() throws IOException {
    config = folder.resolve("config");
    new ConfigFolder(Path.of("index-config")).copyTo(config);
    Workbench.copyDemonstration(folder.resolve("data"));
    engine = CommandWiring.read(config);
    GenerationStore store = new GenerationStore(folder.resolve("data"));
    live = engine.live(store);
    live.refresh();
    configuration = new LiveConfiguration(engine, live, PROGRAM, CommandWiring::read);
  }

  private Answer recommend() {
    RecommendationRequest request =
        new RecommendationRequest(
            Kind.SOLUTION, new EntryId("cn-jilin"), null, null, null, 5, false);
    try (Snapshot snapshot = live.acquire()) {
      return configuration.recommender(snapshot).recommend(request, snapshot);
    }
  }

  @AfterEach
  void stop() {
    configuration.close();
    live.close();
  }

  private List<String> find(String text) {
    try (Snapshot snapshot = live.acquire()) {
      SearchResponse results =
          configuration
              .of(snapshot.configuration())
              .search()
              .search(SearchRequest.of(List.of(Kind.SOLUTION), text, 3), snapshot);
      return results.hits().stream().map(hit -> hit.id().value()).toList();
    }
  }

  private String inForce() {
    return configuration.of(live.configuration()).configuration();
  }

  private void add(String file, String text) throws IOException {
    Files.writeString(config.resolve(file), text, StandardOpenOption.APPEND);
    configuration.refresh();
  }

  @Test
  void newTerm_isUnderstoodWithoutARestart() throws IOException {
    String before = inForce();
    assertEquals(List.of(), find("flumbus"));
    add("glossary.csv", "TRN.PUB.EBS,en,flumbus,\n");
    assertEquals("sol-trn-pub-ebs", find("flumbus").getFirst());
    assertNotEquals(before, inForce());
    assertEquals(List.of(), configuration.faults());
  }

  @Test
  void brokenFile_changesNothingAndIsReported_untilItIsFixed() throws IOException {
    List<String> found = find("heat pump");
    String before = inForce();
    String good = Files.readString(config.resolve("search.yaml"));
    add("search.yaml", "\nsurprise: 1\n");
    assertEquals(before, inForce());
    assertTrue(
        configuration.faults().stream().anyMatch(fault -> fault.toString().contains("surprise")),
        configuration.faults().toString());
    assertEquals(found, find("heat pump"));
    Files.writeString(config.resolve("search.yaml"), good);
    configuration.refresh();
    assertEquals(List.of(), configuration.faults());
  }

  @Test
  void changedWeight_countsForRecommendationsAtOnce_andTheAnswerNamesIt() throws IOException {
    Answer before = recommend();
    Snapshot running = live.acquire();
    String ranking = Files.readString(config.resolve("ranking.yaml"));
    String changed = ranking.replaceFirst("(?m)^(\\s+readiness:) .*$", "$1 0.9");
    assertNotEquals(ranking, changed);
    Files.writeString(config.resolve("ranking.yaml"), changed);
    configuration.refresh();
    assertEquals(List.of(), configuration.faults());
    Answer after = recommend();
    assertEquals(inForce(), after.configuration());
    assertNotEquals(before.configuration(), after.configuration());
    assertNotEquals(before.recommendations(), after.recommendations());
    // A request that began before keeps its rules and their digest to the end.
    try (running) {
      RecommendationRequest request =
          new RecommendationRequest(
              Kind.SOLUTION, new EntryId("cn-jilin"), null, null, null, 5, false);
      assertEquals(before, configuration.recommender(running).recommend(request, running));
    }
    Files.writeString(config.resolve("ranking.yaml"), ranking);
    configuration.refresh();
    assertEquals(before, recommend());
  }

  /// Between the instant in which the index follows and the one in which search does, and for a
  /// request that began before, what searches is of the configuration of the snapshot.
  @Test
  void request_acrossTheChange_isSearchedByOneConfiguration() throws IOException {
    try (Snapshot running = live.acquire()) {
      add("glossary.csv", "TRN.PUB.EBS,en,flumbus,\n");
      try (Snapshot later = live.acquire()) {
        for (Snapshot each : List.of(running, later)) {
          assertEquals(
              each.configuration(), configuration.of(each.configuration()).configuration());
        }
        assertNotEquals(running.configuration(), later.configuration());
      }
      SearchRequest wanted = SearchRequest.of(List.of(Kind.SOLUTION), "flumbus", 3);
      AnswerParts before = configuration.of(running.configuration());
      assertEquals(List.of(), before.search().search(wanted, running).hits());
    }
  }

  @Test
  void configurationThatWasReplacedLongAgo_answersNothing() {
    assertThrows(IllegalStateException.class, () -> configuration.of("none"));
  }

  private void change(String file, String line) throws IOException {
    Files.writeString(config.resolve(file), "\n" + line + "\n", StandardOpenOption.APPEND);
  }

  @Test
  void fileThatCannotBeReadForAMoment_isReportedAndReadAtTheNextLook() throws IOException {
    AtomicBoolean fails = new AtomicBoolean(true);
    LiveConfiguration flaky =
        new LiveConfiguration(
            engine,
            live,
            PROGRAM,
            folder -> {
              if (fails.get()) {
                throw new UncheckedIOException("cannot read search.yaml", new IOException("busy"));
              }
              return CommandWiring.read(folder);
            });
    try (flaky) {
      change("glossary.csv", "TRN.PUB.EBS,en,flumbus,");
      flaky.refresh();
      assertEquals("cannot read search.yaml", flaky.faults().getFirst().en());
      assertEquals(engine.configuration(), live.configuration());
      fails.set(false);
      flaky.refresh();
      assertEquals(List.of(), flaky.faults());
      assertNotEquals(engine.configuration(), live.configuration());
    }
  }

  @Test
  void cohortPage_afterAChangedThreshold_isRebuilt() throws IOException {
    CohortPageBuilder pages = new CohortPageBuilder(configuration::recommender);
    CohortPage before;
    try (Snapshot snapshot = live.acquire()) {
      before = pages.of(0, snapshot);
    }
    Path ranking = config.resolve("ranking.yaml");
    Files.writeString(
        ranking,
        Files.readString(ranking).replaceFirst("(?s)(minimum_score:.*?firm:) [0-9.]+", "$1 0.99"));
    configuration.refresh();
    assertEquals(List.of(), configuration.faults());
    try (Snapshot snapshot = live.acquire()) {
      assertNotEquals(before, pages.of(0, snapshot));
    }
  }

  @Test
  void changeThatNeedsANewGeneration_changesNothing_andSaysWhatToDo() throws IOException {
    Answer before = recommend();
    add("analysis.yaml", "\n# another\n");
    assertTrue(
        configuration.faults().getFirst().toString().contains("run greenpair reindex"),
        configuration.faults().toString());
    assertEquals(before, recommend());
  }
}
