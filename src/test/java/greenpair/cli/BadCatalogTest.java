package greenpair.cli;

import static greenpair.cli.CatalogLines.CITY;
import static greenpair.cli.CatalogLines.FIRM;
import static greenpair.cli.CatalogLines.deployment;
import static greenpair.cli.CatalogLines.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.cli.app.Exit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// For an invalid catalog, a command reports all errors with their lines and how to fix them.
class BadCatalogTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  @TempDir private Path folder;
  private ServedFolder served;

  @BeforeEach
  void serve() throws IOException {
    served = ServedFolder.in(folder);
  }

  @Test
  void cutOffFile_isIndexed_namesLineAndByteAndStays() throws IOException {
    Path cut = folder.resolve("cut.jsonl");
    Files.writeString(cut, CITY + "\n" + FIRM.substring(0, 50));
    served.assertReindexFails(
        Exit.BAD_DATA,
        List.of(cut.toString()),
        "1 line is invalid, so nothing was published and the last generation remains:",
        cut + ":2: not valid JSON at byte 51",
        "the file appears to be cut off here",
        "Fix or remove these lines and run again");
  }

  @Test
  void danglingReferences_areIndexed_areAllNamedWithTheNearestId() throws IOException {
    Path file =
        served.file(
            "dangling.jsonl",
            CITY,
            FIRM,
            deployment("d1", "\"city\":\"xx-b\",\"firms\":[\"lamp\",\"lamps\"]"),
            deployment("d2", "\"city\":\"xx-a\",\"financiers\":[\"bank\"]"),
            line("need", "n1", "\"city\":\"nowhere\""));
    served.assertReindexFails(
        Exit.BAD_DATA,
        List.of(file.toString()),
        "3 lines are invalid",
        file
            + ":3 (deployment d1): city: the catalog has no city with the id \"xx-b\" (did you mean \"xx-a\"?)",
        "firms: the catalog has no firm with the id \"lamp\" (did you mean \"lamps\"?)",
        file + ":4 (deployment d2): financiers: the catalog has no financier with the id \"bank\"",
        file + ":5 (need n1): city: the catalog has no city with the id \"nowhere\"");
  }

  @Test
  void manyBadLines_areCountedAndTheFirstAreShown() throws IOException {
    String[] lines = new String[30];
    Arrays.fill(lines, "{");
    served.assertReindexFails(
        Exit.BAD_DATA,
        List.of(served.file("many.jsonl", lines).toString()),
        "30 lines are invalid",
        "many.jsonl:20: ",
        "… and 10 more");
  }

  /// The most frequent mistakes of catalog editors: each error has its file, line, field, value and
  /// rule in both languages, and nothing of the file is published.
  @Test
  void faultsOfEditors_areReportedInBothLanguages_andNothingIsPublished() throws IOException {
    String owners =
        "\"city\":\"xx-a\",\"firms\":[\"lamps\",\"tubes\"],\"parties\":["
            + "{\"firm\":\"lamps\",\"role\":\"owner\",\"share\":77},"
            + "{\"firm\":\"tubes\",\"role\":\"owner\",\"share\":40}]";
    String met = "\"standing\":{\"stated\":\"2024\",\"state\":\"met\",\"since\":\"2023-12\"}";
    Path file =
        served.file(
            "edited.jsonl",
            CITY,
            FIRM,
            line("firm", "tubes", "\"role\":\"vendor\""),
            deployment("d1", owners),
            line("city", "xx-b", "\"country\":\"CN\",\"place\":{\"lat\":126.5,\"lon\":43.8}"),
            line("need", "n1", "\"city\":\"xx-a\"," + met),
            line("programme", "p1", "\"participants\":[{\"city\":\"xx-c\"}]"),
            line("firm", "unknown", "\"role\":\"vendor\""));
    served.assertReindexFails(Exit.BAD_DATA, List.of(file.toString()), "5 lines are invalid");
    List<List<String>> expected =
        List.of(
            List.of(":4", "at most 100 %, but 2 owners have 117 %", "实际2个所有者共117%"),
            List.of(":5", "place.lat must be a number from -90 to 90; latitude", "经纬度似乎颠倒"),
            List.of(
                ":6", "standing: since must not be before stated, but 2023-12", "2023-12早于2024"),
            List.of(":7", "participants.city: the catalog has no city with the id", "xx-c"),
            List.of(
                ":8", "name must be the name of an organisation", "须为单位或个人的具体名称，“其他”“不详”等未具名者请略去"));
    Ran ran = Ran.of("validate", file.toString(), "--json");
    JsonNode faults = MAPPER.readTree(ran.out()).get("faults");
    assertEquals(expected.size(), faults.size(), ran.out());
    String chinese = Ran.of("validate", file.toString(), "--lang", "zh").out();
    for (int i = 0; i < expected.size(); i++) {
      JsonNode fault = faults.get(i);
      assertEquals(file + expected.get(i).getFirst(), fault.get("at").asString());
      String en = fault.get("problem").get("en").asString();
      String zh = fault.get("problem").get("zh").asString();
      assertTrue(en.contains(expected.get(i).get(1)), en);
      assertTrue(zh.contains(expected.get(i).get(2)), zh);
      assertTrue(chinese.contains(zh), chinese);
    }
  }

  @Test
  void validate_ofABadFile_namesEveryFaultAndCountsThem() throws IOException {
    Path file = served.file("bad.jsonl", CITY, "{", line("need", "n", "\"city\":\"nowhere\""));
    Ran ran = Ran.of("validate", file.toString());
    assertEquals(Exit.BAD_DATA, ran.code());
    assertTrue(ran.out().contains(file + ":2: not valid JSON"), ran.out());
    assertTrue(ran.out().contains(file + ":3: city: the catalog has no city"), ran.out());
    assertTrue(ran.out().endsWith("3 entries, 2 errors\n"), ran.out());
    Ran.of("validate", folder.resolve("none").toString())
        .assertFails(Exit.NOT_FOUND, "does not exist");
    Ran.of("validate", served.file("empty.jsonl").toString())
        .assertFails(Exit.BAD_DATA, "no entries to check");
  }
}
