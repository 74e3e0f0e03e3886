package greenpair.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files and mappings that break or attack: each is a plain error in bounded time, and nothing is
/// published. What is only strange is read, and every row is accounted for.
class HostileFilesTest {
  private static final int MIB = 1 << 20;
  private static final String BLANK = " ".repeat(998) + ",\n";
  private static final String GOOD = "Ref,Name\n1,Acme\n";
  private static final String MAPPING =
      """
      source: https://example.org
      files: FILE
      values: {name: Name}
      entries:
        - kind: firm
          fields: {id: "{name:slug}", name: {en: "{name}"}}
      """;

  /// Ten levels of ten aliases each: ten thousand million texts when they are written out.
  private static final String EXPLODING =
      """
      a: &a [x, x, x, x, x, x, x, x, x, x]
      b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
      c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
      d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
      e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
      f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]
      g: &g [*f, *f, *f, *f, *f, *f, *f, *f, *f, *f]
      h: &h [*g, *g, *g, *g, *g, *g, *g, *g, *g, *g]
      i: &i [*h, *h, *h, *h, *h, *h, *h, *h, *h, *h]
      values: {name: {from: *i}}
      """;

  @TempDir private static Path config;
  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void copyConfiguration() throws IOException {
    try (var all = Files.walk(Path.of("index-config"))) {
      for (Path each : all.toList()) {
        Path to = config.resolve(Path.of("index-config").relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(to);
        } else {
          Files.copy(each, to);
        }
      }
    }
  }

  /// Something that writes a file.
  private interface Content {
    void write(OutputStream out) throws IOException;
  }

