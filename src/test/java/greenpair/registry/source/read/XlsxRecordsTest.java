package greenpair.registry.source.read;

import static greenpair.registry.source.read.ReadFiles.read;
import static greenpair.registry.source.read.ReadFiles.refusal;
import static greenpair.registry.source.read.ReadFiles.sheet;
import static greenpair.registry.source.read.ReadFiles.workbook;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.registry.source.value.Numbers;
import greenpair.registry.source.value.ValueFault;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    Path file = changed("sheet2.xml", text -> text.replaceFirst("<v>0.253</v>", "<f>A1/A2</f>"));
    SourceRecord row = read(file, sheet("Data", "Start")).getFirst();
    assertEquals("", row.text("MW"));
    assertEquals(1, row.errors());
  }

  @Test
  void idOfNineteenDigits_keepsThem() throws IOException {
    Path file =
        changed(
            "sheet2.xml", text -> text.replaceFirst("<v>0.253</v>", "<v>1234567890123456789</v>"));
    SourceRecord row = read(file, sheet("Data", "Start")).getFirst();
    assertEquals("1234567890123456789", row.text("MW"));
    assertEquals(0, row.errors());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.00\" million\"",
        "0.0,,",
        "#,##0,",
        "0,_);(0,)",
        "$0.0,,\\M",
        "[h]:mm",
        "h:mm",
        "h:mm:ss AM/PM",
        "mm:ss.0",
        "mmm",
        "\"yes\"",
        "[>1000]0;0.0,\"k\"",
        "0\"万元\"",
        "\"$\"0.0\"M\"",
        "General\" bn\"",
        "yyyy-mm-dd"
      })
  void formatThatShowsAnotherNumber_isRejectedByName(String format) throws IOException {
    String cell = shown(12.5, format);
    assertEquals("12.5 [" + format + "]", cell);
    assertThrows(ValueFault.class, () -> Numbers.amount(cell, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.00",
        "#,##0.00",
        "#,##0.00_);[Red](#,##0.00)",
        "0.00E+00",
        "_-* #,##0.00_-;-* #,##0.00_-;_-* \"-\"??_-;_-@_-",
        "# ?/?",
        "@"
      })
  void formatThatShowsTheNumber_isRead(String format) throws IOException {
    assertEquals("12.5", shown(12.5, format));
  }

  /// The zeros in front belong to a postal code.
  @ParameterizedTest
  @CsvSource({
    "1234, 00000, 01234",
    "-12, 0000, -0012",
    "12.5, 000.0, 012.5",
    "94103, 00000, 94103",
    "7, 0, 7",
    "7, '\"No. \"000', No. 007",
    "12345678, 00000-0000, 12345678 [00000-0000]"
  })
  void zerosThatAFormatPutsInFront_areRead(double number, String format, String cell)
      throws IOException {
    assertEquals(cell, shown(number, format));
  }

  /// 12 kW is not 12 of the unit of the column, nor €12 12 of its currency.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "0\" kW\" | 12.5 kW",
        "0.0\" t/d\" | 12.5 t/d",
        "0[$kW] | 12.5kW",
        "0[$ kW] | 12.5 kW",
        "[$kW] 0 | kW 12.5",
        "\"kW\" 0 | kW 12.5",
        "\"$\"#,##0.00_);[Red](\"$\"#,##0.00) | $12.5",
        "[$€-407] #,##0.00 | € 12.5",
        "\"€\"#,##0 | €12.5",
        "_-[$€-2]* #,##0.00_- | €12.5",
        "[$£-809]0 | £12.5",
        "[$$-409]0 | $12.5",
        "[$$-C09]#,##0 | AU$12.5",
        "[$$-1009]0 | CA$12.5",
        "[$$-80A]0 | X$12.5",
        "0.00\" \"[$EUR] | 12.5 EUR",
        "\"HK$\"0 | HK$12.5",
        "0\"元\" | 12.5元",
        "0[$元-804] | 12.5元",
        "\"minus \"0 | minus 12.5",
        "\"(\"0\")\" | (12.5)",
        "0\" x2\" | 12.5 x2"
      })
  void wordsOfAFormat_areReadWithTheNumber(String format, String shown) throws IOException {
    assertEquals(shown, shown(12.5, format));
  }

  /// A day that the sheet does not show is not known: whoever types Aug 2019 gets the first.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "yyyy-mm-dd | 2019-08-01",
        "m/d/yyyy h:mm | 2019-08-01",
        "[$-409]d-mmm-yy | 2019-08-01",
        "mmm yyyy | 2019-08",
        "mmm-yy | 2019-08",
        "yyyy\"年\"m\"月\" | 2019-08",
        "yyyy | 2019",
        "d-mmm | 43678 [d-mmm]",
        "dddd | 43678 [dddd]"
      })
  void date_isAsPreciseAsItIsShown(String format, String shown) throws IOException {
    assertEquals(shown, shown(new BigDecimal("43678"), format));
  }

  /// A telephone number in a column of dates is no day, and the other rows are read.
  @ParameterizedTest
  @ValueSource(strings = {"13800138000", "4295010974", "-5", "2958466"})
  void numberBeyondAllDays_asADate_isRejectedByName(String number) throws IOException {
    assertEquals(number + " [yyyy-mm-dd]", shown(new BigDecimal(number), "yyyy-mm-dd"));
  }

  @Test
  void numberBeyondADouble_isRejectedAsAnAmount() throws IOException {
    String cell = shown(new BigDecimal("1E400"), "0");
    assertThrows(ValueFault.class, () -> Numbers.amount(cell, false), cell);
  }

  private String shown(Number number, String format) throws IOException {
    Path file = folder.resolve("shown.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("Data");
      sheet.value(0, 0, "Size");
      sheet.value(1, 0, number);
      sheet.style(1, 0).format(format.replace("\"", "&quot;")).set();
    }
    return read(file, sheet("Data", "Size")).getFirst().text("Size");
  }

  /// Copies a workbook with one part changed.
  private Path changed(String part, UnaryOperator<String> change) throws IOException {
    Path from = folder.resolve("good.xlsx");
    workbook(from);
    Path to = folder.resolve("changed.xlsx");
    try (ZipFile zip = new ZipFile(from.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
      for (ZipEntry each : Collections.list(zip.entries())) {
        String text = new String(zip.getInputStream(each).readAllBytes(), StandardCharsets.UTF_8);
        String now = each.getName().endsWith(part) ? change.apply(text) : text;
        out.putNextEntry(new ZipEntry(each.getName()));
        out.write(now.getBytes(StandardCharsets.UTF_8));
      }
    }
    return to;
  }

  /// The library would add texts to its table until it has a thousand million of them.
  @ParameterizedTest
  @ValueSource(strings = {"999999999", "99999999999999999999", "-1", "x", "1e3"})
  void xlsx_withASharedTextThatIsInvalid_isRefused(String number) throws IOException {
    Path file =
        changed("sheet2.xml", text -> text.replaceFirst("<v>[0-9]+</v>", "<v>" + number + "</v>"));
    String shown = number.substring(0, Math.min(10, number.length()));
    assertTrue(refusal(file).contains("refers to shared text \"" + shown), () -> refusal(file));
  }

  /// The library reads the furigana of a text in its cell as a part of it.
  @Test
  void xlsx_withPhoneticTextInACell_isRefused() throws IOException {
    Path file =
        changed(
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
    String said = refusal(changed("sheet2.xml", text -> text.replace("D4\"", "D2147483647\"")));
    assertTrue(said.contains("\"D2147483647\", beyond the last cell XFD1048576"), said);
  }

  @Test
  void xlsx_withADateAsText_isRefused() throws IOException {
    Path file = changed("sheet2.xml", text -> text.replaceFirst(" t=\"s\"", " t=\"d\""));
    assertTrue(refusal(file).contains("save it as an Excel workbook"), () -> refusal(file));
  }
}
