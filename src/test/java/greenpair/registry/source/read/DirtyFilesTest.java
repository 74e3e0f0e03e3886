package greenpair.registry.source.read;

import static greenpair.registry.source.read.ReadFiles.read;
import static greenpair.registry.source.read.ReadFiles.refusal;
import static greenpair.registry.source.read.ReadFiles.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Seeded;
import greenpair.catalog.Language;
import greenpair.registry.source.value.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Blank rows, delimiters, bad lines and bytes, and archives that are closed early.
class DirtyFilesTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void csv_blankRows_areSkippedAsInAWorkbook() throws IOException {
    List<SourceRecord> rows =
        read(write(folder.resolve("a.csv"), "\n,,\nFirm,City,X\n,,\nBYD,深圳,1\n \t,\u00a0,\n,,\n"));
    assertEquals(1, rows.size());
    assertEquals("BYD", rows.getFirst().text("Firm"));
    assertEquals(5, rows.getFirst().origin().line());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.tsv", "a.TAB"})
  void tsv_withMoreCommasThanTabs_isSplitAtTabs(String name) throws IOException {
    String text = "Firm, city, and seat\tSize, MW\nBYD, 深圳\t5\n";
    List<SourceRecord> rows = read(write(folder.resolve(name), text));
    assertEquals("5", rows.getFirst().text("Size, MW"));
    assertEquals("5", read(gzip(name, text)).getFirst().text("Size, MW"));
    assertEquals("5", read(zip(name, text)).getFirst().text("Size, MW"));
  }

  @Test
  void header_withQuotedCommas_isSplitAtItsDelimiter() throws IOException {
    Path file = write(folder.resolve("a.csv"), "\"Firm, full, name\";\"Size, MW\"\nBYD;5\n");
    assertEquals("5", read(file).getFirst().text("Size, MW"));
  }

  @Test
  void header_belowATitleWithCommas_isSplitAtItsDelimiter() throws IOException {
    Path file = write(folder.resolve("a.csv"), "List, of, all, firms\nFirm;Size\nBYD;5\n");
    SourceFormat second = new SourceFormat(null, null, '"', null, List.of(), 2, null, List.of());
    assertEquals("5", read(file, second).getFirst().text("Size"));
    SourceFormat byName = new SourceFormat(null, null, '"', null, List.of(), 1, "Size", List.of());
    assertEquals("5", read(file, byName).getFirst().text("Size"));
  }

