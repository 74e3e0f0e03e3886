package greenpair.registry.source.read;

import static greenpair.registry.source.read.ReadFiles.changed;
import static greenpair.registry.source.read.ReadFiles.read;
import static greenpair.registry.source.read.ReadFiles.sheet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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

/// What a cell of a workbook shows by its format.
class ShownNumbersTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void idOfNineteenDigits_keepsThem() throws IOException {
    Path file =
        changed(
            folder,
            "sheet2.xml",
            text -> text.replaceFirst("<v>0.253</v>", "<v>1234567890123456789</v>"));
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
}
