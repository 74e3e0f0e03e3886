package greenpair.cli;

import static greenpair.cli.Content.bytes;
import static greenpair.cli.Content.gzip;
import static greenpair.cli.Content.put;
import static greenpair.cli.Content.repeated;
import static greenpair.cli.Content.text;
import static greenpair.cli.Content.zip;
import static greenpair.cli.HostileRegistry.GOOD;
import static greenpair.cli.RawWorkbook.SHEET;
import static greenpair.cli.RawWorkbook.SHEET_END;
import static greenpair.cli.RawWorkbook.cell;
import static greenpair.cli.RawWorkbook.workbook;

import module java.base;

/// Files that are refused as a whole.
@SuppressWarnings("ImmutableEnumChecker") // A content is a lambda without state.
enum HostileFile {
  ZIP_BOMB("a.zip", zip("a.csv", repeated("Ref,Name\n", Content.BLANK, 90_000, ""))),
  GZIP_BOMB("a.csv.gz", gzip(repeated("Ref,Name\n", Content.BLANK, 90_000, ""))),
  BOMB_IN_A_WORKBOOK(
      "a.xlsx", workbook(repeated(SHEET, "<row><c/></row>" + " ".repeat(985), 90_000, SHEET_END))),
  ZIP_OF_NOTHING("a.zip", zip("readme.pdf", text("x"))),
  /// A reader by names would read one of them twice and the other never.
  ZIP_OF_ONE_NAME_TWICE(
      "a.zip",
      out -> {
        var whole = new ByteArrayOutputStream();
        ZipOutputStream zip = new ZipOutputStream(whole);
        put(zip, "a.csv", text(GOOD));
        put(zip, "b.csv", text(GOOD));
        zip.finish();
        String bytes = whole.toString(StandardCharsets.ISO_8859_1);
        out.write(bytes.replace("b.csv", "a.csv").getBytes(StandardCharsets.ISO_8859_1));
      }),
  ZIP_THAT_IS_NONE("a.zip", text(GOOD)),
  GZIP_THAT_IS_NONE("a.csv.gz", text(GOOD)),
  GZIP_CUT_OFF(
      "a.csv.gz",
      out -> {
        var packed = new ByteArrayOutputStream();
        gzip(repeated("Ref,Name\n", "1,Acme Biogas of Riverton\n", 5000, "")).write(packed);
        out.write(Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
      }),
  WORKBOOK_THAT_IS_NONE("a.xlsx", text(GOOD)),
  WORKBOOK_CUT_OFF(
      "a.xlsx",
      out -> {
        var whole = new ByteArrayOutputStream();
        workbook(text(SHEET + SHEET_END)).write(whole);
        out.write(Arrays.copyOf(whole.toByteArray(), whole.size() - 40));
      }),
  WORKBOOK_OF_A_MILLION_COLUMNS(
      "a.xlsx",
      workbook(
          repeated(SHEET + "<row r=\"1\">", cell("AAAAA1", "x"), 1_000_000, "</row>" + SHEET_END))),
  WORKBOOK_OF_A_FAR_COLUMN(
      "a.xlsx",
      workbook(text(SHEET + "<row r=\"1\">" + cell("ZZZZZZ1", "x") + "</row>" + SHEET_END))),
  WORKBOOK_WITH_EXTERNAL_ENTITY(
      "a.xlsx",
      workbook(
          text(
              "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                  + SHEET
                  + "<row r=\"1\">"
                  + cell("A1", "&e;")
                  + "</row>"
                  + SHEET_END))),
  WORKBOOK_WITH_BILLION_LAUGHS(
      "a.xlsx",
      workbook(
          text(
              "<!DOCTYPE x [<!ENTITY a \"lollollollollollollollollollol\"><!ENTITY b"
                  + " \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c"
                  + " \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d"
                  + " \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e"
                  + " \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\">]>"
                  + SHEET
                  + "<row r=\"1\">"
                  + cell("A1", "&e;&e;&e;&e;")
                  + "</row>"
                  + SHEET_END))),
  WORKBOOK_WITH_A_HUGE_CELL(
      "a.xlsx",
      workbook(
          repeated(
              SHEET + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>",
              "x".repeat(1024),
              3 * 1024,
              "</t></is></c></row>" + SHEET_END))),
  CSV_WITH_A_HUGE_CELL("a.csv", repeated("Ref,Name\n1,\"", "x".repeat(1024), 100 * 1024, "\"\n")),
  CSV_WITH_AN_OPEN_QUOTE("a.csv", repeated("Ref,Name\n1,\"", "Acme,2\n", 2 << 20, "")),
  CSV_OF_A_MILLION_COLUMNS("a.csv", repeated("", "c,", 1_000_000, "\n")),
  CSV_WITH_NULS("a.csv", text("Ref,Name\n1,Ac\0me\n")),
  CSV_OF_TWO_ENCODINGS(
      "a.csv",
      out -> {
        out.write("Ref,Name\n".getBytes(StandardCharsets.UTF_8));
        for (int row = 0; row < 40_000; row++) {
          out.write((row + ",远景能源\n").getBytes(StandardCharsets.UTF_8));
        }
        out.write("1,比亚迪\n".getBytes(Charset.forName("GB18030")));
      }),
  BINARY("a.csv", bytes(0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0)),
  JSON_NESTED_DEEP("a.json", repeated("", "[", 100_000, "")),
  JSON_OBJECTS_NESTED_DEEP("a.json", repeated("[", "{\"a\":", 100_000, "")),
  JSON_CUT_OFF("a.json", text("[{\"Name\":\"Acme\"},{\"Name\":\"Be")),
  JSON_WITH_A_HUGE_TEXT("a.json", repeated("[{\"Name\":\"", "x".repeat(1024), 30 * 1024, "\"}]")),
  JSON_WITH_A_HUGE_NUMBER("a.json", repeated("[{\"Name\":", "9", 5_000_000, "}]")),
  JSON_THAT_IS_NONE("a.json", text("Ref,Name\n1,Acme\n")),
  JSON_LINES_CUT_OFF("a.jsonl", text("{\"Name\":\"Acme\"}\n{\"Name\":")),
  JSON_WITHOUT_RECORDS("a.json", text("7")),
  NO_KNOWN_ENDING("a.exe", text(GOOD));

  final String file;
  final Content content;

  HostileFile(String file, Content content) {
    this.file = file;
    this.content = content;
  }
}
