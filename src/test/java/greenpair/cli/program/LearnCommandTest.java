package greenpair.cli.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.cli.Ran;
import greenpair.cli.app.Exit;
import greenpair.match.settings.LearntWeights;
import greenpair.program.ProgramStore;
import greenpair.program.database.DatabaseSettings;
import greenpair.program.database.Page;
import greenpair.program.database.Stamp;
import greenpair.program.introduction.Introduction;
import greenpair.program.introduction.Introduction.Stage;
import greenpair.program.introduction.Introduction.Step;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Learning from outcomes on the command line, on the demonstration
/// cohort with the needs of three cities: each command ranks for all needs twice.
@Tag("slow")
class LearnCommandTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final Stamp LI = new Stamp("Li", Instant.EPOCH);
  private static final List<String> CITIES = List.of("cn-jilin", "us-ca-oakland", "cn-guiyang");

  @TempDir private static Path data;
  @TempDir private static Path catalog;

  /// For each city ten firms of the cohort: five came to a contract and five stopped at once.
  @BeforeAll
  static void index() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("fixtures")).filter(Files::isRegularFile)) {
      for (Path file : files.toList()) {
        Files.copy(file, catalog.resolve(file.getFileName()));
      }
    }
    Path needs = catalog.resolve("needs.jsonl");
    Files.write(
        needs,
        Files.readAllLines(needs).stream()
            .filter(line -> CITIES.stream().anyMatch(city -> line.contains("\"" + city + "\"")))
            .toList());
    assertEquals(Exit.OK, Ran.on(data, "reindex", catalog.toString()).code());
    List<String> firms = Files.readAllLines(Path.of("fixtures/firms.jsonl")).subList(0, 30);
    for (int i = 0; i < firms.size(); i++) {
      String firm = MAPPER.readTree(firms.get(i)).get("id").asString();
      Stage end = i % 10 < 5 ? Stage.CONTRACT : Stage.STOPPED;
      introduce(data, CITIES.get(i / 10), firm, DAY.plusDays(90), end);
    }
  }

  private static void introduce(
      Path where, String city, String firm, LocalDate day, Stage... stages) {
    List<Step> steps = new ArrayList<>(List.of(new Step(Stage.INTRODUCED, DAY, null, "", LI)));
    for (Stage stage : stages) {
      steps.add(new Step(stage, day, stage == Stage.STOPPED ? "too dear" : null, "", LI));
    }
    try (ProgramStore store = new ProgramStore(DatabaseSettings.sqlite(where))) {
      store.write(
          all ->
              all.introductions()
                  .add(
                      new Introduction(
                          0,
                          "",
                          new EntryId(city),
                          null,
                          Kind.FIRM,
                          new EntryId(firm),
                          LI,
                          steps)));
    }
  }

  private static String good(String... arguments) {
    Ran ran = Ran.on(data, arguments);
    assertEquals(Exit.OK, ran.code(), ran::toString);
    return ran.out();
  }

  @Test
  void outcomes_giveATable_inBothLanguagesAndJson() {
    String english = good("learn");
    assertTrue(english.contains("Firms: 30 introductions with a known outcome, 0 open"), english);
    assertTrue(english.contains("Financiers: 0 introductions"), english);
    assertTrue(english.contains("at least 20 are needed"), english);
    assertTrue(english.contains("Nothing was changed"), english);
    String chinese = good("learn", "--lang", "zh");
    assertTrue(chinese.contains("企业：已有结果的引荐30项"), chinese);
    JsonNode firms = MAPPER.readTree(good("learn", "--json")).get("kinds").get(0);
    assertFalse(firms.get("says").isEmpty(), firms::toString);
    for (JsonNode each : firms.get("says")) {
      assertFalse(each.get("en").stringValue().isBlank(), each::toString);
      assertFalse(each.get("zh").stringValue().isBlank(), each::toString);
    }
  }

  @Test
  void reviewedFile_isInForce_inEveryAnswersConfiguration_untilItIsRemoved(@TempDir Path other)
      throws IOException {
    Path config = other.resolve("config");
    new greenpair.registry.config.ConfigFolder(Path.of("index-config")).copyTo(config);
    String own = config.toString();
    String before = good("recommend", "cn-jilin", "--json", "--config", own);
    Path learnt = config.resolve("learnt.yaml");
    Instant day = Instant.parse("2026-03-01T08:00:00Z");
    LearntWeights weights =
        LearntWeights.NONE
            .with(Kind.FIRM, Map.of("text", 9.0, "presence", 0.1))
            .approved("O'Neil: \"x\"\nsecond", day);
    Files.writeString(learnt, weights.yaml());
    JsonNode after = MAPPER.readTree(good("recommend", "cn-jilin", "--json", "--config", own));
    assertNotEquals(MAPPER.readTree(before).get("configuration"), after.get("configuration"));
    assertNotEquals(MAPPER.readTree(before).get("recommendations"), after.get("recommendations"));
    assertEquals(weights("learn", "--json"), weights("learn", "--json", "--config", own));
    Files.writeString(learnt, weights.yaml().replace("text: 9", "txt: -9"));
    Ran bad = Ran.on(data, "recommend", "cn-jilin", "--config", own);
    assertEquals(Exit.BAD_DATA, bad.code());
    assertTrue(bad.err().contains("learnt.yaml.weights.firm: unknown key \"txt\""), bad.err());
    Ran next = Ran.on(data, "learn", "--config", own);
    assertEquals(Exit.OK, next.code(), next::toString);
    assertTrue(next.err().contains("not in effect: learnt.yaml"), next.err());
    Files.delete(learnt);
    assertEquals(before, good("recommend", "cn-jilin", "--json", "--config", own));
  }

  /// What is learnt does not depend on what was learnt before.
  private static JsonNode weights(String... arguments) {
    return MAPPER.readTree(good(arguments)).get("weights");
  }

  @Test
  void output_isTheFileToReview_ifAnythingIsLearnt(@TempDir Path other) throws IOException {
    Path file = other.resolve("learnt.yaml");
    boolean isLearnt =
        MAPPER.readTree(good("learn", "--json")).get("kinds").get(0).get("learnt").asBoolean();
    Ran ran = Ran.on(data, "learn", "--by", "Li Na", "--output", file.toString());
    assertEquals(isLearnt ? Exit.OK : Exit.BAD_DATA, ran.code(), ran::toString);
    assertEquals(isLearnt, Files.exists(file));
    if (isLearnt) {
      assertTrue(Files.readString(file).contains("by: 'Li Na'"));
      assertEquals(
          Exit.BAD_DATA,
          Ran.on(data, "learn", "--by", "Li", "--output", file.toString()).code(),
          "the file exists");
    }
    try (ProgramStore store = new ProgramStore(DatabaseSettings.sqlite(data))) {
      String lines = store.read(all -> all.audit().list(null, Page.NEWEST, 100).items()).toString();
      assertEquals(isLearnt, lines.contains(file + ", by Li Na"), lines);
    }
  }
}