  private static Content text(String text) {
    return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Content bytes(int... bytes) {
    return out -> {
      for (int each : bytes) {
        out.write(each);
      }
    };
  }

  private static Content repeated(String start, String part, int times, String end) {
    return out -> {
      out.write(start.getBytes(StandardCharsets.UTF_8));
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      for (int each = 0; each < times; each++) {
        out.write(bytes);
      }
      out.write(end.getBytes(StandardCharsets.UTF_8));
    };
  }

  private static Content zip(String member, Content content) {
    return out -> {
      ZipOutputStream zip = new ZipOutputStream(out);
      zip.putNextEntry(new ZipEntry(member));
      content.write(zip);
      zip.closeEntry();
      zip.finish();
    };
  }

  private static Content gzip(Content content) {
    return out -> {
      GZIPOutputStream packed = new GZIPOutputStream(out);
      content.write(packed);
      packed.finish();
    };
  }

  /// A workbook of one sheet, written by hand, since no library writes a broken one; that it is one
  /// is shown by [#aFormula_isItsLastResult].
  private static Content workbook(Content sheet) {
    return out -> {
      ZipOutputStream zip = new ZipOutputStream(out);
      put(
          zip,
          "[Content_Types].xml",
          text(
              "<Types"
                  + " xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
                  + " Extension=\"xml\" ContentType=\"application/xml\"/><Default"
                  + " Extension=\"rels\""
                  + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override"
                  + " PartName=\"/xl/workbook.xml\""
                  + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override"
                  + " PartName=\"/xl/worksheets/sheet1.xml\""
                  + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>"));
      put(
          zip,
          "_rels/.rels",
          text(
              "<Relationships"
                  + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                  + " Id=\"r1\""
                  + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
                  + " Target=\"xl/workbook.xml\"/></Relationships>"));
      put(
          zip,
          "xl/_rels/workbook.xml.rels",
          text(
              "<Relationships"
                  + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                  + " Id=\"r1\""
                  + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\""
                  + " Target=\"worksheets/sheet1.xml\"/></Relationships>"));
      put(
          zip,
          "xl/workbook.xml",
          text(
              "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                  + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet"
                  + " name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"));
      put(zip, "xl/worksheets/sheet1.xml", sheet);
      zip.finish();
    };
  }

  private static void put(ZipOutputStream zip, String name, Content content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    content.write(zip);
    zip.closeEntry();
  }

  private static final String SHEET =
      "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
  private static final String SHEET_END = "</sheetData></worksheet>";

  private static String cell(String place, String text) {
    return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  /// Files that are refused as a whole.
  @SuppressWarnings("ImmutableEnumChecker") // A content is a lambda without state.
  enum Refused {
    ZIP_BOMB("a.zip", zip("a.csv", repeated("Ref,Name\n", BLANK, 90_000, ""))),
    GZIP_BOMB("a.csv.gz", gzip(repeated("Ref,Name\n", BLANK, 90_000, ""))),
    BOMB_IN_A_WORKBOOK(
        "a.xlsx",
        workbook(repeated(SHEET, "<row><c/></row>" + " ".repeat(985), 90_000, SHEET_END))),
    ZIP_OF_NOTHING("a.zip", zip("readme.pdf", text("x"))),
    /// A reader by names would read one of them twice and the other never.
    ZIP_OF_ONE_NAME_TWICE(
        "a.zip",
        out -> {
          var whole = new java.io.ByteArrayOutputStream();
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
          var packed = new java.io.ByteArrayOutputStream();
          gzip(repeated("Ref,Name\n", "1,Acme Biogas of Riverton\n", 5000, "")).write(packed);
          out.write(Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
        }),
    WORKBOOK_THAT_IS_NONE("a.xlsx", text(GOOD)),
    WORKBOOK_CUT_OFF(
        "a.xlsx",
        out -> {
          var whole = new java.io.ByteArrayOutputStream();
          workbook(text(SHEET + SHEET_END)).write(whole);
          out.write(Arrays.copyOf(whole.toByteArray(), whole.size() - 40));
        }),
    WORKBOOK_OF_A_MILLION_COLUMNS(
        "a.xlsx",
        workbook(
            repeated(
                SHEET + "<row r=\"1\">", cell("AAAAA1", "x"), 1_000_000, "</row>" + SHEET_END))),
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
    CSV_WITH_AN_OPEN_QUOTE("a.csv", repeated("Ref,Name\n1,\"", "Acme,2\n", 2 * MIB, "")),
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

    private final String name;
    private final Content content;

    Refused(String name, Content content) {
      this.name = name;
      this.content = content;
    }
  }

  private Ran reindex(String mapping) throws IOException {
    Files.writeString(config.resolve("sources/hostile.yaml"), mapping);
    return assertTimeoutPreemptively(
        Duration.ofMinutes(3),
        () ->
            Ran.on(
                folder.resolve("data"),
                "reindex",
                "--source",
                "hostile",
                "--sources",
                folder.resolve("in").toString(),
                "--config",
                config.toString()));
  }

  private Path write(String name, Content content) throws IOException {
    Path file = folder.resolve("in").resolve(name);
    Files.createDirectories(file.getParent());
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      content.write(out);
    }
    return file;
  }

  private void assertRefused(Ran ran, String named) {
    assertEquals(Exit.BAD_DATA, ran.code(), ran::toString);
    assertTrue(ran.err().contains(named), () -> "the error does not name " + named + ": " + ran);
    assertFalse(ran.err().contains("\tat "), () -> "a stack trace helps nobody: " + ran);
    assertFalse(Files.exists(folder.resolve("data/CURRENT")), "something was published");
    assertFalse(Files.exists(folder.resolve("data/work")), "temporary files are left");
  }

  @ParameterizedTest
  @EnumSource
  void aHostileFile_isAPlainError_andNothingIsPublished(Refused hostile) throws IOException {
    write(hostile.name, hostile.content);
    assertRefused(reindex(MAPPING.replace("FILE", hostile.name)), hostile.name);
  }

  @Test
  void aFolderInPlaceOfAFile_withoutKnownFiles_isRefused() throws IOException {
    Files.createDirectories(folder.resolve("in/a.csv"));
    assertRefused(reindex(MAPPING.replace("FILE", "a.csv")), "file");
  }

  @Test
  void aLinkOutOfTheFolder_isRefused() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.csv"), GOOD);
    Files.createDirectories(folder.resolve("in"));
    Files.createSymbolicLink(folder.resolve("in/a.csv"), secret);
    assertRefused(reindex(MAPPING.replace("FILE", "a.csv")), "leads out of");
    assertRefused(reindex(MAPPING.replace("FILE", "../secret.csv")), "leads out of");
    assertRefused(reindex(MAPPING.replace("FILE", secret.toString())), "leads out of");
  }

  @Test
  void aLinkToItself_isRefused() throws IOException {
    Files.createDirectories(folder.resolve("in"));
    Files.createSymbolicLink(folder.resolve("in/a.csv"), Path.of("a.csv"));
    assertRefused(reindex(MAPPING.replace("FILE", "a.csv")), "a.csv");
  }

  /// A formula is what it last came to; nothing is computed.
  @Test
  void aFormula_isItsLastResult() throws IOException {
    write(
        "a.xlsx",
        workbook(
            text(
                SHEET
                    + "<row r=\"1\">"
                    + cell("A1", "Name")
                    + "</row><row r=\"2\"><c r=\"A2\""
                    + " t=\"str\"><f>WEBSERVICE(\"http://127.0.0.1:1/x\")</f><v>Acme</v></c></row>"
                    + SHEET_END)));
    Ran ran = reindex(MAPPING.replace("FILE", "a.xlsx"));
    assertTrue(ran.out().replaceAll(" +", " ").contains("hostile 1 1 0 0 0"), ran::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: &a [x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\n",
        EXPLODING,
        """
        source: x
        jdbc:
          url: 'jdbc:sqlite:a.db'
          query: 'WITH g AS (DELETE FROM f RETURNING *) SELECT * FROM g'
        values: {name: Name}
        entries: [{kind: firm, fields: {id: '{name}'}}]
        """,
        "values: {name: Name}\nentries: [\n",
        """
        source: x
        files: a.csv
        values: {a: {text: '{b}'}, b: {text: '{a}'}}
        entries: [{kind: firm, fields: {id: '{a}'}}]
        """,
        """
        source: x
        files: a.csv
        values: {name: {from: Name, remove: ['(']}}
        entries: [{kind: firm, fields: {id: '{name}'}}]
        """,
        """
        source: x
        filez: a.csv
        values: {name: Name}
        entries: [{kind: firm, fields: {id: '{name}'}}]
        """,
        """
        source: x
        jdbc: {url: 'jdbc:sqlite:a.db', query: 'DROP TABLE x'}
        values: {name: Name}
        entries: [{kind: firm, fields: {id: '{name}'}}]
        """,
        """
        source: x
        jdbc: {url: 'jdbc:h2:mem:x', query: 'SELECT 1'}
        values: {name: Name}
        entries: [{kind: firm, fields: {id: '{name}'}}]
        """,
        "!!javax.script.ScriptEngineManager [x]\n",
        """
        source: x
        files: a.csv
        format: {records: data/items}
        values: {name: Name}
        entries: [{kind: firm, fields: {id: '{name}'}}]
        """,
        """
        source: x
        files: a.csv
        values: {name: Name, day: {from: Ref, as: date}}
        entries: [{kind: firm, fields: {id: '{day.yaer}'}}]
        """,
        """
        source: x
        files: a.csv
        values: {name: Name}
        entries: [{kind: firm, fields: {id: '{name'}}]
        """,
        """
        source: x
        retrieved: yesterday
        files: a.csv
        values: {name: Name}
        entries: [{kind: firm, fields: {id: '{name}'}}]
        """,
        """
        source: x
        files: a.csv
        format: {delimiter: ';', quote: ';'}
        values: {name: Name}
        entries: [{kind: firm, fields: {id: '{name}'}}]
        """
      })
  void aHostileMapping_isAPlainError(String mapping) throws IOException {
    write("a.csv", text(GOOD));
    assertRefused(reindex(mapping), "hostile");
  }

  /// Files that are strange but can be read: rows read, accepted and rejected.
  @ParameterizedTest
  @org.junit.jupiter.params.provider.CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ref,Name\\n                               | 0 0 0 0 0
          Name,Name\\nAcme,Beta\\n                  | 1 1 0 0 0
          Ref,Name\\n1,=cmd()\\n                    | 1 1 0 0 0
          Ref,Name\\n1,Acme,too,many\\n2,Beta\\n    | 2 1 0 0 1
          Ref,Name\\n1,../../etc\\n                 | 1 1 0 0 0
          """)
  void aStrangeFile_isRead_andItsRowsAddUp(String content, String counts) throws IOException {
    write("a.csv", text(content.replace("\\n", "\n")));
    Ran ran = reindex(MAPPING.replace("FILE", "a.csv"));
    assertEquals(Exit.OK, ran.code(), ran::toString);
    assertTrue(ran.out().replaceAll(" +", " ").contains("hostile " + counts), ran::toString);
  }

  /// A thousand thousand million letters, made of ten; the row is rejected.
  @Test
  void textsMadeOfTexts_doNotGrowByPowers() throws IOException {
    write("a.csv", text(GOOD));
    StringBuilder values = new StringBuilder("source: x\nfiles: a.csv\nvalues:\n  a0: Name\n");
    for (int each = 1; each <= 12; each++) {
      values.append("  a" + each + ": {text: '" + ("{a" + (each - 1) + "}").repeat(10) + "'}\n");
    }
    values.append("entries: [{kind: firm, fields: {id: 'x', name: {en: '{a12}'}}}]\n");
    Ran ran = reindex(values.toString());
    assertTrue(ran.out().replaceAll(" +", " ").contains("hostile 1 0 0 0 1"), ran::toString);
  }

  private void assertCounts(Ran ran, String counts) {
    assertEquals(Exit.OK, ran.code(), ran::toString);
    assertTrue(ran.out().replaceAll(" +", " ").contains("hostile " + counts), ran::toString);
  }

  /// What a Mac adds to a pack is no registry.
  @Test
  void hiddenFilesInAZip_areLeftOut() throws IOException {
    write(
        "a.zip",
        out -> {
          ZipOutputStream zip = new ZipOutputStream(out);
          put(zip, "../up/a.csv", text(GOOD));
          put(zip, "__MACOSX/up/._a.csv", bytes(0, 5, 22, 7));
          put(zip, "up/.b.csv", text(GOOD));
          zip.finish();
        });
    assertCounts(reindex(MAPPING.replace("FILE", "a.zip")), "1 1 0 0 0");
  }

  /// JSON can write half of a pair, UTF-8 cannot: the row is rejected, and told all the same.
  @Test
  void halfOfASurrogatePair_rejectsItsRow() throws IOException {
    write("a.json", text("[{\"Name\":\"\\ud800 Half\"},{\"Name\":\"Acme\"}]"));
    assertCounts(reindex(MAPPING.replace("FILE", "a.json")), "2 1 0 0 1");
  }

  @Test
  void headerBeyondTheEnd_isRefused() throws IOException {
    write("a.csv", text("Title\n\nRef,Name\n1,Acme\n"));
    String mapping = MAPPING.replace("FILE", "a.csv") + "format: {header_row: ROW}\n";
    assertCounts(reindex(mapping.replace("ROW", "3")), "1 1 0 0 0");
    write("b.csv", text(GOOD));
    Ran ran = reindex(mapping.replace("a.csv", "b.csv").replace("ROW", "9"));
    assertEquals(Exit.BAD_DATA, ran.code(), ran::toString);
    assertTrue(ran.err().contains("b.csv has no row 9"), ran::toString);
  }

  /// The first sheet that a person sees.
  @Test
  void hiddenSheet_isNotTheFirst() throws IOException {
    try (OutputStream out = Files.newOutputStream(write("a.xlsx", text("")));
        org.dhatim.fastexcel.Workbook book =
            new org.dhatim.fastexcel.Workbook(out, "greenpair", "1.0")) {
      var hidden = book.newWorksheet("Old");
      hidden.value(0, 0, "Nothing");
      hidden.setVisibilityState(org.dhatim.fastexcel.VisibilityState.HIDDEN);
      var seen = book.newWorksheet("New");
      seen.value(0, 0, "Name");
      seen.value(1, 0, "Acme");
    }
    assertCounts(reindex(MAPPING.replace("FILE", "a.xlsx")), "1 1 0 0 0");
  }

  /// A column that was renamed would make a field unknown in silence.
  @Test
  void columnThatNoRowHas_isNoted() throws IOException {
    write("a.csv", text("Ref,Name,Web site\n1,Acme,acme.example\n"));
    String mapping =
        MAPPING
            .replace("FILE", "a.csv")
            .replace("{name: Name}", "{name: [Nom, Name], web: {from: Website, as: website}}")
            .replace("fields: {", "fields: {website: '{web}', ");
    Ran ran = reindex(mapping);
    assertCounts(ran, "1 1 0 0 0");
    String all = ran.out() + ran.err();
    assertTrue(all.contains("no row has the column \"Website\" (did you mean \"Web site\"?)"), all);
    assertFalse(all.contains("\"Nom\""), all);
  }

  @Test
  void anEmptyFile_hasNoRows() throws IOException {
    write("a.csv", text(""));
    Ran ran = reindex(MAPPING.replace("FILE", "a.csv"));
    assertTrue(ran.out().replaceAll(" +", " ").contains("hostile 0 0 0 0 0"), ran::toString);
  }
}
