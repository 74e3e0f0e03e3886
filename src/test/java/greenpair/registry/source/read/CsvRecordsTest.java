package greenpair.registry.source.read;

import static greenpair.registry.source.read.ReadFiles.ROWS;
import static greenpair.registry.source.read.ReadFiles.notNull;
import static greenpair.registry.source.read.ReadFiles.read;
import static greenpair.registry.source.read.ReadFiles.refusal;
import static greenpair.registry.source.read.ReadFiles.said;
import static greenpair.registry.source.read.ReadFiles.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Records of CSV files: encodings, quotes, and what is refused.
class CsvRecordsTest {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({"UTF-8", "GB18030", "UTF-16LE"})
  void csv_inAnyEncoding_isDetected(String charset) throws IOException {
    String text = charset.startsWith("UTF-16") ? "\uFEFF" + ROWS : ROWS;
    List<SourceRecord> rows =
        read(write(folder.resolve("a.csv"), text.getBytes(Charset.forName(charset))));
    assertEquals(3, rows.size());
    assertEquals("宁德时代", rows.get(1).text("Firm"));
    assertEquals("上海", rows.get(2).text("City"));
    assertEquals(4, rows.get(2).origin().line());
  }

  @Test
  void csv_inWindows1252_isDetected() throws IOException {
    Path file =
        write(
            folder.resolve("a.csv"),
            "Firm;City\nCafé Énergie;Münster\n".getBytes(Charset.forName("windows-1252")));
    assertEquals("Münster", read(file).getFirst().text("City"));
    for (String name :
        List.of(
            "“Œuvre” – l’œil", "Škoda", "„Wärme“", "‘90s Solar™", "5” pipe • €5", "Joe’s", "‹Ž›")) {
      byte[] bytes = ("Firm\n" + name + "\n").getBytes(Charset.forName("windows-1252"));
      assertEquals(name, read(write(folder.resolve("b.csv"), bytes)).getFirst().text("Firm"));
    }
  }

  @Test
  void utf8_withAReplacementCharacterOfAnotherProgram_isRead() throws IOException {
    Path file = write(folder.resolve("a.csv"), "Firm,City\nCaf\uFFFD,Jilin\n");
    assertEquals("Caf\uFFFD", read(file).getFirst().text("Firm"));
  }

  /// Read as GB18030 or windows-1252 they would give other characters without an error.
  @ParameterizedTest
  @CsvSource({
    "Shift_JIS,東京ガス株式会社,東京", "Big5,臺灣電力公司,臺北",
    "EUC-KR,한국전력공사 인천,서울", "windows-1251,Московский автобус,Москва",
    "ISO-8859-2,Łódzka Spółka,Łódź", "ISO-8859-7,Δημόσια Επιχείρηση,Αθήνα",
    "EUC-JP,三菱重工業株式会社,横浜", "ISO-8859-9,Güneş Enerjisi,Muğla",
    "x-windows-874,พลังงานแสงอาทิตย์,กรุงเทพ", "KOI8-R,Солнечная энергия,Москва",
    "x-MacRoman,Solar Müller,Zürich", "Shift_JIS,東京,x",
    "Shift_JIS,トヨタ,x", "Shift_JIS,日本電力,x"
  })
  void csv_inAnEncodingThatCannotBeTold_isRefused(String charset, String firm, String city)
      throws IOException {
    String rows = "Firm,City\n" + firm + "," + city + "\n";
    Path file = write(folder.resolve("a.csv"), rows.getBytes(Charset.forName(charset)));
    assertTrue(refusal(file).contains("write format.encoding"), () -> refusal(file));
    SourceFormat said = new SourceFormat(null, null, '"', charset, List.of(), 1, null, List.of());
    assertEquals(firm, read(file, said).getFirst().text("Firm"));
  }

  @Test
  void csv_withAQuoteWithinACell_isRefusedInPlainWords() throws IOException {
    Path file = write(folder.resolve("a.csv"), "a,b\n1,2\n\"Al\"pha,6\n");
    assertTrue(
        refusal(file).contains("a.csv:3: a quote closes within a cell; double each quote"),
        () -> refusal(file));
    assertFalse(refusal(file).contains("Exception"), () -> refusal(file));
  }

  /// A stray byte is damage: the rest of the file is no other encoding for it.
  @Test
  void csv_inUtf8WithAWrongByte_isRefused() throws IOException {
    byte[] bytes = ROWS.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    bytes[ROWS.indexOf('\n') + 1] = (byte) 0xFF;
    Path file = write(folder.resolve("a.csv"), bytes);
    assertTrue(refusal(file).contains("encoding"), () -> refusal(file));
  }

  @Test
  void csv_withMarkQuotesAndLineEndsInCells_keepsCellsAndLines() throws IOException {
    Path file =
        write(
            folder.resolve("a.csv"), "\uFEFFa|b\r\n\"x|\r\ny\"|\"say \"\"hi\"\"\"\r\n\r\n1|2\r\n");
    List<SourceRecord> rows = read(file);
    assertEquals("x|\r\ny", rows.get(0).text("a"));
    assertEquals("say \"hi\"", rows.get(0).text("b"));
    assertEquals(5, rows.get(1).origin().line());
  }

  @Test
  void csv_withSpilledRow_hasFault() throws IOException {
    List<SourceRecord> rows = read(write(folder.resolve("a.csv"), "a,b\n1,2,3\n1\n1,2,\n"));
    assertTrue(said(rows.get(0)).contains("but has 3"));
    assertEquals("", rows.get(1).text("b"));
    assertEquals(null, rows.get(2).fault());
  }

  @Test
  void csv_withDoubleAndBlankHeaders_getsNamesThatDiffer() throws IOException {
    SourceRecord row = read(write(folder.resolve("a.csv"), "a,a,,b  c\n1,2,3,4\n")).getFirst();
    assertEquals(List.of("a", "a (2)", "column 3", "b c"), row.columns());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'a,b\n1,\"x, y'|2", "'a,b\n1,\"x'|2", "'a,b\n1,\"'|2",
        "'a,b\n1,\"x\n'|2", "'a,b\n1,\"x \"\"y\"\"'|2", "'a,b\n\"1,2\n3,4\n5,6\n'|2",
        "'a,b\n\"p\r\nq\",\"x\n3,4\n'|3", "'a,\"b\n1,2\n'|1", "'a::b\n1::\"x'|2"
      })
  void csv_cutWithinQuotes_isRefusedWithTheLineOfTheQuote(String text, int line)
      throws IOException {
    Path file = write(folder.resolve("a.csv"), text.translateEscapes());
    SourceFormat format =
        text.contains("::")
            ? new SourceFormat(null, "::", '"', null, List.of(), 1, null, List.of())
            : SourceFormat.DETECTED;
    String said =
        notNull(assertThrows(SourceException.class, () -> read(file, format)).getMessage());
    assertTrue(said.contains("a.csv:" + line + ": a quote opens here"), said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b\n1,\"x\"", "a,b\n1,\"x\"\n", "a,b\n1,\"x\"\r", "a,b\n1,\"x\"\r\n\r\n",
        "a,b\n1,\"x\"\"\"", "a,b\n1,x\"", "a,b\n1,", "a,b\n\uFFFF\n"
      })
  void csv_thatEndsOutsideQuotes_isWhole(String text) throws IOException {
    assertEquals(1, read(write(folder.resolve("a.csv"), text)).size());
  }
}
