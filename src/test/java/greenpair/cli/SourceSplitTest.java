package greenpair.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceSplitTest {
  @TempDir private Path folder;

  private static String firm(String id) {
    return """
    {"kind":"firm","id":"%s","name":{"en":"%s"},"technologies":["LGT"],"provenance":[{"source":"s","verified":true}]}\
    """
        .formatted(id, id);
  }

  private static String city(String id) {
    return """
    {"kind":"city","id":"%s","name":{"en":"%s"},"provenance":[{"source":"s","verified":true}],"country":"US"}\
    """
        .formatted(id, id);
  }

  private static String done(String city, String firm) {
    return """
    {"kind":"deployment","id":"d-%s-%s","name":{"en":"d"},"technologies":["LGT"],"provenance":[{"source":"s","verified":true}],"city":"%s","firms":["%s"],"status":"operating","grade":"B"}\
    """
        .formatted(city, firm, city, firm);
  }

  @Test
  void datesOfALargerCatalog_hideNothingThatThisOneLacks() throws IOException {
    Path catalog = folder.resolve("catalog.jsonl");
    Files.write(
        catalog,
        List.of(
            city("a"),
            city("b"),
            firm("x"),
            firm("y"),
            done("a", "x"),
            done("a", "y"),
            done("b", "x")));
    Path dates = folder.resolve("dates.csv");
    Files.write(
        dates,
        List.of(
            "deployment,city,firm,date",
            "d-a-x,a,x,2001-01-01",
            "d-a-y,a,y,2002-01-01",
            "d-b-x,b,x,2003-01-01",
            "d-b-y,b,y,2004-01-01"));
    Path out = folder.resolve("split");
    Ran ran =
        Ran.on(
            folder,
            "source",
            "split",
            catalog.toString(),
            "--dates",
            dates.toString(),
            "--known",
            "0.7",
            "--out",
            out.toString());
    assertEquals(Exit.OK, ran.code(), ran::toString);
    assertTrue(ran.out().contains("1 dates of firms"), ran::toString);
    assertEquals("b~x 0 x 1\n", Files.readString(out.resolve("test.qrels")));
  }
}
