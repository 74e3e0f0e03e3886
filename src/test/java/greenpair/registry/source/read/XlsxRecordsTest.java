package greenpair.registry.source.read;

import static greenpair.registry.source.read.ReadFiles.changed;
import static greenpair.registry.source.read.ReadFiles.read;
import static greenpair.registry.source.read.ReadFiles.refusal;
import static greenpair.registry.source.read.ReadFiles.sheet;
import static greenpair.registry.source.read.ReadFiles.workbook;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Records of workbooks: sheets, headers, dates, and what is refused.
class XlsxRecordsTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void xlsx_bySheetAndHeaderAnywhere_givesDatesAndPlainNumbers() throws IOException {
    Path file = folder.resolve("a.xlsx");
    workbook(file);
    SourceRecord row = read(file, sheet("Data", "Start")).getFirst();
    assertEquals("2012-08-01", row.text("Start"));
    assertEquals("0.253", row.text("MW"));
    assertEquals("5%", row.text("Share"));
    assertEquals("Riverton", row.text("City"));
    assertEquals(4, row.origin().line());
  }

  /// Excel for the Macintosh counts days from 1904, and says it with a 1.
  @ParameterizedTest
  @ValueSource(strings = {"1", "true"})
  void xlsx_whoseDaysCountFrom1904_givesTheirDates(String flag) throws IOException {
    Path file =
        changed(
            folder,
            "workbook.xml",
            text ->
                text.replaceFirst("<sheets>", "<workbookPr date1904=\"" + flag + "\"/><sheets>"));
    assertEquals("2016-08-02", read(file, sheet("Data", "Start")).getFirst().text("Start"));
  }

  @Test
  void xlsx_withoutTheSheet_saysWhichThereAre() throws IOException {
    Path file = folder.resolve("a.xlsx");
    workbook(file);
    SourceException refused =
        assertThrows(SourceException.class, () -> read(file, sheet("Date", "Start")));
    assertTrue(String.valueOf(refused.getMessage()).contains("it has Summary, Data"));
  }

  @Test
  void xlsx_ofSeveralSheets_isReadSheetBySheet_eachByItsOwnHeader() throws IOException {
    Path file = folder.resolve("a.xlsx");
    workbook(file);
    SourceFormat both =
        new SourceFormat(null, null, '"', null, List.of("Data", "Summary"), 1, null, List.of());
    List<SourceRecord> rows = read(file, both);
    assertEquals(
        List.of("Data", "Data", "Data", "Summary"),
        rows.stream().map(row -> row.text("_sheet")).toList());
    assertEquals("1", rows.getLast().text("Count"));
    assertEquals(file + "!Summary", rows.getLast().origin().file());
    assertEquals(2, rows.getLast().origin().line());
  }

  @Test
  void formulas_giveWhatTheirCellsWouldGive() throws IOException {
    Path plain = folder.resolve("a.xlsx");
    workbook(plain);
    SourceRecord expected = read(plain, sheet("Data", "Start")).getFirst();
    Path file =
        changed(
            folder,
            "sheet2.xml",
            text -> text.replaceAll("(<c (?![^>]*t=\"s\")[^>]*>)<v>", "$1<f>A1</f><v>"));
    SourceRecord row = read(file, sheet("Data", "Start")).getFirst();
    assertEquals("2012-08-01", row.text("Start"));
    for (String column : expected.columns()) {
      assertEquals(expected.text(column), row.text(column), column);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"#N/A", "#DIV/0!", "#REF!"})
  void formula_thatFailed_isUnknown(String error) throws IOException {
    Path file =
        changed(
            folder,
            "sheet2.xml",
            text ->
                text.replaceFirst(
                    "<c r=\"([A-Z]+)([0-9]+)\"(?![^>]*t=\"s\")[^>]*><v>[^<]*</v>",
                    "<c r=\"$1$2\" t=\"e\"><f>A1</f><v>" + error + "</v>"));
    SourceRecord row = read(file, sheet("Data", "Start")).getFirst();
    assertEquals("", row.text("Start"));
    assertEquals(1, row.errors());
    assertEquals("0.253", row.text("MW"));
  }

  @Test
  void formulaWithoutAResult_isUnknown_andCounted() throws IOException {
    Path file =
        changed(folder, "sheet2.xml", text -> text.replaceFirst("<v>0.253</v>", "<f>A1/A2</f>"));
    SourceRecord row = read(file, sheet("Data", "Start")).getFirst();
    assertEquals("", row.text("MW"));
    assertEquals(1, row.errors());
  }

  /// The library would add texts to its table until it has a thousand million of them.
  @ParameterizedTest
  @ValueSource(strings = {"999999999", "99999999999999999999", "-1", "x", "1e3"})
  void xlsx_withASharedTextThatIsInvalid_isRefused(String number) throws IOException {
    Path file =
        changed(
            folder,
            "sheet2.xml",
            text -> text.replaceFirst("<v>[0-9]+</v>", "<v>" + number + "</v>"));
    String shown = number.substring(0, Math.min(10, number.length()));
    assertTrue(refusal(file).contains("refers to shared text \"" + shown), () -> refusal(file));
  }

  /// The library reads the furigana of a text in its cell as a part of it.
  @Test
  void xlsx_withPhoneticTextInACell_isRefused() throws IOException {
    Path file =
        changed(
            folder,
            "sheet2.xml",
            text ->
                text.replaceFirst(
                    "<c r=\"(D4)\"[^>]*><v>[^<]*</v></c>",
                    "<c r=\"$1\" t=\"inlineStr\"><is><t>12</t><rPh"
                        + " sb=\"0\"><t>34</t></rPh></is></c>"));
    assertTrue(refusal(file).contains("phonetic"), () -> refusal(file));
  }

  @Test
  void xlsx_withARowBeyondTheLast_isRefusedByName() throws IOException {
    String said =
        refusal(changed(folder, "sheet2.xml", text -> text.replace("D4\"", "D2147483647\"")));
    assertTrue(said.contains("\"D2147483647\", beyond the last cell XFD1048576"), said);
  }

  @Test
  void xlsx_withADateAsText_isRefused() throws IOException {
    Path file = changed(folder, "sheet2.xml", text -> text.replaceFirst(" t=\"s\"", " t=\"d\""));
    assertTrue(refusal(file).contains("save it as an Excel workbook"), () -> refusal(file));
  }
}
