package greenpair.registry.source.read;

import static greenpair.registry.source.read.ReadFiles.ROWS;
import static greenpair.registry.source.read.ReadFiles.read;
import static greenpair.registry.source.read.ReadFiles.workbook;
import static greenpair.registry.source.read.ReadFiles.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.message.AbsentException;
import greenpair.registry.source.value.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which files a path names, and what is in packed ones.
class SourceFilesTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void emptyAndHeaderOnly_haveNoRecords() throws IOException {
    assertEquals(List.of(), read(write(folder.resolve("a.csv"), "")));
    assertEquals(List.of(), read(write(folder.resolve("b.csv"), "a,b\n")));
    assertEquals(List.of(), read(write(folder.resolve("c.jsonl"), "")));
  }

  /// Two patterns and a link lead to one file: read twice, its amounts would add up.
  @Test
  void file_reachedTwice_isReadOnce() throws IOException {
    Path file = write(folder.resolve("a.csv"), "a,b\n1,2\n");
    Path link = Files.createSymbolicLink(folder.resolve("b.csv"), file);
    SourceFiles files =
        new SourceFiles(
            List.of(file, folder.resolve("*.csv"), link, folder.resolve("./a.csv"), folder),
            SourceFormat.DETECTED,
            Limits.DEFAULT);
    try (RecordReader reader = files.open()) {
      assertEquals("1", Objects.requireNonNull(reader.next()).text("a"));
      assertNull(reader.next());
    }
    assertThrows(SourceException.class, () -> files.checkNotRead(link));
    files.checkNotRead(folder.resolve("c.csv"));
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
  void folderAndGlob_giveFilesInOrder() throws IOException {
    write(folder.resolve("b.csv"), "a\n2\n");
    write(folder.resolve("a.csv"), "a\n1\n");
    write(folder.resolve("c.md"), "no data");
    assertEquals(2, read(folder).size());
    assertEquals("1", read(folder).getFirst().text("a"));
    assertEquals(1, read(folder.resolve("b*.csv")).size());
    AbsentException absent =
        assertThrows(AbsentException.class, () -> read(folder.resolve("x*.csv")));
    assertTrue(String.valueOf(absent.getMessage()).contains("matches no file"));
  }
}