  /// FastCSV reads what the seed wrote, with each delimiter and each form of quotes.
  @Seeded
  void csv_ofRandomCells_isReadAsWritten(Random random) throws IOException {
    String delimiter = List.of(",", ";", "\t", "|").get(random.nextInt(4));
    int width = 2 + random.nextInt(5);
    List<List<String>> rows =
        IntStream.range(0, 20).mapToObj(row -> cells(random, width, row == 0)).toList();
    String text =
        rows.stream()
            .map(
                row ->
                    row.stream()
                        .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(delimiter)))
            .collect(Collectors.joining(random.nextBoolean() ? "\n" : "\r\n"));
    List<SourceRecord> read = read(write(folder.resolve(random.nextLong() + ".csv"), text));
    List<List<String>> known =
        rows.stream().skip(1).filter(row -> !row.stream().allMatch(String::isBlank)).toList();
    assertEquals(
        known, read.stream().map(row -> row.columns().stream().map(row::text).toList()).toList());
  }

  private static List<String> cells(Random random, int width, boolean isHeader) {
    String[] parts = {",", ";", "|", "\t", "\"", "x", "北", " ", "1"};
    return IntStream.range(0, width)
        .mapToObj(
            column ->
                (isHeader ? "c" + column : "")
                    + random
                        .ints(isHeader ? 0 : random.nextInt(5), 0, parts.length)
                        .mapToObj(at -> parts[at])
                        .collect(Collectors.joining()))
        .toList();
  }

  @Test
  void jsonLines_withBadLines_rejectOnlyThose_andKeepTheirText() throws IOException {
    String text =
        "{\"a\":1}\n{\"a\":\n\nnot json\n{\"a\":2} {\"a\":3}\n[4]\n{\"a\":\""
            + "x".repeat(1 << 21)
            + "\"}\n{\"a\":5}";
    List<SourceRecord> rows = read(write(folder.resolve("a.jsonl"), text));
    assertEquals(
        List.of(1L, 2L, 4L, 5L, 6L, 7L, 8L),
        rows.stream().map(row -> row.origin().line()).toList());
    assertNull(rows.getFirst().fault());
    assertEquals("5", rows.getLast().text("a"));
    for (SourceRecord bad : rows.subList(1, 6)) {
      assertNotNull(bad.fault());
      assertFalse(bad.fault().in(Language.ZH).isBlank());
    }
    assertEquals("not json", rows.get(2).text("_text"));
    assertEquals("[4]", rows.get(4).text("_text"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.csv", "a.json", "a.jsonl"})
  void packedFile_inAnotherEncoding_saysSo(String name) throws IOException {
    byte[] bytes = "[{\"a\":\"深圳\"}]".getBytes(Charset.forName("GB18030"));
    SourceFormat utf8 = new SourceFormat(null, null, '"', "UTF-8", List.of(), 1, null, List.of());
    Path packed = folder.resolve(name + ".gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(bytes);
    }
    for (Path file : List.of(packed, write(folder.resolve(name), bytes))) {
      String why = refusal(file, utf8);
      assertTrue(why.contains("encoding"), why);
      assertFalse(why.contains("gzip file"), why);
    }
  }

  /// An open file of a deleted archive stays in `/proc/self/fd`.
  @Test
  void archive_closedEarly_leavesNoFileOpen() throws IOException {
    Path file = zip("a.csv", ReadFiles.ROWS);
    try (RecordReader reader =
        new SourceFiles(List.of(file), SourceFormat.DETECTED, Limits.DEFAULT).open()) {
      assertNotNull(reader.next());
      assertTrue(isOpen(file));
    }
    assertFalse(isOpen(file));
  }

  private static boolean isOpen(Path file) throws IOException {
    Path all = Path.of("/proc/self/fd");
    org.junit.jupiter.api.Assumptions.assumeTrue(Files.isDirectory(all));
    try (var open = Files.newDirectoryStream(all)) {
      for (Path each : open) {
        if (Files.isSymbolicLink(each)
            && Files.readSymbolicLink(each).endsWith(file.getFileName())) {
          return true;
        }
      }
    }
    return false;
  }

  /// Found from outside: the words of the library, in English too.
  @ParameterizedTest
  @ValueSource(strings = {"a.csv", "a.jsonl", "a.xlsx"})
  void gzip_thatIsCutOff_isIncomplete(String name) throws IOException {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder("Name\n");
    for (int row = 0; row < 20_000; row++) {
      text.append(name.endsWith("l") ? "{\"Name\": " + random.nextLong() + "}" : random.nextLong());
      text.append('\n');
    }
    Path file = gzip(name, text.toString());
    byte[] whole = Files.readAllBytes(file);
    for (int length : List.of(20, whole.length / 2, whole.length - 1)) {
      Files.write(file, Arrays.copyOf(whole, length));
      String why = refusal(file);
      assertTrue(why.endsWith("is damaged or incomplete; download it again"), why);
    }
  }

  @Test
  void gzip_withBytesBehindItsEnd_isRefused() throws IOException {
    Path file = gzip("a.csv", "id,name\n1,BYD\n");
    Files.write(file, "2,CATL\n".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
    assertTrue(refusal(file).contains("behind its end"), refusal(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void wideText_withoutAMark_namesItsEncoding(String charset) throws IOException {
    Path file = folder.resolve("a.csv");
    Files.write(file, "id,name\n1,比亚迪\n".getBytes(Charset.forName(charset)));
    assertTrue(refusal(file).contains(charset), refusal(file));
  }

  /// The mark of UTF-32 begins like that of UTF-16.
  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void wideText_withAMark_isRead(String charset) throws IOException {
    Path file = folder.resolve("a.csv");
    Files.write(file, "\uFEFFid,name\n1,比亚迪\n".getBytes(Charset.forName(charset)));
    assertEquals("比亚迪", read(file).getFirst().text("name"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"id,name\n1,~{In[Z~}", "id,name\n1,\u001b$B@n\u001b(B"})
  void chineseInAscii_isRefused(String text) throws IOException {
    assertTrue(refusal(write(folder.resolve("a.csv"), text)).contains("seven bits"), text);
    List<SourceRecord> rows = read(write(folder.resolve("b.csv"), "id,PV+Storage\n+Solar,~{x\n"));
    assertEquals("+Solar", rows.getFirst().text("id"));
  }

  @Test
  void packedFile_withAnotherEnding_isNamedAsSuch() throws IOException {
    for (Path packed : List.of(gzip("b.csv", "id\n1\n"), zip("b.csv", "id\n1\n"))) {
      Path file = Files.copy(packed, folder.resolve("a.csv"), StandardCopyOption.REPLACE_EXISTING);
      assertTrue(refusal(file).contains("add .gz or .zip"), refusal(file));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.zip", "a.xlsx"})
  void member_thatIsNotWhatWasPacked_isDamaged(String name) throws IOException {
    String member = name.equals("a.zip") ? "a.csv" : "xl/worksheets/sheet1.xml";
    String text =
        name.equals("a.zip")
            ? "id,name\n1,Alpha\n"
            : "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                + "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Alpha</t></is></c>"
                + "</row></sheetData></worksheet>";
    Path file = write(folder.resolve(name), stored(member, text, "Alpha", "Omega"));
    assertTrue(refusal(file).contains("is damaged or incomplete"), refusal(file));
  }

  /// A zip of a text without compression, of which a part was replaced.
  private static byte[] stored(String member, String text, String part, String other)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.setLevel(Deflater.NO_COMPRESSION);
      out.putNextEntry(new ZipEntry(member));
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.closeEntry();
    }
    return bytes
        .toString(StandardCharsets.ISO_8859_1)
        .replace(part, other)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void archive_isReadWhole_orRefused() throws IOException {
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(inner)) {
      out.write("id\n2\n".getBytes(StandardCharsets.UTF_8));
    }
    Map<String, byte[]> members = new TreeMap<>();
    members.put("a.csv", "id\n1\n".getBytes(StandardCharsets.UTF_8));
    members.put("b.csv.gz", inner.toByteArray());
    members.put("readme.html", new byte[] {1});
    members.put("~$a.csv", new byte[] {1});
    assertEquals(2, read(zip("a", members)).size());
    members.put("c.xls", new byte[] {1});
    Path file = zip("a", members);
    assertTrue(refusal(file).contains("c.xls has rows that cannot be read"), refusal(file));
  }

  private Path gzip(String name, String text) throws IOException {
    Path file = folder.resolve(name + ".gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  private Path zip(String name, String text) throws IOException {
    return zip(name, Map.of(name, text.getBytes(StandardCharsets.UTF_8)));
  }

  private Path zip(String name, Map<String, byte[]> members) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> each : members.entrySet()) {
        out.putNextEntry(new ZipEntry(each.getKey()));
        out.write(each.getValue());
        out.closeEntry();
      }
    }
    return write(folder.resolve(name + ".zip"), bytes.toByteArray());
  }
}
