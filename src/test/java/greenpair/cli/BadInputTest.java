package greenpair.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.index.FullDisk;
import greenpair.index.GenerationStore;
import greenpair.registry.SourceChangedException;
import greenpair.reindex.Order;
import greenpair.reindex.Report;
import greenpair.reindex.Watch;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whatever is wrong with the input, a command says what, by which rule, and what to do; and what
/// was served goes on being served.
class BadInputTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String CITY =
      "{\"kind\":\"city\",\"id\":\"xx-a\",\"name\":{\"en\":\"A\"},\"country\":\"US\","
          + "\"provenance\":[{\"source\":\"test\",\"verified\":true}]}";
  private static final String NEED =
      line("need", "xx-a-n1", "\"city\":\"xx-a\",\"technologies\":[\"LGT.LED\"]");
  private static final String FIRM =
      line("firm", "lamps", "\"role\":\"vendor\",\"technologies\":[\"LGT.LED\"]");

  /// The demonstration cohort, for commands that only read.
  @TempDir private static Path cohort;

  @TempDir private Path folder;
  private Path data = Path.of("");
  private String good = "";

  @BeforeAll
  static void index() {
    assertEquals(Exit.OK, Ran.on(cohort, "reindex").code());
  }

  @BeforeEach
  void publishAGoodOne() throws IOException {
    data = folder.resolve("data");
    Ran ran = Ran.on(data, "reindex", file("good.jsonl", CITY, NEED, FIRM).toString());
    assertEquals(Exit.OK, ran.code(), ran::toString);
    good = new GenerationStore(data).published().orElseThrow();
  }

  private static String line(String kind, String id, String fields) {
    return "{\"kind\":\"%s\",\"id\":\"%s\",\"name\":{\"en\":\"%s\"},%s,"
            .formatted(kind, id, id, fields)
        + "\"provenance\":[{\"source\":\"test\",\"verified\":true}]}";
  }

  private static String deployment(String id, String fields) {
    return line("deployment", id, "\"technologies\":[\"LGT.LED\"],\"grade\":\"A\"," + fields);
  }

  private Path file(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  /// That a command fails with that code and says all these words, and nothing else is printed.
  private static void assertFails(Ran ran, int code, String... words) {
    assertEquals(code, ran.code(), ran::toString);
    assertEquals("", ran.out());
    assertTrue(code == Exit.USAGE || ran.err().startsWith("greenpair: "), ran.err());
    assertFalse(ran.err().contains("\tat "), "a stack trace is not for people: " + ran.err());
    for (String word : words) {
      assertTrue(ran.err().contains(word), () -> "\"" + word + "\" is not in: " + ran.err());
    }
  }

  /// That the generation of before the test is served as it was, and nothing else is left.
  private void assertGoodIsServed() throws IOException {
    GenerationStore store = new GenerationStore(data);
    assertEquals(good, store.published().orElseThrow());
    try (var left = Files.list(data.resolve("generations"))) {
      assertEquals(List.of(good), left.map(each -> each.getFileName().toString()).toList());
    }
    Ran status = Ran.on(data, "status");
    assertEquals(Exit.OK, status.code(), status::toString);
    assertFalse(status.out().contains("refused"), status.out());
    Ran answer = Ran.on(data, "recommend", "xx-a", "--json");
    assertEquals(good, MAPPER.readTree(answer.out()).get("generation").asString());
  }

  private void assertReindexFails(int code, List<String> arguments, String... words)
      throws IOException {
    String[] all = Stream.concat(Stream.of("reindex"), arguments.stream()).toArray(String[]::new);
    assertFails(Ran.on(data, all), code, words);
    assertGoodIsServed();
  }

  // Catalogs

  @Test
  void cutOffFile_isIndexed_namesLineAndByteAndStays() throws IOException {
    Path cut = folder.resolve("cut.jsonl");
    Files.writeString(cut, CITY + "\n" + FIRM.substring(0, 50));
    assertReindexFails(
        Exit.BAD_DATA,
        List.of(cut.toString()),
        "1 line is bad and 0 may be, so nothing was published and the last generation stays:",
        cut + ":2: not valid JSON at byte 51",
        "the file looks cut off here",
        "Mend these lines and run again, or leave them out with --allow-rejects 1");
  }

  @Test
  void danglingReferences_areIndexed_areAllNamedWithTheNearestId() throws IOException {
    Path file =
        file(
            "dangling.jsonl",
            CITY,
            FIRM,
            deployment("d1", "\"city\":\"xx-b\",\"firms\":[\"lamp\",\"lamps\"]"),
            deployment("d2", "\"city\":\"xx-a\",\"financiers\":[\"bank\"]"),
            line("need", "n1", "\"city\":\"nowhere\""));
    assertReindexFails(
        Exit.BAD_DATA,
        List.of(file.toString()),
        "3 lines are bad",
        file + ":3: city: no city of this catalog has the id \"xx-b\" (did you mean \"xx-a\"?)",
        "firms: no firm of this catalog has the id \"lamp\" (did you mean \"lamps\"?)",
        file + ":4: financiers: no financier of this catalog has the id \"bank\"",
        file + ":5: city: no city of this catalog has the id \"nowhere\"");
  }

  @Test
  void unknownCode_isIndexed_isNamedWithTheNearest() throws IOException {
    Path file = file("code.jsonl", line("firm", "f", "\"technologies\":[\"TRN.PUB.EBX\"]"));
    assertReindexFails(
        Exit.BAD_DATA,
        List.of(file.toString()),
        file + ":1: technologies[0]: unknown code \"TRN.PUB.EBX\" (did you mean \"TRN.PUB.EBS\"?)");
  }

  @Test
  void duplicateId_isIndexed_namesBothPlaces() throws IOException {
    Path one = file("one.jsonl", CITY, FIRM);
    Path two = file("two.jsonl", NEED, FIRM);
    assertReindexFails(
        Exit.BAD_DATA,
        List.of(one.toString(), two.toString()),
        two + ":2: id: another firm has the id \"lamps\" at " + one + ":2",
        "rename or remove one of the two");
  }

  @Test
  void manyBadLines_areCountedAndTheFirstAreShown() throws IOException {
    String[] lines = new String[30];
    Arrays.fill(lines, "{");
    assertReindexFails(
        Exit.BAD_DATA,
        List.of(file("many.jsonl", lines).toString()),
        "30 lines are bad",
        "many.jsonl:20: ",
        "… and 10 more",
        "--allow-rejects 30");
  }

  @Test
  void missingFile_isIndexed_isNamed() throws IOException {
    assertReindexFails(
        Exit.BAD_DATA,
        List.of(folder.resolve("none.jsonl").toString()),
        folder.resolve("none.jsonl") + " does not exist; name a file or a folder of *.jsonl files");
  }

  @Test
  void emptyFolder_isIndexed_isNamed() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertReindexFails(
        Exit.BAD_DATA,
        List.of(empty.toString()),
        empty + " holds no *.jsonl file; name the folder or the files of a catalog");
  }

  @Test
  void binaryFile_isIndexed_isNamed() throws IOException {
    Path binary = Files.write(folder.resolve("b.jsonl"), new byte[] {(byte) 0xFF, 0, 1, 2});
    assertReindexFails(
        Exit.BAD_DATA, List.of(binary.toString()), binary + ":1: ", "save the file as UTF-8");
  }

  @Test
  void allowedRejects_areLeftOutAndTold_theRestIsPublished() throws IOException {
    Path file =
        file(
            "some.jsonl",
            CITY,
            NEED,
            FIRM,
            deployment("d1", "\"city\":\"xx-a\",\"firms\":[\"lamps\"],\"end\":2025"),
            deployment("d2", "\"city\":\"nowhere\",\"firms\":[\"lamps\"],\"end\":2025"),
            deployment("d3", "\"city\":\"xx-a\",\"firms\":[\"lamps\",\"ghost\"],\"end\":2025"),
            "{");
    Ran ran = Ran.on(data, "reindex", file.toString(), "--allow-rejects", "3");
    assertEquals(Exit.OK, ran.code(), ran::toString);
    assertTrue(ran.out().contains("deployment  1\n"), ran.out());
    assertTrue(ran.out().contains("left out: 3\n"), ran.out());
    for (String where : List.of(file + ":5: city", file + ":6: firms", file + ":7: ")) {
      assertTrue(ran.out().contains(where), ran.out());
    }

    JsonNode firm =
        MAPPER.readTree(Ran.on(data, "explain", "xx-a", "lamps", "--json").out()).get("evidence");
    assertEquals(1, firm.size(), "the firm carries no case that the index does not have");
    assertEquals("d1", firm.get(0).get("id").asString());
  }

  @Test
  void oneMoreRejectThanAllowed_publishesNothing() throws IOException {
    Path file = file("two.jsonl", CITY, "{", "{");
    assertReindexFails(
        Exit.BAD_DATA,
        List.of(file.toString(), "--allow-rejects", "1"),
        "2 lines are bad and 1 may be");
  }

  @Test
  void negativeNumberOfRejects_isRefusedByItsRule() throws IOException {
    assertReindexFails(
        Exit.BAD_DATA,
        List.of(file("a.jsonl", CITY).toString(), "--allow-rejects", "-1"),
        "allow-rejects is a whole number from 0; got -1");
  }

  @Test
  void validate_ofABadFile_namesEveryFaultAndCountsThem() throws IOException {
    Path file = file("bad.jsonl", CITY, "{", line("need", "n", "\"city\":\"nowhere\""));
    Ran ran = Ran.of("validate", file.toString());
    assertEquals(Exit.BAD_DATA, ran.code());
    assertTrue(ran.out().contains(file + ":2: not valid JSON"), ran.out());
    assertTrue(ran.out().contains(file + ":3: city: no city of this catalog has"), ran.out());
    assertTrue(ran.out().endsWith("3 entries, 2 faults\n"), ran.out());
    assertFails(
        Ran.of("validate", folder.resolve("none").toString()), Exit.BAD_DATA, "does not exist");
  }

  // Two at once, a source that changes, a disk that is full

  @Test
  void secondReindex_whileOneRuns_isToldToWait() throws IOException {
    try (GenerationStore.Lock lock = new GenerationStore(data).lock()) {
      assertTrue(lock != null);
      assertReindexFails(
          Exit.BUSY,
          List.of("fixtures"),
          "another reindex is running on " + data,
          "wait for it to end and try again");
    }
    assertEquals(Exit.OK, Ran.on(data, "reindex", "fixtures").code());
  }

  /// A run that does something at the beginning of a stage.
  private Report reindex(Path source, String stage, Runnable then) throws IOException {
    Engine engine = Engine.read(Path.of("index-config"));
    Watch watch =
        new Watch() {
          @Override
          public void stage(String name, long expected) {
            if (name.equals(stage)) {
              then.run();
            }
          }

          @Override
          public void step(long rows) {}

          @Override
          public void rejected() {}

          @Override
          public boolean isCancelled() {
            return false;
          }
        };
    return engine
        .reindexing(new GenerationStore(data))
        .run(Order.of(List.of(source)), watch, Instant.now().plusSeconds(1));
  }

  /// What the program makes of an exception of a command.
  private static Ran reported(Exception e) throws Exception {
    StringWriter err = new StringWriter();
    CommandLine program = Main.commandLine().setErr(new PrintWriter(err));
    int code =
        program
            .getExecutionExceptionHandler()
            .handleExecutionException(e, program, program.parseArgs("status"));
    return new Ran(code, "", err.toString());
  }

  @Test
  void source_thatChangesBetweenThePasses_isRefused() throws Exception {
    Path file = file("changing.jsonl", CITY, FIRM);
    SourceChangedException e =
        assertThrows(
            SourceChangedException.class,
            () ->
                reindex(
                    file,
                    "writing",
                    () -> {
                      try {
                        file("changing.jsonl", CITY, FIRM.replace("lamps", "pumps"));
                      } catch (IOException failed) {
                        throw new UncheckedIOException(failed);
                      }
                    }));
    assertFails(
        reported(e),
        Exit.BAD_DATA,
        file + " changed while it was being indexed; run the command again");
    assertGoodIsServed();
  }

  @Test
  void source_thatIsDeletedBetweenThePasses_isRefused() throws Exception {
    Path file = file("changing.jsonl", CITY, FIRM);
    SourceChangedException e =
        assertThrows(
            SourceChangedException.class, () -> reindex(file, "writing", file.toFile()::delete));
    assertFails(reported(e), Exit.BAD_DATA, file + " changed");
    assertGoodIsServed();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10_000, 100_000, 300_000})
  void disk_thatIsFull_isNamedAndTheLastGenerationStays(int room) throws IOException {
    try (FullDisk disk = new FullDisk(room)) {
      assertReindexFails(
          Exit.FAILURE,
          List.of("fixtures"),
          "the disk is full",
          "nothing was published and the last generation stays",
          "free space and run again");
      assertTrue(disk.room() < 0);
    }
  }

  /// A merge that fails closes the writer, and the next thread to come learns of it second-hand.
  @Test
  void disk_thatIsFullInAMerge_isNamedToo() throws Exception {
    IOException full = new IOException("No space left on device");
    Exception closed = new IllegalStateException("this IndexWriter is closed", full);
    assertFails(
        reported(new IllegalStateException("writing the index failed", closed)),
        Exit.FAILURE,
        "the disk is full (No space left on device); nothing was published");
  }

  @Test
  void bug_isReported_showsItsStackTrace() throws Exception {
    Ran ran = reported(new IllegalStateException("what should not be possible"));
    assertEquals(Exit.FAILURE, ran.code());
    assertTrue(ran.err().startsWith("greenpair: what should not be possible"), ran.err());
    assertTrue(ran.err().contains("\tat "), ran.err());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void disk_thatIsFullWhenTheManifestIsWritten_leavesNothing() throws Exception {
    Path full = Path.of("/dev/full");
    IOException e =
        assertThrows(
            IOException.class,
            () ->
                reindex(
                    file("a.jsonl", CITY),
                    "finishing",
                    () -> {
                      try (var all = Files.list(data.resolve("generations"))) {
                        Path building =
                            all.filter(each -> !each.endsWith(good)).findFirst().orElseThrow();
                        Files.createSymbolicLink(building.resolve("manifest.properties.new"), full);
                      } catch (IOException failed) {
                        throw new UncheckedIOException(failed);
                      }
                    }));
    assertFails(reported(e), Exit.FAILURE, "the disk is full");
    assertGoodIsServed();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void disk_thatIsFullWhenItIsPublished_leavesNothing() throws IOException {
    Path next = Files.createSymbolicLink(data.resolve("CURRENT.new"), Path.of("/dev/full"));
    assertReindexFails(Exit.FAILURE, List.of(file("a.jsonl", CITY).toString()), "the disk is full");
    Files.deleteIfExists(next);
    assertEquals(Exit.OK, Ran.on(data, "reindex", "fixtures").code());
  }

  // Configurations and generations

  private Path config() throws IOException {
    Path copy = folder.resolve("config");
    try (var files = Files.walk(Path.of("index-config"))) {
      for (Path file : files.toList()) {
        Path to = copy.resolve(Path.of("index-config").relativize(file).toString());
        Files.createDirectories(to.getParent());
        if (Files.isRegularFile(file)) {
          Files.copy(file, to);
        }
      }
    }
    return copy;
  }

  private static void edit(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertTrue(text.contains(from), file + " has no " + from);
    Files.writeString(file, text.replaceFirst(java.util.regex.Pattern.quote(from), to));
  }

  @Test
  void configuration_withFaultsInManyFiles_namesThemAllAtOnce() throws IOException {
    Path config = config();
    edit(config.resolve("ranking.yaml"), "candidates: 200", "candidates: 5");
    edit(config.resolve("ranking.yaml"), "half_life: 10", "halflife: 10");
    edit(config.resolve("similarity.yaml"), "default: ", "standard: ");
    edit(config.resolve("phrases.yaml"), "reason.no_case:", "reason.no_kase:");
    edit(config.resolve("analysis.yaml"), "stop_words_en:", "stop_words:");
    edit(config.resolve("taxonomy.jsonl"), "\"code\":\"LGT.LED\"", "\"code\":\"LGT.LED.\"");
    Ran ran = Ran.on(data, "reindex", "fixtures", "--config", config.toString());
    assertFails(
        ran,
        Exit.BAD_DATA,
        "faults in the configuration " + config,
        "ranking.yaml.candidates is a number from 10.0 to 10000.0; got 5",
        "half_life",
        "unknown key \"halflife\" (did you mean \"half_life\"?)",
        "needs the group \"default\"",
        "the phrase \"reason.no_case\" is missing",
        "unknown phrase \"reason.no_kase\" (did you mean \"reason.no_case\"?)",
        "unknown key \"stop_words\"",
        "taxonomy.jsonl",
        "LGT.LED.");
    assertGoodIsServed();
  }

  @Test
  void missingConfiguration_isNamed() {
    assertFails(
        Ran.of("status", "--config", folder.resolve("none").toString()),
        Exit.BAD_DATA,
        folder.resolve("none") + " is no folder; name the index-config folder");
  }

  @Test
  void generation_ofAnotherConfiguration_isNotServedAndBothAreNamed() throws IOException {
    Path config = config();
    edit(config.resolve("analysis.yaml"), "[a, an, and,", "[a, and,");
    Ran ran = Ran.on(data, "recommend", "xx-a", "--config", config.toString());
    assertFails(
        ran,
        Exit.NOTHING_TO_SERVE,
        "it was built with configuration "
            + Engine.read(Path.of("index-config")).digests().indexing().substring(0, 12),
        "and this one is " + Engine.read(config).digests().indexing().substring(0, 12),
        "greenpair reindex");
    assertGoodIsServed();
  }

  @Test
  void emptyDataFolder_isAsked_namesTheNextStep() {
    Path empty = folder.resolve("empty");
    for (List<String> command :
        List.of(
            List.of("recommend", "cn-jilin"),
            List.of("search", "bus"),
            List.of("explain", "cn-jilin", "byd"))) {
      assertFails(
          Ran.on(empty, command.toArray(String[]::new)),
          Exit.NOTHING_TO_SERVE,
          "no generation to serve in " + empty,
          "build one with: greenpair reindex");
    }
  }

  @Test
  void damagedGeneration_isNamedByStatusAndThePreviousAnswers() throws IOException {
    assertEquals(Exit.OK, Ran.on(data, "reindex", "fixtures").code());
    GenerationStore store = new GenerationStore(data);
    String bad = store.published().orElseThrow();
    Path file;
    try (var files = Files.list(data.resolve("generations").resolve(bad).resolve("firm"))) {
      file = files.filter(each -> each.toString().endsWith(".fdt")).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    Ran status = Ran.on(data, "status");
    assertEquals(Exit.OK, status.code());
    assertTrue(
        status.out().contains("refused: generation " + bad + " cannot be served: file firm/"),
        status.out());
    Ran answer = Ran.on(data, "recommend", "xx-a", "--json");
    assertEquals(good, MAPPER.readTree(answer.out()).get("generation").asString());
  }

  // Requests

  @Test
  void unknownCity_isNamed() {
    for (List<String> command :
        List.of(
            List.of("recommend", "cn-nowhere"),
            List.of("explain", "cn-nowhere", "byd"),
            List.of("search", "bus", "--city", "cn-nowhere"))) {
      assertFails(
          Ran.on(cohort, command.toArray(String[]::new)),
          Exit.NOT_FOUND,
          "no city has the id \"cn-nowhere\"; find it by name: greenpair search --kind city NAME");
    }
  }

  @Test
  void unknownCity_isNamedWithTheNearest() {
    assertFails(
        Ran.on(cohort, "recommend", "Jilin City"), Exit.BAD_DATA, "an id is a letter or digit");
    assertFails(
        Ran.on(cohort, "recommend", "us-ca-losangelos"),
        Exit.NOT_FOUND,
        "no city has the id \"us-ca-losangelos\" (did you mean \"us-ca-losangeles\"?)");
    assertFails(
        Ran.on(cohort, "recommend", "shenzhen"), Exit.NOT_FOUND, "(did you mean \"cn-shenzhen\"?)");
  }

  @Test
  void idThatIsNone_isRefusedByItsRule() {
    assertFails(
        Ran.on(cohort, "recommend", "no id!"),
        Exit.BAD_DATA,
        "an id is a letter or digit, then up to 199 of letters, digits",
        "got \"no id!\"");
  }

  @Test
  void unknownNeed_orOneOfAnotherCity_isNamed() {
    assertFails(
        Ran.on(cohort, "recommend", "cn-jilin", "--need", "cn-jilin-n9"),
        Exit.NOT_FOUND,
        "no need has the id \"cn-jilin-n9\"");
    assertFails(
        Ran.on(cohort, "recommend", "cn-jilin", "--need", "cn-yanan-n1"),
        Exit.NOT_FOUND,
        "no need has the id \"cn-yanan-n1\" in city cn-jilin; it belongs to cn-yanan");
  }

  @Test
  void unknownEntry_isNamed() {
    assertFails(
        Ran.on(cohort, "explain", "cn-jilin", "nobody"),
        Exit.NOT_FOUND,
        "no firm has the id \"nobody\", nor has a financier or a solution");
    assertFails(
        Ran.on(cohort, "explain", "cn-jilin", "byd", "--kind", "financier"),
        Exit.NOT_FOUND,
        "no financier has the id \"byd\"");
  }

  @Test
  void unknownKind_isWrongUsageWithTheNearest() {
    assertFails(
        Ran.on(cohort, "recommend", "cn-jilin", "--kind", "frim"),
        Exit.USAGE,
        "--kind",
        "kind is one of city, need, firm, financier, solution, deployment; got \"frim\""
            + " (did you mean \"firm\"?)");
    assertFails(Ran.on(cohort, "search", "bus", "--kind", "firm,bank"), Exit.USAGE, "got \"bank\"");
  }

  @Test
  void kindThatIsNotRecommended_isRefusedByItsRule() {
    assertFails(
        Ran.on(cohort, "recommend", "cn-jilin", "--kind", "deployment"),
        Exit.BAD_DATA,
        "kind is firm, financier or solution; got deployment");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2026-02-30", "1/2/2026"})
  void day_thatIsNone_isRefusedByItsRule(String day) {
    assertFails(
        Ran.of("reindex", "--incremental", "--source", "gbfs", "--since", day),
        Exit.USAGE,
        "is a day that exists, YYYY-MM-DD; got \"" + day + "\"");
  }

  @Test
  void rollback_toAGenerationThatIsNotThere_saysSo() {
    assertFails(
        Ran.on(data, "rollback", "nope"), Exit.NOTHING_TO_SERVE, "generation nope", "is gone");
  }

  @Test
  void unknownLanguage_isWrongUsage() {
    assertFails(
        Ran.on(cohort, "recommend", "cn-jilin", "--lang", "fr"),
        Exit.USAGE,
        "--lang",
        "language is en or zh; got \"fr\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5", "0", "101", "ten", "99999999999", "1.5"})
  void limit_outOfItsRange_isWrongUsage(String limit) {
    for (List<String> command : List.of(List.of("recommend", "cn-jilin"), List.of("search", "b"))) {
      String[] words =
          Stream.concat(command.stream(), Stream.of("--limit", limit)).toArray(String[]::new);
      assertFails(
          Ran.on(cohort, words),
          Exit.USAGE,
          "--limit",
          "limit is a whole number from 1 to 100; got \"" + limit + "\"");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TRN.PUB.EBX, unknown code \"TRN.PUB.EBX\" (did you mean \"TRN.PUB.EBS\"?)",
    "buses, a code is capital letters and digits"
  })
  void technology_thatIsNoCode_isNamed(String code, String words) {
    assertFails(Ran.on(cohort, "search", "bus", "--technology", code), Exit.BAD_DATA, words);
  }

  @Test
  void search_forTooManyWords_isRefusedByItsRule() {
    assertFails(
        Ran.on(cohort, "search", "x".repeat(10_001)),
        Exit.BAD_DATA,
        "q has at most 10000 characters; got 10001");
  }

  // Topics, runs and judgements

  @Test
  void missingFiles_areNamed() throws IOException {
    String none = folder.resolve("none").toString();
    String qrels = file("q.qrels", "t 0 a 1").toString();
    for (List<String> command :
        List.of(
            List.of("run", none),
            List.of("evaluate", "--qrels", none, "--run", none),
            List.of("evaluate", "--qrels", qrels, "--run", none),
            List.of("evaluate", "--qrels", qrels, "--topics", none),
            List.of("replay", none))) {
      assertFails(Ran.of(command.toArray(String[]::new)), Exit.BAD_DATA, none + " does not exist");
    }
  }

  @Test
  void topics_withFaults_areAllNamedWithTheirLines() throws IOException {
    Path topics =
        file(
            "topics.jsonl",
            "{\"id\":\"a\",\"text\":\"bus\"}",
            "{\"id\":\"b\"}",
            "{\"id\":\"c\",\"txt\":\"bus\"}",
            "{",
            "{\"id\":\"a\",\"text\":\"lamp\"}",
            "{\"id\":\"d\",\"text\":\"bus\",\"kind\":\"bank\"}",
            "{\"id\":\"e\",\"technologies\":[\"TRN.PUB.EBX\"]}");
    assertFails(
        Ran.on(cohort, "run", topics.toString()),
        Exit.BAD_DATA,
        "faults in " + topics,
        topics + ":2: a topic has a city, text or technologies; got none",
        topics + ":3: unknown key \"txt\" (did you mean \"text\"?)",
        topics + ":4: no JSON",
        topics + ":5: topic a stands twice",
        topics + ":6: unknown kind \"bank\"",
        topics + ":7: unknown code \"TRN.PUB.EBX\" (did you mean \"TRN.PUB.EBS\"?)");
  }

  @Test
  void topics_inAnotherEncoding_areNamed() throws IOException {
    Path topics = folder.resolve("latin.jsonl");
    Files.write(topics, "{\"id\":\"a\",\"text\":\"é\"}\n".getBytes(StandardCharsets.ISO_8859_1));
    assertFails(Ran.on(cohort, "run", topics.toString()), Exit.BAD_DATA, "" + topics, "UTF-8");
  }

  @Test
  void topic_ofAnUnknownCity_isNamed() throws IOException {
    Path topics = file("topics.jsonl", "{\"id\":\"a\",\"city\":\"cn-nowhere\"}");
    assertFails(
        Ran.on(cohort, "run", topics.toString()),
        Exit.NOT_FOUND,
        "no city has the id \"cn-nowhere\"");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0})
  void depth_belowOne_isRefusedByItsRule(int depth) throws IOException {
    Path topics = file("topics.jsonl", "{\"id\":\"a\",\"text\":\"bus\"}");
    assertFails(
        Ran.on(cohort, "run", topics.toString(), "--depth", "" + depth),
        Exit.BAD_DATA,
        "depth is a whole number from 1; got " + depth);
  }

  @Test
  void tag_withBlanks_isRefused() throws IOException {
    Path topics = file("topics.jsonl", "{\"id\":\"a\",\"text\":\"bus\"}");
    assertFails(
        Ran.on(cohort, "run", topics.toString(), "--tag", "my run"),
        Exit.BAD_DATA,
        "tag",
        "\"my run\"");
  }

  @Test
  void badOutsideCatalog_isNamedAndLeavesThePublishedGeneration() throws IOException {
    Path topics = file("topics.jsonl", "{\"id\":\"a\",\"text\":\"bus\"}");
    Path bad = file("bad.jsonl", "{");
    assertFails(
        Ran.on(data, "run", topics.toString(), "--catalog", bad.toString()),
        Exit.BAD_DATA,
        bad + ":1: not valid JSON");
    assertGoodIsServed();
  }

  @Test
  void judgementsAndRun_withFaults_areAllNamedAtOnce() throws IOException {
    Path qrels = file("q.qrels", "t1 0 a 1", "t1 0 b high");
    Path run = file("r.run", "t1 Q0 a one 1 x", "t1 Q0 b");
    assertFails(
        Ran.of("evaluate", "--qrels", qrels.toString(), "--run", run.toString()),
        Exit.BAD_DATA,
        qrels + ":2: grade is a whole number",
        run + ":1: ",
        run + ":2: ");
  }

  @Test
  void unknownMetric_isNamedWithItsRule() throws IOException {
    String qrels = file("q.qrels", "t1 0 a 1").toString();
    String run = file("r.run", "t1 Q0 a 1 1 x").toString();
    assertFails(
        Ran.of("evaluate", "--qrels", qrels, "--run", run, "--metrics", "ndgc@10"),
        Exit.BAD_DATA,
        "ndgc@10");
  }

  @Test
  void evaluate_withoutOrWithTwoThingsToMeasure_isWrongUsage() throws IOException {
    String qrels = file("q.qrels", "t1 0 a 1").toString();
    assertFails(Ran.of("evaluate", "--qrels", qrels), Exit.USAGE, "--run", "--topics");
    assertFails(
        Ran.of("evaluate", "--qrels", qrels, "--run", "x", "--topics", "y"),
        Exit.USAGE,
        "--run",
        "--topics");
  }

  @Test
  void record_overAFileThatExists_isRefusedAndTheFileStays() throws IOException {
    Path file = file("decision.json", "mine");
    assertFails(
        Ran.on(cohort, "recommend", "cn-jilin", "--record", file.toString()),
        Exit.BAD_DATA,
        file + " exists already; name another file");
    assertEquals("mine\n", Files.readString(file));
  }

  @Test
  void replay_ofAnotherFile_isRefusedWithTheNextStep() throws IOException {
    assertFails(
        Ran.on(cohort, "replay", file("a.json", "{}").toString()),
        Exit.BAD_DATA,
        "a.json is no decision record of format 2; write one with recommend --record FILE");
    assertFails(
        Ran.on(cohort, "replay", file("b.json", "{").toString()),
        Exit.BAD_DATA,
        "b.json is damaged");
  }
}
