package greenpair.cli;

import static greenpair.cli.Content.bytes;
import static greenpair.cli.Content.put;
import static greenpair.cli.Content.text;
import static greenpair.cli.Content.zip;
import static greenpair.cli.HostileRegistry.GOOD;
import static greenpair.cli.HostileRegistry.MAPPING;
import static greenpair.cli.HostileRegistry.assertCounts;
import static greenpair.cli.RawWorkbook.SHEET;
import static greenpair.cli.RawWorkbook.SHEET_END;
import static greenpair.cli.RawWorkbook.cell;
import static greenpair.cli.RawWorkbook.workbook;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.cli.app.Exit;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Unusual but valid files are read, and every row is accounted for.
class StrangeFilesTest {
  @TempDir private Path folder;
  private HostileRegistry registry;

  @BeforeEach
  void prepare() throws IOException {
    registry = HostileRegistry.in(folder);
  }

  /// A formula is what it last came to; nothing is computed.
  @Test
  void aFormula_isItsLastResult() throws IOException {
    registry.write(
        "a.xlsx",
        workbook(
            text(
                SHEET
                    + "<row r=\"1\">"
                    + cell("A1", "Name")
                    + "</row><row r=\"2\"><c r=\"A2\""
                    + " t=\"str\"><f>WEBSERVICE(\"http://127.0.0.1:1/x\")</f><v>Acme</v></c></row>"
                    + SHEET_END)));
    Ran ran = registry.reindex(MAPPING.replace("FILE", "a.xlsx"));
    assertTrue(ran.out().replaceAll(" +", " ").contains("hostile 1 1 0 0 0"), ran::toString);
  }

  /// Files that are strange but can be read: rows read, accepted and rejected.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ref,Name\\n                               | 0 0 0 0 0
          Name,Name\\nAcme,Beta\\n                  | 1 1 0 0 0
          Ref,Name\\n1,=cmd()\\n                    | 1 1 0 0 0
          Ref,Name\\n1,Acme,too,many\\n2,Beta\\n    | 2 1 0 0 1
          Ref,Name\\n1,../../etc\\n                 | 1 1 0 0 0
          """)
  void aStrangeFile_isRead_andItsRowsAddUp(String content, String counts) throws IOException {
    registry.write("a.csv", text(content.replace("\\n", "\n")));
    Ran ran = registry.reindex(MAPPING.replace("FILE", "a.csv"));
    assertEquals(Exit.OK, ran.code(), ran::toString);
    assertTrue(ran.out().replaceAll(" +", " ").contains("hostile " + counts), ran::toString);
  }

  /// What a Mac adds to a pack is no registry.
  @Test
  void hiddenFilesInAZip_areLeftOut() throws IOException {
    registry.write(
        "a.zip",
        out -> {
          ZipOutputStream zip = new ZipOutputStream(out);
          put(zip, "../up/a.csv", text(GOOD));
          put(zip, "__MACOSX/up/._a.csv", bytes(0, 5, 22, 7));
          put(zip, "up/.b.csv", text(GOOD));
          zip.finish();
        });
    assertCounts(registry.reindex(MAPPING.replace("FILE", "a.zip")), "1 1 0 0 0");
  }

  /// JSON can represent half of a surrogate pair, UTF-8 cannot: the row is rejected and still
  /// reported.
  @Test
  void halfOfASurrogatePair_rejectsItsRow() throws IOException {
    registry.write("a.json", text("[{\"Name\":\"\\ud800 Half\"},{\"Name\":\"Acme\"}]"));
    assertCounts(registry.reindex(MAPPING.replace("FILE", "a.json")), "2 1 0 0 1");
  }

  @Test
  void headerBeyondTheEnd_isRefused() throws IOException {
    registry.write("a.csv", text("Title\n\nRef,Name\n1,Acme\n"));
    String mapping = MAPPING.replace("FILE", "a.csv") + "format: {header_row: ROW}\n";
    assertCounts(registry.reindex(mapping.replace("ROW", "3")), "1 1 0 0 0");
    registry.write("b.csv", text(GOOD));
    Ran ran = registry.reindex(mapping.replace("a.csv", "b.csv").replace("ROW", "9"));
    assertEquals(Exit.BAD_DATA, ran.code(), ran::toString);
    assertTrue(ran.err().contains("b.csv has no row 9"), ran::toString);
  }

  /// The first sheet that a person sees.
  @Test
  void hiddenSheet_isNotTheFirst() throws IOException {
    try (OutputStream out = Files.newOutputStream(registry.write("a.xlsx", text("")));
        Workbook book = new Workbook(out, "greenpair", "1.0")) {
      var hidden = book.newWorksheet("Old");
      hidden.value(0, 0, "Nothing");
      hidden.setVisibilityState(VisibilityState.HIDDEN);
      var seen = book.newWorksheet("New");
      seen.value(0, 0, "Name");
      seen.value(1, 0, "Acme");
    }
    assertCounts(registry.reindex(MAPPING.replace("FILE", "a.xlsx")), "1 1 0 0 0");
  }

  /// A renamed column would silently make a field unknown.
  @Test
  void columnThatNoRowHas_isNoted() throws IOException {
    registry.write("a.csv", text("Ref,Name,Web site\n1,Acme,acme.example\n"));
    String mapping =
        MAPPING
            .replace("FILE", "a.csv")
            .replace("{name: Name}", "{name: [Nom, Name], web: {from: Website, as: website}}")
            .replace("fields: {", "fields: {website: '{web}', ");
    Ran ran = registry.reindex(mapping);
    assertCounts(ran, "1 1 0 0 0");
    String all = ran.out() + ran.err();
    assertTrue(all.contains("no row has the column \"Website\" (did you mean \"Web site\"?)"), all);
    assertFalse(all.contains("\"Nom\""), all);
  }

  @Test
  void anEmptyFile_hasNoRows() throws IOException {
    registry.write("a.csv", text(""));
    Ran ran = registry.reindex(MAPPING.replace("FILE", "a.csv"));
    assertTrue(ran.out().replaceAll(" +", " ").contains("hostile 0 0 0 0 0"), ran::toString);
  }
}
