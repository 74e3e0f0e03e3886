package greenpair.registry.source.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Language;
import greenpair.registry.source.value.Limits;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceFilesTest {
  private static final String ROWS = "Firm,City\n比亚迪,深圳\n宁德时代,宁德\n远景能源,上海\n";

  @TempDir private Path folder = Path.of("");

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private Path write(String name, String text) throws IOException {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<SourceRecord> read(Path path, SourceFormat format) throws IOException {
    List<SourceRecord> records = new ArrayList<>();
    try (RecordReader reader = new SourceFiles(List.of(path), format, Limits.DEFAULT).open()) {
      for (SourceRecord each = reader.next(); each != null; each = reader.next()) {
        records.add(each);
      }
    }
    return records;
  }

  private static List<SourceRecord> read(Path path) throws IOException {
    return read(path, SourceFormat.DETECTED);
  }

  private static String refusal(Path path) {
    SourceException refused = assertThrows(SourceException.class, () -> read(path));
    return notNull(refused.getMessage());
  }

  private static String notNull(@org.jspecify.annotations.Nullable String text) {
    assertNotNull(text);
    return String.valueOf(text);
  }

  private static SourceFormat sheet(String sheet, String headerHas) {
    return new SourceFormat(null, null, '"', null, List.of(sheet), 1, headerHas, List.of());
  }

  private static SourceFormat at(String... pointers) {
    return new SourceFormat(null, null, '"', null, List.of(), 1, null, List.of(pointers));
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "GB18030", "UTF-16LE"})
  void csv_inAnyEncoding_isDetected(String charset) throws IOException {
    String text = charset.startsWith("UTF-16") ? "\uFEFF" + ROWS : ROWS;
    List<SourceRecord> rows = read(write("a.csv", text.getBytes(Charset.forName(charset))));
    assertEquals(3, rows.size());
    assertEquals("宁德时代", rows.get(1).text("Firm"));
    assertEquals("上海", rows.get(2).text("City"));
    assertEquals(4, rows.get(2).origin().line());
  }

  @Test
  void csv_inWindows1252_isDetected() throws IOException {
    Path file =
        write(
            "a.csv", "Firm;City\nCafé Énergie;Münster\n".getBytes(Charset.forName("windows-1252")));
    assertEquals("Münster", read(file).getFirst().text("City"));
  }

  @Test
  void csv_withMarkQuotesAndLineEndsInCells_keepsCellsAndLines() throws IOException {
    Path file = write("a.csv", "\uFEFFa|b\r\n\"x|\r\ny\"|\"say \"\"hi\"\"\"\r\n\r\n1|2\r\n");
    List<SourceRecord> rows = read(file);
    assertEquals("x|\r\ny", rows.get(0).text("a"));
    assertEquals("say \"hi\"", rows.get(0).text("b"));
    assertEquals(5, rows.get(1).origin().line());
  }

  private static String said(SourceRecord record) {
    return Objects.requireNonNull(record.fault()).in(Language.EN);
  }

  @Test
  void csv_withSpilledRow_hasFault() throws IOException {
    List<SourceRecord> rows = read(write("a.csv", "a,b\n1,2,3\n1\n1,2,\n"));
    assertTrue(said(rows.get(0)).contains("but has 3"));
    assertEquals("", rows.get(1).text("b"));
    assertEquals(null, rows.get(2).fault());
  }

  @Test
  void csv_withDoubleAndBlankHeaders_getsNamesThatDiffer() throws IOException {
    SourceRecord row = read(write("a.csv", "a,a,,b  c\n1,2,3,4\n")).getFirst();
    assertEquals(List.of("a", "a (2)", "column 3", "b c"), row.columns());
  }

  @Test
  void csv_withHugeCell_isRefusedInBoundedMemory() throws IOException {
    Path file = folder.resolve("a.csv");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write("a,b\n\"".getBytes(StandardCharsets.UTF_8));
      byte[] block = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      for (int each = 0; each < 100; each++) {
        out.write(block);
      }
    }
    String said = refusal(file);
    assertTrue(said.contains("a.csv: ") && said.contains("line 2"), said);
    assertTrue(said.contains("download the file again"), said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'a,b\n1,\"x, y'|2",
        "'a,b\n1,\"x'|2",
        "'a,b\n1,\"'|2",
        "'a,b\n1,\"x\n'|2",
        "'a,b\n1,\"x \"\"y\"\"'|2",
        "'a,b\n\"1,2\n3,4\n5,6\n'|2",
        "'a,b\n\"p\r\nq\",\"x\n3,4\n'|3",
        "'a,\"b\n1,2\n'|1",
        "'a::b\n1::\"x'|2"
      })
  void csv_cutWithinQuotes_isRefusedWithTheLineOfTheQuote(String text, int line)
      throws IOException {
    Path file = write("a.csv", text.translateEscapes());
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
        "a,b\n1,\"x\"",
        "a,b\n1,\"x\"\n",
        "a,b\n1,\"x\"\r",
        "a,b\n1,\"x\"\r\n\r\n",
        "a,b\n1,\"x\"\"\"",
        "a,b\n1,x\"",
        "a,b\n1,",
        "a,b\n\uFFFF\n"
      })
  void csv_thatEndsOutsideQuotes_isWhole(String text) throws IOException {
    assertEquals(1, read(write("a.csv", text)).size());
  }

  @Test
  void csv_withMillionColumns_isRefused() throws IOException {
    assertTrue(refusal(write("a.csv", ",".repeat(1_000_000) + "\n")).contains("a.csv"));
  }

  @Test
  void csv_withNulBytes_isRefused() throws IOException {
    assertTrue(refusal(write("a.csv", "a,b\n1,\0\n")).contains("NUL byte at byte 7"));
  }

  @Test
  void csv_thatLeavesItsEncoding_isRefused() throws IOException {
    byte[] good = ("a\n" + "x\n".repeat(300_000)).getBytes(StandardCharsets.UTF_8);
    byte[] bytes = java.util.Arrays.copyOf(good, good.length + 2);
    bytes[good.length] = (byte) 0xC3;
    bytes[good.length + 1] = '\n';
    assertTrue(refusal(write("a.csv", bytes)).contains("declare another"));
  }

  @Test
  void emptyAndHeaderOnly_haveNoRecords() throws IOException {
    assertEquals(List.of(), read(write("a.csv", "")));
    assertEquals(List.of(), read(write("b.csv", "a,b\n")));
    assertEquals(List.of(), read(write("c.jsonl", "")));
  }

  @Test
  void xlsx_bySheetAndHeaderAnywhere_givesDatesAndPlainNumbers() throws IOException {
    Path file = folder.resolve("a.xlsx");
    workbook(file);
    SourceRecord row = read(file, sheet("Data", "Start")).getFirst();
    assertEquals("2012-08-01", row.text("Start"));
    assertEquals("0.253", row.text("MW"));
    assertEquals("Riverton", row.text("City"));
    assertEquals(4, row.origin().line());
  }

  private static void workbook(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet summary = book.newWorksheet("Summary");
      summary.value(0, 0, "Count");
      summary.value(1, 0, 1);
      Worksheet sheet = book.newWorksheet("Data");
      sheet.value(0, 0, "A title");
      sheet.value(2, 1, "City");
      sheet.value(2, 2, "Start");
      sheet.value(2, 3, "MW");
      sheet.value(3, 1, "Riverton");
      sheet.value(3, 2, LocalDate.of(2012, 8, 1));
      sheet.style(3, 2).format("yyyy-mm-dd").set();
      sheet.value(3, 3, 0.253);
      sheet.value(5, 1, "Lakeside");
    }
  }

  @Test
  void xlsx_withoutTheSheet_saysWhichThereAre() throws IOException {
    Path file = folder.resolve("a.xlsx");
    workbook(file);
    SourceException refused =
        assertThrows(SourceException.class, () -> read(file, sheet("Date", "Start")));
    assertTrue(String.valueOf(refused.getMessage()).contains("[Summary, Data]"));
  }

  @Test
  void xlsx_thatIsInvalid_isRefused() throws IOException {
    assertTrue(refusal(write("a.xlsx", "no zip")).contains("not an XLSX workbook"));
    assertTrue(refusal(write("b.xlsx", "")).contains("is empty"));
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

  /// Copies a workbook with one part changed; null takes it out.
  private Path changed(
      String part,
      java.util.function.@org.jspecify.annotations.Nullable UnaryOperator<String> change)
      throws IOException {
    Path from = folder.resolve("good.xlsx");
    workbook(from);
    Path to = folder.resolve("changed.xlsx");
    try (ZipFile zip = new ZipFile(from.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
      for (ZipEntry each : java.util.Collections.list(zip.entries())) {
        String text = new String(zip.getInputStream(each).readAllBytes(), StandardCharsets.UTF_8);
        boolean isIt = each.getName().endsWith(part);
        if (!isIt || change != null) {
          out.putNextEntry(new ZipEntry(each.getName()));
          out.write(
              (isIt && change != null ? change.apply(text) : text)
                  .getBytes(StandardCharsets.UTF_8));
        }
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
    assertTrue(
        refusal(file)
            .contains(
                "with the shared text \"" + number.substring(0, Math.min(10, number.length()))),
        () -> refusal(file));
  }

  @Test
  void xlsx_withSharedTextsWithoutEnd_isRefused() throws IOException {
    Path file =
        changed(
            "sharedStrings.xml",
            text -> text.replace("</sst>", "<si/>".repeat(2_000_001) + "</sst>"));
    assertTrue(refusal(file).contains("has more than 2000000 texts"), () -> refusal(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sheet1.xml",
        "sheet2.xml",
        "sharedStrings.xml",
        "workbook.xml",
        "workbook.xml.rels"
      })
  void xlsx_withoutOneOfItsParts_isRefusedByName(String part) throws IOException {
    Path file = changed(part, null);
    SourceException refused =
        assertThrows(
            SourceException.class,
            () -> {
              read(file, sheet("Summary", "Count"));
              read(file, sheet("Data", "Start"));
            });
    assertTrue(String.valueOf(refused.getMessage()).contains("changed.xlsx"), refused::toString);
  }

  @Test
  void json_atPointers_flattensNestedKeysAndLists() throws IOException {
    Path file =
        write(
            "a.json",
            """
            {"meta":{"items":[{"x":1}]},"nsi":{"a/b":{"items":[
            {"name":"One","tags":{"operator:zh":"一"},"match":["uno","eins"],"at":{"in":["cn"]}},
            {"name":"Two","no":null}],"rest":[[1]]},"c":{"items":[{"name":"Three"}]}}}
            """);
    List<SourceRecord> rows = read(file, at("/nsi/a~1b/items", "/nsi/c/items"));
    assertEquals(3, rows.size());
    assertEquals("一", rows.get(0).text("tags.operator:zh"));
    assertEquals("uno\u001feins", rows.get(0).text("match"));
    assertEquals("cn", rows.get(0).text("at.in"));
    assertEquals("/nsi/c/items", rows.get(2).text(JsonRecords.PATH));
  }

  /// Groups of records, and records of keys that are names.
  @Test
  void json_ofListsInLists_isReadByStars() throws IOException {
    Path file =
        write(
            "a.json",
            """
            {"v": 1, "data": {"items": [
              {"name": "North", "projects": [{"id": 1}, {"id": 2}], "other": [[{"id": 9}]]},
              7,
              {"projects": [], "name": "South"},
              {"projects": [{"id": 3}]}]}}\
            """);
    List<SourceRecord> rows = read(file, at("/data/items/*/projects"));
    assertEquals(List.of("1", "2", "3"), rows.stream().map(row -> row.text("id")).toList());
    assertEquals("/data/items/3/projects", rows.get(2).text(JsonRecords.PATH));
    assertEquals("3", read(file, at("/data/items/3/projects")).getFirst().text("id"));
    assertEquals(
        List.of("x", "y"),
        read(write("b.json", "{\"a\":{\"id\":\"x\"},\"b\":{\"id\":\"y\"}}"), at("/*")).stream()
            .map(row -> row.text("id"))
            .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"meta":{},"data":{"items":[]}} | /data/itemz | has no list or object at /data/itemz; it has /meta, /data, /data/items
          {"items":7}                     | /items      | has no list or object at /items; it has /items
          7                               | ''          | has no list or object at
          """)
  void json_withoutTheRecords_isRefused(String text, String pointer, String words)
      throws IOException {
    Path file = write("a.json", text);
    SourceException refused = assertThrows(SourceException.class, () -> read(file, at(pointer)));
    assertTrue(notNull(refused.getMessage()).contains(words), refused::getMessage);
  }

  @Test
  void json_asTopList_andJsonLines_areRead() throws IOException {
    assertEquals("2", read(write("a.json", "[{\"a\":1},{\"a\":2}]")).get(1).text("a"));
    List<SourceRecord> lines = read(write("a.jsonl", "{\"a\":1}\n\n{\"a\":true}\n[3]\n"));
    assertEquals("true", lines.get(1).text("a"));
    assertEquals(3, lines.get(1).origin().line());
    assertTrue(said(lines.get(2)).contains("JSON object"));
  }

  @Test
  void json_nestedDeep_isRefused() throws IOException {
    Path file = write("a.json", "[{\"a\":" + "[".repeat(100_000));
    assertTrue(refusal(file).contains("not valid JSON"));
  }

  @Test
  void packedFiles_areUnpacked() throws IOException {
    Path gzip = folder.resolve("a.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      out.write(ROWS.getBytes(StandardCharsets.UTF_8));
    }
    Path inner = folder.resolve("inner.xlsx");
    workbook(inner);
    Path zip = folder.resolve("b.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("x/rows.csv"));
      out.write(ROWS.getBytes(StandardCharsets.UTF_8));
      out.putNextEntry(new ZipEntry("book.xlsx"));
      Files.copy(inner, out);
      out.putNextEntry(new ZipEntry("readme.md"));
    }
    assertEquals(3, read(gzip).size());
    List<SourceRecord> rows = read(zip);
    assertEquals(4, rows.size());
    assertTrue(rows.getFirst().origin().file().endsWith("b.zip!x/rows.csv"));
  }

  @Test
  void gzipBomb_isRefused() throws IOException {
    Path bomb = folder.resolve("a.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      byte[] block = ("x".repeat(1 << 15) + "\n").repeat(1 << 5).getBytes(StandardCharsets.UTF_8);
      for (int each = 0; each < 80; each++) {
        out.write(block);
      }
    }
    assertTrue(refusal(bomb).contains("looks like a bomb"));
  }

  @Test
  void folderAndGlob_giveFilesInOrder() throws IOException {
    write("b.csv", "a\n2\n");
    write("a.csv", "a\n1\n");
    write("c.md", "no data");
    assertEquals(2, read(folder).size());
    assertEquals("1", read(folder).getFirst().text("a"));
    assertEquals(1, read(folder.resolve("b*.csv")).size());
    assertTrue(refusal(folder.resolve("x*.csv")).contains("fits no file"));
  }
}
