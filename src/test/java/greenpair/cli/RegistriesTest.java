package greenpair.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.index.LiveIndex;
import greenpair.index.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two small registries and a catalog file, loaded by one command and read back from what was
/// published.
@SuppressWarnings("InlineFormatString") // A mapping is read better in one piece.
class RegistriesTest {
  private static final String MAPPING =
      """
      source: https://example.org/%1$s
      trust: %2$d
      verified: true
      files: %1$s.csv
      record: "{ref}"
      values: {ref: Ref, name: Name, chinese: Chinese, city: City, site: {from: Site, as: website},
               year: {from: Founded, as: whole}}
      skip:
        - {when: {name: unknown}, reason: no name}
      entries:
        - kind: city
          fields: {id: "xx-{city:squash}", name: {en: "{city}"}, country: US}
        - kind: firm
          fields:
            id: "{name:slug}"
            name: {en: "{name}", zh: "{chinese}"}
            technologies: [WST.ENE.LFG]
            website: "{site}"
            founded: "{year}"
            headquarters: {city: {en: "{city}"}, country: US}
        - kind: deployment
          fields:
            id: "%1$s-{ref}"
            name: {en: "Gas at {city}"}
            technologies: [WST.ENE.LFG]
            city: "xx-{city:squash}"
            firms: ["{name:slug}"]
            status: operating
            grade: B
      """;
  private static final String HEADER = "Ref,Name,Chinese,City,Site,Founded\n";
  private static final String FIRM =
      "{\"kind\":\"firm\",\"id\":\"acme-own\",\"name\":{\"en\":\"Acme Biogas\"},"
          + "\"provenance\":[{\"source\":\"by hand\",\"verified\":true}]}\n";

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void prepare() throws IOException {
    copy(Path.of("index-config"), folder.resolve("config"));
    source(
        "first",
        60,
        """
        1,Acme Biogas Inc.,,Riverton,https://acme.example,1999
        2,Lloyds,,Riverton,,
        """);
    source(
        "second",
        40,
        """
        a,ACME BIOGAS,艾克米沼气,Riverton,https://other.example,2001
        b,Lloyds Digesters,,Riverton,,
        c,,,Riverton,,
        d,Beta,,Riverton,,soon
        """);
    Files.writeString(folder.resolve("own.jsonl"), FIRM);
  }

