package greenpair.registry.source.read;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import module java.base;

import greenpair.catalog.Language;
import greenpair.registry.source.value.Limits;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Writes files of records, and reads them.
final class ReadFiles {
  static final String ROWS = "Firm,City\n比亚迪,深圳\n宁德时代,宁德\n远景能源,上海\n";

  private ReadFiles() {}

  static Path write(Path file, byte[] bytes) throws IOException {
    return Files.write(file, bytes);
  }

  static Path write(Path file, String text) throws IOException {
    return write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  static List<SourceRecord> read(Path path, SourceFormat format) throws IOException {
    List<SourceRecord> records = new ArrayList<>();
    try (RecordReader reader = new SourceFiles(List.of(path), format, Limits.DEFAULT).open()) {
      for (SourceRecord each = reader.next(); each != null; each = reader.next()) {
        records.add(each);
      }
    }
    return records;
  }

  static List<SourceRecord> read(Path path) throws IOException {
    return read(path, SourceFormat.DETECTED);
  }

  static String refusal(Path path) {
    return refusal(path, SourceFormat.DETECTED);
  }

  static String refusal(Path path, SourceFormat format) {
    SourceException refused = assertThrows(SourceException.class, () -> read(path, format));
    return notNull(refused.getMessage());
  }

  static String notNull(@org.jspecify.annotations.Nullable String text) {
    assertNotNull(text);
    return String.valueOf(text);
  }

  static SourceFormat sheet(String sheet, String headerHas) {
    return new SourceFormat(null, null, '"', null, List.of(sheet), 1, headerHas, List.of());
  }

  static SourceFormat at(String... pointers) {
    return new SourceFormat(null, null, '"', null, List.of(), 1, null, List.of(pointers));
  }

  static String said(SourceRecord record) {
    return Objects.requireNonNull(record.fault()).in(Language.EN);
  }

  static void workbook(Path file) throws IOException {
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
      sheet.value(2, 4, "Share");
      sheet.value(3, 4, 0.05);
      sheet.style(3, 4).format("0%").set();
      sheet.value(5, 1, "Lakeside");
    }
  }

  /// Copies a workbook with one part changed.
  static Path changed(Path folder, String part, UnaryOperator<String> change) throws IOException {
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
}
