package greenpair.registry.source.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.registry.source.value.Limits;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How many bytes of its files a reader has used, row by row.
class BytesReadTest {
  private static final int ROWS = 40_000;

  /// What is read at once, to tell the encoding and to fill buffers.
  private static final double AHEAD = 400_000;

  @TempDir private Path folder = Path.of("");

  private static byte[] rows(boolean isJson) {
    Random random = new Random(7);
    StringBuilder text = new StringBuilder(isJson ? "" : "Firm,City\n");
    for (int row = 0; row < ROWS; row++) {
      String firm = Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
      text.append(isJson ? "{\"Firm\":\"" + firm + "\",\"City\":\"x\"}\n" : firm + ",x\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private Path write(String name) throws IOException {
    Path file = folder.resolve(name);
    byte[] plain = rows(name.contains("json"));
    if (name.endsWith(".json")) {
      String lines = new String(plain, StandardCharsets.UTF_8).strip().replace('\n', ',');
      Files.writeString(file, "[" + lines + "]");
    } else if (name.endsWith(".gz")) {
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
        out.write(plain);
      }
    } else if (name.endsWith(".zip")) {
      try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
        for (String member : List.of("a.csv", "readme.md", "b.csv")) {
          out.putNextEntry(new ZipEntry(member));
          out.write(plain);
        }
      }
    } else {
      Files.write(file, plain);
    }
    return file;
  }

  private Path workbook(String name) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("Data");
      for (int row = 0; row < 100; row++) {
        sheet.value(row, 0, row == 0 ? "Firm" : "Firm " + row);
      }
    }
    return file;
  }

  /// The reported value after each record and, last, at the end.
  private static List<Long> read(RecordSource source) throws IOException {
    List<Long> told = new ArrayList<>();
    try (RecordReader reader = source.open()) {
      while (reader.next() != null) {
        told.add(reader.bytes());
      }
      told.add(reader.bytes());
    }
    for (int at = 1; at < told.size(); at++) {
      assertTrue(told.get(at) >= told.get(at - 1), "goes back at " + at);
    }
    return told;
  }

  private static SourceFiles files(Path... paths) {
    return new SourceFiles(List.of(paths), SourceFormat.DETECTED, Limits.DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.csv", "a.csv.gz", "a.jsonl", "a.json", "a.jsonl.gz"})
  void bytes_growWithTheRows_andAreAllAtTheEnd(String name) throws IOException {
    Path file = write(name);
    SourceFiles source = files(file);
    assertEquals(Files.size(file), source.bytes());
    List<Long> told = read(source);
    assertEquals(ROWS + 1, told.size());
    for (int row = 0; row < ROWS; row++) {
      double used = (double) Files.size(file) * row / ROWS;
      double over = told.get(row) - used;
      assertTrue(over > -1000 && over < AHEAD, name + " " + row + ": " + over);
    }
    assertEquals(Files.size(file), told.getLast());
  }

  @Test
  void bytesOfAZip_growWithTheRowsOfItsMembers() throws IOException {
    Path file = write("a.zip");
    List<Long> told = read(files(file));
    assertEquals(2 * ROWS + 1, told.size());
    double third = Files.size(file) / 3.0; // Of a member, of which one is not read.
    assertEquals(third / 2, told.get(ROWS / 2), third / 3);
    assertEquals(third * 1.5, told.get(ROWS + ROWS / 2), third * 2 / 3);
    assertEquals(Files.size(file), told.getLast());
  }

  @Test
  void bytesOfAWorkbook_areUnknownUntilItIsRead_asItIsReadFromItsEnd() throws IOException {
    Path first = workbook("a.xlsx");
    Path packed = folder.resolve("b.xlsx.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(first, out);
    }
    SourceFiles source = files(first, packed);
    List<Long> told = read(source);
    assertEquals(2 * 99 + 1, told.size());
    assertEquals(0, told.get(98));
    assertEquals(Files.size(first), told.get(99));
    assertEquals(Files.size(first), told.get(2 * 99 - 1));
    assertEquals(source.bytes(), told.getLast());
  }
}
