package greenpair.registry.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.registry.LineResult;
import greenpair.registry.SourceChangedException;
import greenpair.registry.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogFilesTest {
  private static final String FIRM = Lines.with(Kind.FIRM, "");
  private static final String CITY = Lines.with(Kind.CITY, "");

  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static CatalogFiles files(Path... paths) {
    return new CatalogFiles(List.of(paths), Lines.JSON);
  }

  private static List<LineResult> readings(Path... paths) {
    List<LineResult> readings = new ArrayList<>();
    files(paths).read(readings::add);
    return readings;
  }

  /// What came out, each as `line kind` or `line: problem`.
  private static List<String> read(Path... paths) {
    return readings(paths).stream()
        .map(
            reading ->
                switch (reading) {
                  case LineResult.Accepted accepted ->
                      accepted.origin().line() + " " + accepted.entry().kind().word();
                  case LineResult.Rejected rejected ->
                      rejected.origin().line() + ": " + rejected.problem().in(Language.EN);
                })
        .toList();
  }

  @Test
  void linesWithBlanksAndWindowsEnds_areRead_areCountedAsEditorsDo() throws IOException {
    Path file = file("a.jsonl", "\n" + FIRM + "\r\n  \t\r\n" + CITY + "\n\n");
    assertEquals(List.of("2 firm", "4 city"), read(file));
  }

  @Test
  void acceptedLine_holdsItsBytesWithoutLineEnd() throws IOException {
    Path file = file("a.jsonl", FIRM + "\r\n" + CITY + "\n");
    List<LineResult> readings = readings(file);
    LineResult.Accepted first = assertInstanceOf(LineResult.Accepted.class, readings.get(0));
    LineResult.Accepted second = assertInstanceOf(LineResult.Accepted.class, readings.get(1));
    assertArrayEquals(Lines.utf8(FIRM), first.json());
    assertArrayEquals(Lines.utf8(CITY), second.json());
    assertEquals(file + ":2", second.origin().toString());
  }

  @Test
  void byteOrderMark_atTheBeginning_isAccepted() throws IOException {
    assertEquals(List.of("1 firm"), read(file("a.jsonl", "\ufeff" + FIRM + "\n")));
  }

  @Test
  void lastLineWithoutEnd_whole_isAccepted() throws IOException {
    assertEquals(List.of("1 firm", "2 city"), read(file("a.jsonl", FIRM + "\n" + CITY)));
  }

  @Test
  void lastLineWithoutEnd_cut_isRejectedWithAHint() throws IOException {
    Path file = file("a.jsonl", FIRM + "\n" + CITY.substring(0, 40));
    List<String> read = read(file);
    assertEquals("1 firm", read.get(0));
    assertTrue(read.get(1).startsWith("2: not valid JSON at byte 41: "), read.get(1));
    assertTrue(read.get(1).endsWith("; the file appears to be cut off here"), read.get(1));
  }

  @Test
  void brokenLineInTheMiddle_isRejected_theFileIsNotCalledCutOff() throws IOException {
    List<String> read = read(file("a.jsonl", "{\"kind\":\n" + FIRM + "\n"));
    assertTrue(read.get(0).startsWith("1: not valid JSON at byte 9"), read.get(0));
    assertTrue(!read.get(0).contains("cut off"), read.get(0));
    assertEquals("2 firm", read.get(1));
  }

  @Test
  void malformedUtf8_isRejectedWithItsByte_theRestIsRead() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("{\"x\":\"".getBytes(StandardCharsets.US_ASCII));
    bytes.write(0xE9); // é in Latin-1
    bytes.write(("\"}\n" + FIRM + "\n").getBytes(StandardCharsets.US_ASCII));
    assertEquals(
        List.of("1: byte 7 (0xE9) is not UTF-8; save the file as UTF-8", "2 firm"),
        read(file("a.jsonl", bytes.toByteArray())));
  }

  @Test
  void characterAcrossReadChunks_isRead_isWhole() throws IOException {
    // The reader takes 64 KiB at a time; 3-byte characters meet every such border somewhere.
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      lines
          .append(
              Lines.with(Kind.FIRM, "\"description\":{\"zh\":\"" + "比".repeat(2000 + i) + "\"}"))
          .append('\n');
    }
    List<LineResult> readings = readings(file("a.jsonl", lines.toString()));
    assertEquals(40, readings.size());
    readings.forEach(reading -> assertInstanceOf(LineResult.Accepted.class, reading));
  }

  @Test
  void nulByte_isRejected() throws IOException {
    assertEquals(
        List.of("1: byte 3 is NUL, which must not occur in text; save the file as UTF-8", "2 firm"),
        read(file("a.jsonl", "{}\0\n" + FIRM + "\n")));
  }

  @Test
  void utf16File_isRead_everyLineIsRejected() throws IOException {
    Path file = file("a.jsonl", (FIRM + "\n").getBytes(StandardCharsets.UTF_16LE));
    read(file).forEach(reading -> assertTrue(reading.contains("save the file as UTF-8"), reading));
  }

  @Test
  void lineOverOneMebibyte_isRejected_theRestIsRead() throws IOException {
    String tooLong = "x".repeat(LineReader.MAX_LENGTH + 1);
    List<String> read = read(file("a.jsonl", FIRM + "\n" + tooLong + "\n" + CITY + "\n"));
    assertEquals("1 firm", read.get(0));
    assertTrue(
        read.get(1).startsWith("2: a line must have at most 1048576 bytes, but this one has more"));
    assertEquals("3 city", read.get(2));
  }

  @Test
  void lineOfOneMebibyte_isRead() throws IOException {
    int padding = LineReader.MAX_LENGTH - FIRM.length();
    assertEquals(List.of("1 firm"), read(file("a.jsonl", FIRM + " ".repeat(padding) + "\n")));
  }

  @Test
  void folder_isRead_takesJsonLinesSortedByName() throws IOException {
    file("b.jsonl", FIRM + "\n");
    file("a.jsonl", CITY + "\n");
    file("notes.txt", "no catalog");
    file(".#a.jsonl", "an editor's copy");
    Files.createDirectory(folder.resolve("c.jsonl"));
    assertEquals(List.of("1 city", "1 firm"), read(folder));
    assertEquals(
        List.of(folder.resolve("a.jsonl").toString(), folder.resolve("b.jsonl").toString()),
        files(folder).sources().stream().map(SourceFile::name).toList());
  }

  private static String refusal(Path... paths) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> files(paths)).getMessage());
  }

  @Test
  void missingPath_isNamed_isRefusedWithNextStep() {
    assertEquals(
        folder.resolve("none") + " does not exist: name a file or a folder of *.jsonl files",
        refusal(folder.resolve("none")));
  }

  @Test
  void archive_isRefusedAtOnce() throws IOException {
    for (byte[] start : List.of(new byte[] {'P', 'K', 3, 4}, new byte[] {0x1F, (byte) 0x8B, 8})) {
      Path archive = file("a.jsonl", start);
      assertEquals(
          archive + " is an archive; unpack it, and name the *.jsonl files in it",
          refusal(archive));
    }
    Files.delete(folder.resolve("a.jsonl"));
    file("b.jsonl", FIRM + "\n");
    Path beside = file("c.jsonl.gz", new byte[] {0x1F, (byte) 0x8B, 8});
    assertEquals(
        beside + " is an archive; unpack it, and name the *.jsonl files in it", refusal(folder));
  }

  @Test
  void fileNamedTwice_isRefused() throws IOException {
    Path file = file("a.jsonl", FIRM + "\n");
    assertEquals(file + " is named twice; name each file once", refusal(folder, file));
  }

  private static void assertChanged(CatalogFiles files, Path file) {
    SourceChangedException thrown =
        assertThrows(SourceChangedException.class, () -> files.read(reading -> {}));
    assertTrue(String.valueOf(thrown.getMessage()).startsWith(file + " changed while"));
  }

  @Test
  void fileOfSameLength_isChangedBetweenReadings_isNoticed() throws IOException {
    Path file = file("a.jsonl", FIRM + "\n");
    CatalogFiles files = files(file);
    files.read(reading -> {});
    file("a.jsonl", FIRM.replace("x1", "x2") + "\n");
    assertChanged(files, file);
  }

  @Test
  void file_isRemovedBetweenReadings_isNoticed() throws IOException {
    Path file = file("a.jsonl", FIRM + "\n");
    CatalogFiles files = files(file);
    files.read(reading -> {});
    Files.delete(file);
    assertChanged(files, file);
  }
}
