package greenpair.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.cli.app.Exit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Errors for invalid arguments and unknown names state the value, the rule and the next step.
class BadArgumentTest {
  /// The demonstration cohort.
  @TempDir private static Path cohort;

  @BeforeAll
  static void index() throws IOException {
    Workbench.copyDemonstration(cohort);
  }

  @Test
  void unknownCity_isNamedWithTheNearest() {
    Ran.on(cohort, "recommend", "Jilin City")
        .assertFails(Exit.NOT_FOUND, "did you mean \"cn-jilin\"?");
    Ran.on(cohort, "recommend", "us-ca-losangelos")
        .assertFails(
            Exit.NOT_FOUND,
            "id must be the id of a city in the catalog, but was \"us-ca-losangelos\"",
            "did you mean \"us-ca-losangeles\"?");
    Ran.on(cohort, "recommend", "shenzhen")
        .assertFails(Exit.NOT_FOUND, "did you mean \"cn-shenzhen\"?");
  }

  /// Found from outside: a file as the data folder was one in which nothing was published yet.
  @ParameterizedTest
  @ValueSource(strings = {"status", "search bus", "reindex", "token list"})
  void fileInPlaceOfTheDataFolder_isRefused(String line) throws IOException {
    Path file = Files.writeString(cohort.resolve("file"), "");
    Ran ran = Ran.on(file, line.split(" "));
    assertTrue(ran.code() != Exit.OK, ran::toString);
    assertTrue(ran.err().contains("must be a folder, but was " + file), ran::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"data backup -", "record /api/v1/needs --out -", "source convert w --out -"})
  void standardOutput_ofACommandThatWritesAFile_isRefused(String line) {
    Ran ran = Ran.on(cohort, line.split(" "));
    assertTrue(ran.code() != Exit.OK, ran::toString);
    assertTrue(ran.err().contains("must name a file, since this command"), ran::toString);
    assertFalse(Files.exists(Path.of("-")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"status fish", "completion fish", "man fish"})
  void surplusArgument_isRefused(String line) {
    Ran.of(line.split(" ")).assertFails(Exit.USAGE, "unexpected argument fish");
  }

  @Test
  void idThatIsInvalid_isRefusedByItsRule() {
    Ran.on(cohort, "explain", "no id!", "byd")
        .assertFails(
            Exit.BAD_DATA,
            "an id must be a letter or digit, then up to 199 of letters, digits",
            "but was \"no id!\"");
  }

  @Test
  void unknownNeed_orOneOfAnotherCity_isNamed() {
    Ran.on(cohort, "recommend", "cn-jilin", "--need", "cn-jilin-n9")
        .assertFails(Exit.NOT_FOUND, "--need must be the id of a need", "\"cn-jilin-n9\"");
    Ran.on(cohort, "recommend", "cn-jilin", "--need", "cn-yanan-n1")
        .assertFails(Exit.USAGE, "--need must be", "cn-jilin", "cn-yanan");
  }

  @Test
  void unknownEntry_isNamed() {
    Ran foreign = Ran.on(cohort, "explain", "cn-jilin", "byd", "--need", "us-ca-oakland-n1");
    foreign.assertFails(Exit.NOT_FOUND, "it belongs to us-ca-oakland; find it by name");
    Ran.on(cohort, "explain", "cn-jilin", "nobody")
        .assertFails(
            Exit.NOT_FOUND,
            "no firm has the id \"nobody\", nor has a financier, a solution or an expert");
    Ran.on(cohort, "explain", "cn-jilin", "byd", "--kind", "financier")
        .assertFails(Exit.NOT_FOUND, "no financier has the id \"byd\"");
  }

  @Test
  void unknownKind_isWrongUsageWithTheNearest() {
    Ran.on(cohort, "recommend", "cn-jilin", "--kind", "frim")
        .assertFails(
            Exit.USAGE,
            "--kind must be one of firm, financier, solution, expert, but was \"frim\"",
            "did you mean \"firm\"?",
            "Help: greenpair recommend --help");
    Ran.on(cohort, "search", "bus", "--kind", "firm,bank")
        .assertFails(Exit.USAGE, "but was \"bank\"");
  }

  @Test
  void gazetteer_thatHoldsNone_isRefused(@TempDir Path empty) {
    Ran.of("source", "check", "gbfs", "--gazetteer", empty.toString())
        .assertFails(
            Exit.BAD_DATA,
            "--gazetteer must be a folder with geonames/ or koppen/ in it, but was " + empty,
            "Name the folder above them, or leave the option out");
  }

  @Test
  void rollback_toAGenerationThatIsNotThere_reportsIt() {
    Ran.on(cohort, "rollback", "nope")
        .assertFails(Exit.NOT_FOUND, "there is no generation \"nope\": there are 2");
  }

  @Test
  void wrongUsage_isTwoLines_withoutTheHelpAndWithoutJava() {
    for (String line :
        List.of(
            "recommed cn-jilin",
            "recommend cn-jilin --limt 3",
            "recommend cn-jilin more",
            "explain",
            "serve --port abc",
            "serve --port 99999",
            "verify",
            "token create --name x --role mayor",
            "token create --name x --role reader --expires soon")) {
      Ran ran = Ran.of(line.split(" "));
      assertEquals(Exit.USAGE, ran.code(), line);
      assertEquals(2, ran.err().lines().count(), ran.err());
      assertTrue(ran.err().lines().skip(1).allMatch(each -> each.startsWith("Help: ")), ran.err());
      assertFalse(ran.err().contains("java."), ran.err());
    }
  }

  @Test
  void whatDoesNotExist_hasOneExitCode() {
    for (String line :
        List.of(
            "recommend cn-nowhere",
            "source check nope",
            "rollback nope",
            "validate nope.jsonl",
            "reindex nope.jsonl",
            "source convert gbfs nope.csv --out target/none.jsonl",
            "source convert gbfs nope*.csv --out target/none.jsonl",
            "replay nope.json")) {
      assertEquals(Exit.NOT_FOUND, Ran.on(cohort, line.split(" ")).code(), line);
    }
  }

  @Test
  void replay_ofWhatIsNoJson_showsItsFirstWord(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("record.json"), "x".repeat(80));
    Ran.on(cohort, "replay", file.toString())
        .assertFails(Exit.BAD_DATA, "column 1: \"xxxxx", "is not expected there");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5", "0", "101", "ten", "99999999999", "1.5"})
  void limit_outOfItsRange_isWrongUsage(String limit) {
    for (List<String> command : List.of(List.of("recommend", "cn-jilin"), List.of("search", "b"))) {
      String[] words =
          Stream.concat(command.stream(), Stream.of("--limit", limit)).toArray(String[]::new);
      Ran.on(cohort, words)
          .assertFails(
              Exit.USAGE, "--limit must be an integer from 1 to 100, but was \"" + limit + "\"");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TRN.PUB.EBX, did you mean \"TRN.PUB.EBS\"?",
    "buses, --technology must be a code of the taxonomy"
  })
  void technology_thatIsNoCode_isNamed(String code, String words) {
    Ran.on(cohort, "search", "bus", "--technology", code).assertFails(Exit.NOT_FOUND, words);
  }

  @ParameterizedTest
  @CsvSource({
    "search bus --within 5, 2, 'add --city'",
    "recommend Jilin, 4, did you mean \"cn-jilin\"?",
    "search heat --from-year 2020 --until-year 2010, 2, 'must not be below --from-year, 2020'",
    "serve --host nosuch.invalid --port 27900, 1, cannot listen on nosuch.invalid: this machine has no",
  })
  void whatIsAtFault_isNamed(String line, int code, String words) {
    Ran.on(cohort, line.split(" ")).assertFails(code, words);
  }
}
