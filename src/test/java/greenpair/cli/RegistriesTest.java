package greenpair.cli;

import static greenpair.cli.TwoRegistries.FIRM;
import static greenpair.cli.TwoRegistries.cells;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.cli.app.Exit;
import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two small registries and a catalog file, loaded by one command and read back from what was
/// published.
class RegistriesTest {
  @TempDir private Path folder;
  private TwoRegistries registries;

  @BeforeEach
  void prepare() throws IOException {
    registries = TwoRegistries.in(folder);
  }

  @Test
  void registriesAndCatalog_becomeOneGeneration_andTheRowsAddUp() throws IOException {
    Ran ran = registries.reindex();

    assertEquals(Exit.OK, ran.code(), ran::toString);
    assertEquals("first 2 2 0 0 0", cells(ran.out(), "first"), ran::toString);
    assertEquals("second 4 2 0 1 1", cells(ran.out(), "second"), ran::toString);
    assertEquals("firm 5 2 3", cells(ran.out(), "firm"), ran::toString);
    assertEquals("city 2 1 1", cells(ran.out(), "city"), ran::toString);
    assertEquals("deployment 4 0 4", cells(ran.out(), "deployment"), ran::toString);
    assertTrue(ran.out().contains("1 pair of records may be the same firm"), ran::toString);
    Path rejects = folder.resolve("data/rejects/second.rejects.csv");
    assertTrue(Files.readString(rejects).contains("d,Beta,,Riverton,,soon"), rejects::toString);
    assertFalse(Files.exists(folder.resolve("data/work")), "temporary files are gone");
  }

  /// However many rejects are allowed: what refers to nothing is not published.
  @Test
  void entryOfARegistry_thatRefersToNothing_isNeverPublished() throws IOException {
    Path mapping = folder.resolve("config/sources/second.yaml");
    String own = Files.readString(mapping);
    Files.writeString(mapping, own.replace("city: \"xx-{city:squash}\"", "city: \"xx-{ref}\""));
    Ran ran = registries.reindex("--max-rejects", "100%");
    assertEquals(Exit.BAD_DATA, ran.code(), ran::toString);
    assertTrue(
        ran.toString().contains("(deployment second-a): city: the catalog has no city with the id"),
        ran::toString);
  }

  @Test
  void settingsFile_namesTheFolders_ofCommandsThatDoNot() throws IOException {
    Path settings = TextFile.in(folder, "greenpair.yaml", "sources: " + folder);
    String catalog = folder.resolve("own.jsonl").toString();

    Ran ran =
        registries.run("reindex", catalog, "--source", "first", "--settings", settings.toString());
    assertEquals(Exit.OK, ran.code(), ran::toString);
    ran = registries.run("source", "check", "first", "--settings", settings.toString());
    assertEquals(Exit.OK, ran.code(), ran::toString);
  }

  @Test
  void check_ofRowsOfWhichOneIsRejected_printsAllAndFails() throws IOException {
    Ran ran = registries.run("source", "check", "second", "--sources", folder.toString());

    assertEquals(Exit.BAD_DATA, ran.code(), ran::toString);
    assertTrue(ran.out().contains("4 rows: 2 accepted, 1 skipped, 1 rejected"), ran::toString);
  }

  @Test
  void check_ofAFileWithoutRows_fails() throws IOException {
    Path file = folder.resolve("second.csv");
    Files.write(file, Files.readAllLines(file).subList(0, 1));
    Ran ran = registries.run("source", "check", "second", "--sources", folder.toString());

    assertEquals(Exit.BAD_DATA, ran.code(), ran::toString);
    assertTrue(ran.toString().contains("the files of second have no rows"), ran::toString);
  }

  @Test
  void theMergedFirm_hasTheWordOfTheMostTrusted_andAllSources() throws Exception {
    registries.reindex();
    Workbench bench = new Workbench(folder.resolve("config"));
    String firm = "";
    try (LiveIndex live = bench.open(folder.resolve("data"));
        Snapshot snapshot = live.acquire()) {
      Entry entry = snapshot.entry(Kind.FIRM, new EntryId("acme-own")).orElseThrow();
      firm = new String(bench.json().encode(entry), StandardCharsets.UTF_8);
    }

    assertTrue(firm.contains("https://acme.example"), firm);
    assertFalse(firm.contains("https://other.example"), firm);
    assertTrue(firm.contains("\"founded\":1999"), firm);
    assertTrue(firm.contains("艾克米沼气"), firm);
    for (String source : new String[] {"by hand", "example.org/first", "example.org/second"}) {
      assertTrue(firm.contains(source), source);
    }
  }

  @Test
  void status_tellsWhatIsNotFinished() throws IOException {
    for (int firms : new int[] {40, 20}) {
      StringBuilder lines = new StringBuilder();
      for (int each = 0; each < firms; each++) {
        lines.append(FIRM.replace("acme-own", "f" + each).replace("Acme", "Acme " + each));
      }
      Files.writeString(folder.resolve("own.jsonl"), lines);
      registries.run("reindex", folder.resolve("own.jsonl").toString());
    }
    assertTrue(
        registries.run("status").out().contains("never published"),
        () -> registries.run("status").toString());
    try (Stream<Path> all = Files.walk(folder.resolve("data/generations"), 2)) {
      Path last = all.filter(each -> each.endsWith("comparison.json")).sorted().toList().getLast();
      Files.delete(last);
    }
    Ran status = registries.run("status");
    assertTrue(status.out().contains("not finished"), status::toString);
    assertFalse(status.out().contains("never published"), status::toString);
  }

  @Test
  void anotherFirmsId_getsItsSource() throws IOException {
    Files.writeString(
        folder.resolve("own.jsonl"),
        FIRM.replace("acme-own", "lloyds").replace("Acme Biogas", "Zeta"));
    Ran ran = registries.reindex();
    assertEquals(Exit.OK, ran.code(), ran::toString);
    assertTrue(
        registries
            .run("search", "Lloyds", "--kind", "firm", "--json")
            .out()
            .contains("\"lloyds~first\""));
  }
}
