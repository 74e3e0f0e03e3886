package greenpair.registry.source.read;

import static greenpair.registry.source.read.ReadFiles.refusal;
import static greenpair.registry.source.read.ReadFiles.workbook;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Small workbooks that would take all memory or hours: each is refused within seconds.
class XlsxHostileTest {
  private static final String SHEET =
      "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"sheet1.xml", "workbook.xml", "styles.xml", "sharedStrings.xml", ".rels"})
  void attributeOf60MillionLetters_isRefused(String part) throws IOException {
    refused(part, "bytes", out -> repeat(out, "<a x=\"", "a".repeat(1000), 60_000, "\"></a>"));
  }

  @Test
  void attributesWithoutEnd_areRefused() throws IOException {
    refused(
        "sheet1.xml",
        "",
        out -> {
          write(out, SHEET + "<row r=\"1\" ");
          for (int at = 0; at < 3_000_000; at++) {
            write(out, "a" + at + "=\"\" ");
          }
          write(out, "/></sheetData></worksheet>");
        });
  }

  @Test
  void textOf60MillionLetters_isRefused() throws IOException {
    refused(
        "sheet1.xml",
        "",
        out ->
            repeat(
                out,
                SHEET + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>",
                "a".repeat(1000),
                60_000,
                "</t></is></c></row></sheetData></worksheet>"));
  }

  /// The library keeps the last one.
  @Test
  void twoCellsOfOneAddress_areRefused() throws IOException {
    String cell = "<c r=\"A4\"><v>1</v></c>";
    String row = "<row r=\"4\">" + cell + cell + "</row></sheetData></worksheet>";
    refused("sheet1.xml", "the cell A4 twice", out -> write(out, SHEET + row));
  }

  @Test
  void twoHundredThousandSheets_areRefused() throws IOException {
    refused(
        "workbook.xml",
        "more than 1000 sheets",
        out ->
            repeat(
                out,
                "<workbook"
                    + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheets>",
                "<sheet name=\"a\" sheetId=\"1\"/>",
                200_000,
                "</sheets></workbook>"));
  }

  @Test
  void tenMillionEmptyRows_areRefused() throws IOException {
    refused(
        "sheet1.xml",
        "more than 1048576 rows",
        out -> repeat(out, SHEET, "<row/>", 10_000_000, "</sheetData></worksheet>"));
  }

  @Test
  void aMillionFormats_areRefused() throws IOException {
    refused(
        "styles.xml",
        "formats",
        out -> repeat(out, "<styleSheet><cellXfs>", "<xf/>", 1_000_000, "</cellXfs></styleSheet>"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32", "IBM037"})
  void partOfAnotherEncoding_isRefused(String encoding) throws IOException {
    refused(
        "sheet1.xml",
        "not in UTF-8",
        out ->
            out.write(
                ("<?xml version=\"1.0\"?>" + SHEET + "</sheetData></worksheet>")
                    .getBytes(Charset.forName(encoding))));
  }

  private interface Content {
    void write(OutputStream out) throws IOException;
  }

  private void refused(String part, String why, Content content) throws IOException {
    Path plain = folder.resolve("plain.xlsx");
    workbook(plain);
    Path file = folder.resolve("hostile.xlsx");
    try (ZipFile from = new ZipFile(plain.toFile());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(file))) {
      for (ZipEntry entry : java.util.Collections.list(from.entries())) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().endsWith(part)) {
          content.write(to);
        } else {
          from.getInputStream(entry).transferTo(to);
        }
        to.closeEntry();
      }
    }
    assertTimeout(
        Duration.ofSeconds(60),
        () -> {
          String message = refusal(file);
          assertTrue(message.contains(why), message);
        });
  }

  private static void repeat(OutputStream out, String before, String each, int times, String after)
      throws IOException {
    write(out, before);
    byte[] bytes = each.getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < times; at++) {
      out.write(bytes);
    }
    write(out, after);
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