  private void source(String name, int trust, String rows) throws IOException {
    Files.writeString(
        folder.resolve("config/sources/" + name + ".yaml"), MAPPING.formatted(name, trust));
    Files.writeString(folder.resolve(name + ".csv"), HEADER + rows);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        if (Files.isDirectory(each)) {
          Files.createDirectories(to.resolve(from.relativize(each).toString()));
        } else {
          Files.copy(each, to.resolve(from.relativize(each).toString()));
        }
      }
    }
  }

  private Ran run(String... arguments) {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--config";
    all[arguments.length + 1] = folder.resolve("config").toString();
    return Ran.on(folder.resolve("data"), all);
  }

  private Ran reindex(String... more) {
    String[] all =
        Stream.concat(
                Stream.of(
                    "reindex",
                    folder.resolve("own.jsonl").toString(),
                    "--source",
                    "first,second",
                    "--sources",
                    folder.toString()),
                Stream.of(more))
            .toArray(String[]::new);
    return run(all);
  }

  /// The number in a row of a table.
  private static String cells(String out, String row) {
    return out.lines()
        .filter(line -> line.startsWith(row + " "))
        .reduce((one, two) -> two)
        .orElse("none")
        .replaceAll("\\s+", " ");
  }

  @Test
  void registriesAndCatalog_becomeOneGeneration_andTheRowsAddUp() throws IOException {
    Ran ran = reindex();

    assertEquals(Exit.OK, ran.code(), ran::toString);
    assertEquals("first 2 2 0 0 0", cells(ran.out(), "first"), ran::toString);
    assertEquals("second 4 2 0 1 1", cells(ran.out(), "second"), ran::toString);
    assertEquals("firm 5 2 3", cells(ran.out(), "firm"), ran::toString);
    assertEquals("city 2 1 1", cells(ran.out(), "city"), ran::toString);
    assertEquals("deployment 4 0 4", cells(ran.out(), "deployment"), ran::toString);
    assertTrue(ran.out().contains("1 pairs may be one firm"), ran::toString);
    Path rejects = folder.resolve("data/rejects/second.rejects.csv");
    assertTrue(Files.readString(rejects).contains("d,Beta,,Riverton,,soon"), rejects::toString);
    assertFalse(Files.exists(folder.resolve("data/work")), "temporary files are gone");
  }

  @Test
  void theMergedFirm_hasTheWordOfTheMostTrusted_andAllSources() throws Exception {
    reindex();
    Workbench bench = new Workbench(folder.resolve("config"));
    String firm = "";
    try (LiveIndex live = bench.open(folder.resolve("data"));
        Snapshot snapshot = live.acquire()) {
      Entry entry = snapshot.entry(Kind.FIRM, new EntryId("acme-own")).orElseThrow();
      firm = new String(bench.json().encode(entry), StandardCharsets.UTF_8);
    }

    assertTrue(firm.contains("https://acme.example"), firm);
    assertFalse(firm.contains("https://other.example"), firm);
    assertTrue(firm.contains("\"founded\":1999"), firm);
    assertTrue(firm.contains("艾克米沼气"), firm);
    for (String source : new String[] {"by hand", "example.org/first", "example.org/second"}) {
      assertTrue(firm.contains(source), source);
    }
  }

  @Test
  void answers_areFollowed_andSurviveRebuilds() {
    reindex();
    Ran list = run("review");
    Matcher id = Pattern.compile("(?m)^([0-9a-f]{8})$").matcher(list.out());
    assertTrue(id.find(), list::toString);
    assertTrue(list.out().contains("Lloyds Digesters"), list::toString);

    assertEquals(Exit.BAD_DATA, run("review", "00000000", "same").code());
    assertEquals(Exit.BAD_DATA, run("review", id.group(1), "perhaps").code());
    assertEquals(Exit.OK, run("review", id.group(1), "same").code());
    for (int times = 0; times < 2; times++) {
      Ran again = reindex();
      assertEquals("firm 5 3 2", cells(again.out(), "firm"), again::toString);
      assertFalse(again.out().contains("may be one firm"), again::toString);
    }
    assertTrue(run("review").out().startsWith("0 pairs in doubt, 1 answered"));
  }

  /// The short name of the pair that has both words in its lines.
  private static String pair(Ran list, String one, String two) {
    Matcher pairs = Pattern.compile("(?m)^([0-9a-f]{8})\n  (.*)\n  (.*)\n").matcher(list.out());
    while (pairs.find()) {
      if (pairs.group(2).contains(one) && pairs.group(3).contains(two)) {
        return pairs.group(1);
      }
    }
    throw new AssertionError("no pair of " + one + " and " + two + " in " + list);
  }

  @Test
  void aMergeThatIsWrong_isFoundByName_takenApart_andJoinedAgain() throws IOException {
    reindex();
    Ran list = run("review", "--merged", "acme BIOGAS");
    assertTrue(list.out().contains("acme-own: 3 records became one entry"), list::toString);
    assertTrue(list.out().contains("ACME BIOGAS / 艾克米沼气"), list::toString);
    assertTrue(list.out().contains(" bits: "), list::toString);
    assertTrue(list.out().contains("name +"), list::toString);
    assertEquals(list.out(), run("review", "--merged", "acme-own").out());
    String line = FIRM.replace("acme-own", "zeta").replace("Acme Biogas", "Zeta");
    Path more = Files.writeString(folder.resolve("more.jsonl"), line);
    assertEquals(Exit.OK, run("reindex", "--incremental", more.toString()).code());
    assertEquals(list.out(), run("review", "--merged", "acme-own").out());
    assertTrue(run("review", "--merged", "Lloyds").out().contains("no merged entry"));

    String one = pair(list, "first/acme-biogas-inc", "second/acme-biogas");
    assertEquals(Exit.OK, run("review", one, "different").code());
    assertTrue(run("review", "--merged", "acme-own").out().contains("a person said: different"));
    for (int times = 0; times < 2; times++) {
      Ran again = reindex();
      assertEquals("firm 5 1 4", cells(again.out(), "firm"), again::toString);
    }
    Ran left = run("review", "--merged", "acme-own");
    assertTrue(left.out().contains("acme-own: 2 records became one entry"), left::toString);

    assertEquals(Exit.OK, run("review", one, "same").code(), "an answer can be changed");
    assertEquals("firm 5 2 3", cells(reindex().out(), "firm"));
    Ran chinese = run("review", "--merged", "艾克米", "--lang", "zh");
    assertTrue(chinese.out().contains("acme-own：由3条记录合并而成"), chinese::toString);
    assertTrue(chinese.out().contains("已人工判定：相同"), chinese::toString);
    assertTrue(chinese.out().contains("名称 +"), chinese::toString);
  }

  @Test
  void recordsKeptApart_areJoinedByTheirSourceAndId() {
    reindex();
    Ran ran = run("review", "first/lloyds", "second/acme-biogas", "same");
    assertEquals(Exit.OK, ran.code(), ran::toString);
    Ran again = reindex();
    Ran list = run("review", "--merged", "Lloyds");
    assertTrue(list.out().contains("lloyds: 2 records became one entry"), again + "\n" + list);

    Ran unknown = run("review", "first/lloyds", "second/nobody", "same");
    assertEquals(Exit.BAD_DATA, unknown.code(), unknown::toString);
    assertTrue(unknown.err().contains("a record is SOURCE/ID"), unknown::toString);
    assertEquals(Exit.BAD_DATA, run("review", "third/lloyds", "first/lloyds", "same").code());
    assertEquals(Exit.BAD_DATA, run("review", "first/lloyds", "first/lloyds", "same").code());
    assertEquals(Exit.BAD_DATA, run("review", "first/lloyds").code());
  }

  @Test
  void chinese_tellsOfRowsInChinese() throws IOException {
    Ran full = reindex("--lang", "zh");
    assertTrue(full.out().contains("second：跳过1行：no name"), full::toString);
    assertTrue(full.out().contains("1对记录可能是同一家企业"), full::toString);
    assertTrue(full.out().contains("拒收行存于"), full::toString);
    Path rows = Files.writeString(folder.resolve("rows.csv"), HEADER + "z,Lloyds,,Hilltop,,\n");
    Ran changes =
        run(
            "reindex",
            "--incremental",
            "--source",
            "first",
            "--sources",
            folder.toString(),
            "--rows",
            rows.toString(),
            "--lang",
            "zh");
    assertEquals(Exit.OK, changes.code(), changes::toString);
    assertTrue(changes.out().contains("条目：新增"), changes::toString);
    assertTrue(changes.out().contains("first：待全量更新：firm lloyds：由"), changes::toString);
  }

  @Test
  void status_tellsWhatIsNotFinished() throws IOException {
    for (int firms : new int[] {40, 20}) {
      StringBuilder lines = new StringBuilder();
      for (int each = 0; each < firms; each++) {
        lines.append(FIRM.replace("acme-own", "f" + each).replace("Acme", "Firm " + each));
      }
      Files.writeString(folder.resolve("own.jsonl"), lines);
      run("reindex", folder.resolve("own.jsonl").toString());
    }
    assertTrue(run("status").out().contains("never published"), () -> run("status").toString());
    try (Stream<Path> all = Files.walk(folder.resolve("data/generations"), 2)) {
      Path last = all.filter(each -> each.endsWith("comparison.json")).sorted().toList().getLast();
      Files.delete(last);
    }
    Ran status = run("status");
    assertTrue(status.out().contains("not finished"), status::toString);
    assertFalse(status.out().contains("never published"), status::toString);
  }

  @Test
  void withoutRegistries_nothingWasMerged_andItSaysSo() {
    run("reindex", folder.resolve("own.jsonl").toString());
    Ran ran = run("review", "--merged", "Acme");
    assertEquals(Exit.BAD_DATA, ran.code(), ran::toString);
    assertTrue(ran.err().contains("does not say what was merged"), ran::toString);
  }

  @Test
  void anotherFirmsId_getsItsSource() throws IOException {
    Files.writeString(
        folder.resolve("own.jsonl"),
        FIRM.replace("acme-own", "lloyds").replace("Acme Biogas", "Zeta"));
    Ran ran = reindex();
    assertEquals(Exit.OK, ran.code(), ran::toString);
    assertTrue(
        run("search", "Lloyds", "--kind", "firm", "--json").out().contains("\"lloyds~first\""));
  }

  @Test
  void strictMode_stops_andPublishesNothing() {
    Ran some = reindex("--max-rejects", "0");
    assertEquals(Exit.BAD_DATA, some.code(), some::toString);
    assertTrue(some.err().contains("second.csv:5"), some::toString);
    assertEquals(Exit.NOTHING_TO_SERVE, run("search", "Acme").code());
    assertTrue(Files.exists(folder.resolve("data/rejects/second.rejects.csv")));

    assertEquals(Exit.BAD_DATA, reindex("--max-rejects", "10%").code());
    assertEquals(Exit.OK, reindex("--max-rejects", "25%").code());
    assertEquals(Exit.BAD_DATA, reindex("--max-rejects", "few").code());
  }

  @Test
  void aBadCatalogLine_isNamedByItsFileAndLine() throws IOException {
    Files.writeString(folder.resolve("own.jsonl"), FIRM + FIRM);
    Ran ran = reindex();
    assertEquals(Exit.BAD_DATA, ran.code());
    assertTrue(ran.err().contains("own.jsonl:2"), ran::toString);
  }
}
