package greenpair.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.cli.app.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `greenpair eval split` hides, and what it measures.
class EvaluateSplitTest {
  @TempDir private Path folder;

  private static String firm(String id, String codes, String records) {
    return """
    {"kind":"firm","id":"%s","name":{"en":"%s"},"description":{"en":"said by row r1 of %s"},"technologies":[%s],"provenance":[%s],"status":"closed"}\
    """
        .formatted(id, id, id, codes, records);
  }

  private static String firm(String id) {
    return firm(id, "\"LGT\"", source("r1"));
  }

  private static String source(String record) {
    return "{\"source\":\"s\",\"record\":\"" + record + "\",\"verified\":true}";
  }

  private static String city(String id) {
    return """
    {"kind":"city","id":"%s","name":{"en":"%s"},"provenance":[{"source":"s","verified":true}],"country":"US"}\
    """
        .formatted(id, id);
  }

  private static String done(String id, String city, String firm, String code, String more) {
    return """
    {"kind":"deployment","id":"%s","name":{"en":"d"},"technologies":["%s"],"provenance":[%s],"city":"%s","firms":["%s"],"grade":"B"%s}\
    """
        .formatted(id, code, source("r-" + id), city, firm, more);
  }

  private static String done(String city, String firm) {
    return done("d-" + city + "-" + firm, city, firm, "LGT", "");
  }

  private Ran split(List<String> catalog, List<String> dates, String... more) throws IOException {
    Path entries = folder.resolve("catalog.jsonl");
    Files.write(entries, catalog);
    Path days = folder.resolve("dates.csv");
    Files.write(days, dates);
    List<String> arguments =
        new ArrayList<>(
            List.of("eval", "split", entries.toString(), "--dates", days.toString(), "--out"));
    arguments.add(folder.resolve("split").toString());
    arguments.addAll(List.of(more));
    return Ran.on(folder, arguments.toArray(String[]::new));
  }

  private String written(String file) throws IOException {
    return Files.readString(folder.resolve("split").resolve(file));
  }

  /// The line of an entry in training.
  private String known(String id) throws IOException {
    return written("train.jsonl")
        .lines()
        .filter(line -> line.contains("\"id\":\"" + id + "\""))
        .findFirst()
        .orElse("");
  }

  @Test
  void datesOfALargerCatalog_hideNothingThatThisOneLacks() throws IOException {
    Ran ran =
        split(
            List.of(
                city("a"),
                city("b"),
                firm("x"),
                firm("y"),
                done("a", "x"),
                done("a", "y"),
                done("b", "x")),
            List.of(
                "deployment,city,firm,date",
                "d-a-x,a,x,2001-01-01",
                "d-a-y,a,y,2002-01-01",
                "d-b-x,b,x,2003-01-01",
                "d-b-y,b,y,2004-01-01"),
            "--known",
            "0.7");
    assertEquals(Exit.OK, ran.code(), ran::toString);
    assertTrue(ran.err().contains("1 dates of firms"), ran::toString);
    assertTrue(ran.out().contains("1 pairs in 1 cities"), ran::toString);
    assertEquals("b~x 0 x 1\n", written("test.qrels"));
  }

  /// Else all work of a future year would count as undated, without a word.
  @Test
  void catalogWithInvalidLines_isRefused() throws IOException {
    split(
            List.of(city("a"), firm("x"), done("d", "a", "x", "LGT", ",\"start\":2999")),
            List.of("deployment,city,firm,date", "d,a,x,2999-01-01"))
        .assertFails(Exit.BAD_DATA, "must have only valid lines, but 1 is rejected");
  }

  /// Nobody can ask for a project whose technology the registry does not tell.
  @Test
  void hiddenWorkWithoutATechnology_isNoTopic() throws IOException {
    Ran ran =
        split(
            List.of(
                city("a"),
                city("b"),
                city("c"),
                firm("x"),
                done("a", "x"),
                done("b", "x"),
                done("d-c-x", "c", "x", "LGT", "").replace("\"technologies\":[\"LGT\"],", "")),
            List.of(
                "deployment,city,firm,date",
                "d-a-x,a,x,2001-01-01",
                "d-b-x,b,x,2003-01-01",
                "d-c-x,c,x,2003-01-01"),
            "--known",
            "0.5");
    assertEquals(Exit.OK, ran.code(), ran::toString);
    assertTrue(ran.out().contains("1 pairs in 1 cities"), ran::toString);
  }

  /// Firm x did lighting in a before the cut; later, more in a, storage in b and streets in c.
  @Test
  void whatIsKnownFromLaterRows_isHidden_andFoundByEveryOrder() throws IOException {
    Ran ran =
        split(
            List.of(
                city("a"),
                city("b"),
                city("c"),
                firm(
                    "x",
                    "\"LGT\",\"LGT.LED\",\"TRN.EV\"",
                    source("r-late") + "," + source("r-old")),
                done("old", "a", "x", "LGT", ",\"status\":\"closed\""),
                done("over", "a", "x", "LGT", ",\"status\":\"closed\",\"start\":2000,\"end\":2001"),
                done("more", "a", "x", "LGT", ""),
                done("late", "b", "x", "LGT.LED", ""),
                done("other", "b", "z", "TRN.EV", ""),
                done("last", "c", "x", "TRN.EV", ""),
                done("undated", "a", "x", "LGT", ""),
                firm("z")),
            List.of(
                "deployment,city,firm,date",
                "old,a,x,2001-01-01",
                "over,a,x,2000-01-01",
                "more,a,x,2005-01-01",
                "late,b,x,2003-01-01",
                "other,b,z,2003-02-01",
                "last,c,x,2004-01-01"),
            "--known",
            "0.3");
    assertEquals(Exit.OK, ran.code(), ran::toString);
    assertFalse(known("old").isEmpty());
    assertEquals("", known("more"), "a later deployment of a known pair");
    assertEquals("", known("undated"));
    String firm = known("x");
    assertTrue(firm.contains("\"technologies\":[\"LGT\"]"), firm);
    assertFalse(firm.contains("r-late"), firm);
    assertFalse(firm.contains("description"), firm);
    assertFalse(firm.contains("closed"), "its standing of today: " + firm);
    assertEquals("", known("z"), "a firm that is known from hidden rows alone");
    assertTrue(known("old").contains("\"status\":\"operating\""), known("old"));
    assertTrue(known("over").contains("\"status\":\"closed\""), known("over"));
    String topics = written("topics.jsonl");
    Map.of("b", "LGT.LED", "c", "TRN.EV")
        .forEach(
            (city, technology) ->
                assertTrue(
                    topics.contains(
                        "\"id\":\"%1$s~x\",\"kind\":\"firm\",\"city\":\"%1$s\",\"technologies\":[\"%2$s\"]"
                            .formatted(city, technology)),
                    topics));
    assertTrue(ran.out().startsWith("known: what was done before 2003-01-01\n"), ran.out());
    assertTrue(ran.out().contains("2 pairs in 2 cities, 0 of firms new to the region"), ran.out());
    for (String order :
        List.of("greenpair", "popularity_region_technology", "nearest_recent", "plain_model")) {
      assertTrue(ran.out().contains("| " + order + " | "), ran.out());
    }
  }
}
