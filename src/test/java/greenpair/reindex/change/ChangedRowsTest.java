package greenpair.reindex.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.EntryId;
import greenpair.catalog.Firm;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.cli.Workbench;
import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import greenpair.registry.source.convert.RowResults;
import greenpair.registry.source.convert.Tolerance;
import greenpair.reindex.ReindexReport;
import greenpair.reindex.TinyRegistries;
import greenpair.reindex.run.ReindexRequest;
import greenpair.reindex.run.RunObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Changed rows of a registry put over what is published: every row is taken, unchanged, waiting or
/// rejected, and nothing else changes.
class ChangedRowsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String MAPPING =
      """
      source: https://registry.example
      verified: true
      WHERE
      record: "{ref}"
      values: {ref: Ref, name: Name, site: {from: Site, as: website}, city: City}
      entries:
        - kind: city
          fields: {id: "xx-{city:squash}", name: {en: "{city}"}, country: US}
        - kind: firm
          fields:
            id: "f-{ref}"
            name: {en: "{name}"}
            technologies: [WST.ENE.LFG]
            website: "{site}"
        - kind: deployment
          fields:
            id: "d-{ref}"
            name: {en: "Gas at {city}"}
            technologies: [WST.ENE.LFG]
            city: "xx-{city:squash}"
            firms: ["f-{ref}"]
            status: operating
            grade: B
      """;
  private static final String ALL =
      """
      Ref,Name,Site,City
      1,Acme Biogas,https://acme.example,Riverton
      2,Umbra Methane,,Riverton
      3,Acme Biogas Inc.,https://acme.example,Lakeside
      """;

  @TempDir private Path folder = Path.of("");
  private Path data = Path.of("");
  private @Nullable Workbench bench;
  private int second;

  @BeforeEach
  void configure() throws IOException {
    data = folder.resolve("data");
    TinyRegistries.copy(Path.of("index-config"), folder.resolve("config"));
    mapping("files: firms.csv");
  }

  private void mapping(String where) throws IOException {
    Path config = folder.resolve("config");
    Files.writeString(config.resolve("sources/firms.yaml"), MAPPING.replace("WHERE", where));
    bench = new Workbench(config);
  }

  private ReindexReport full() throws IOException {
    return run(new ReindexRequest.Registries(List.of("firms"), folder, folder), false);
  }

  private ReindexReport changed(String rows) throws IOException {
    Path file = Files.writeString(folder.resolve("changed.csv"), rows);
    return run(
        new ReindexRequest.Registries(List.of("firms"), folder, folder, List.of(file), null), true);
  }

  private ReindexReport run(ReindexRequest.Registries registries, boolean incremental)
      throws IOException {
    ReindexRequest order = new ReindexRequest(List.of(), registries, 0, Tolerance.ANY, 3);
    return Objects.requireNonNull(bench)
        .reindexing(data)
        .run(
            incremental ? order.onlyChanges() : order, RunObserver.NONE, NOW.plusSeconds(second++));
  }

  private static void assertRows(
      ReindexReport report, long accepted, long unchanged, long waiting, long rejected) {
    RowResults account = Objects.requireNonNull(report.registries().get("firms"));
    assertEquals(
        List.of(accepted, unchanged, waiting, rejected),
        List.of(account.accepted(), account.unchanged(), account.waiting(), account.rejected()),
        account::toString);
  }

  private Optional<Firm> firm(String id) {
    try (LiveIndex live = Objects.requireNonNull(bench).open(data);
        Snapshot snapshot = live.acquire()) {
      return snapshot.entry(Kind.FIRM, new EntryId(id)).map(Firm.class::cast);
    }
  }

  private long count(Kind kind) {
    try (LiveIndex live = Objects.requireNonNull(bench).open(data);
        Snapshot snapshot = live.acquire()) {
      return snapshot.manifest().count(kind);
    }
  }

  @Test
  void rows_areTakenUnchangedWaitingOrRejected_andAddUp() throws IOException {
    Files.writeString(folder.resolve("firms.csv"), ALL);
    assertEquals(ReindexReport.Outcome.PUBLISHED, full().outcome());
    assertTrue(firm("f-3").isEmpty(), "1 and 3 are one");
    String delta =
        """
        Ref,Name,Site,City
        1,Acme Biogas,https://acme.example,Riverton
        2,Umbra Methane,https://umbra.example,Riverton
        3,Acme Biogas Inc.,https://other.example,Lakeside
        4,Lumen Gas,,Hilltop
        5,Umbra Methane GmbH,,Hilltop
        7,,,Hilltop
        """;
    ReindexReport report = changed(delta);
    assertEquals(ReindexReport.Outcome.PUBLISHED, report.outcome(), report::toString);
    assertRows(report, 2, 1, 2, 1);
    List<Text> notes = Objects.requireNonNull(report.registries().get("firms")).notes();
    assertTrue(notes.size() >= 2, notes::toString);
    for (Text each : notes) {
      assertTrue(String.valueOf(each.en()).startsWith("waits for a full run: "), each::toString);
      assertTrue(String.valueOf(each.zh()).startsWith("待全量重建："), each::toString);
    }
    assertEquals("https://umbra.example", firm("f-2").orElseThrow().partner().website());
    assertEquals("https://acme.example", firm("f-1").orElseThrow().partner().website());
    assertTrue(firm("f-4").isPresent());
    assertTrue(firm("f-5").isEmpty(), "perhaps it is Umbra Methane");
    assertEquals(4, count(Kind.DEPLOYMENT), "that of a firm that waits waits with it");
    assertEquals(
        Map.of("city", 3L, "firm", 4L, "deployment", 4L),
        Objects.requireNonNull(report.comparison()).entries().get("registry firms"));

    ReindexReport again = changed(delta);
    assertEquals(ReindexReport.Outcome.UNCHANGED, again.outcome(), again::toString);
    assertRows(again, 0, 3, 2, 1);
  }

  @Test
  void expertOfAFirmThatWaits_waitsWithIt_andSoDoesItsDeployment() throws IOException {
    Path mapping = folder.resolve("config/sources/firms.yaml");
    String expert =
        """
          - kind: expert
            fields:
              id: "e-{ref}"
              name: {en: "Adviser {ref}"}
              technologies: [WST.ENE.LFG]
              affiliation: {firm: "f-{ref}"}
        """;
    Files.writeString(
        mapping,
        Files.readString(mapping).replace("firms: [\"f-{ref}\"]", "experts: [\"e-{ref}\"]")
            + expert);
    bench = new Workbench(folder.resolve("config"));
    Files.writeString(folder.resolve("firms.csv"), ALL);
    assertEquals(ReindexReport.Outcome.PUBLISHED, full().outcome());
    ReindexReport report =
        changed(
            """
            Ref,Name,Site,City
            4,Lumen Gas,,Hilltop
            5,Umbra Methane GmbH,,Hilltop
            """);
    assertEquals(ReindexReport.Outcome.PUBLISHED, report.outcome(), report::toString);
    assertRows(report, 1, 0, 1, 0);
    assertEquals(4, count(Kind.EXPERT), "that of a firm that waits waits with it");
    assertEquals(4, count(Kind.DEPLOYMENT), "that of an expert that waits waits with it");
  }

  @Test
  void rowsOfADatabase_changedSinceADay_areTaken() throws IOException, SQLException {
    mapping(
        "jdbc: {url: \"jdbc:sqlite:firms.db\", query: \"SELECT Ref, Name, Site, City, Day FROM"
            + " firms\", updated_since: Day}");
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("firms.db"));
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE firms (Ref, Name, Site, City, Day)");
      statement.execute(
          "INSERT INTO firms VALUES (1, 'Acme Biogas', NULL, 'Riverton', '2025-01-01')");
      statement.execute(
          "INSERT INTO firms VALUES (2, 'Umbra Methane', NULL, 'Lakeside', '2025-01-01')");
      assertEquals(ReindexReport.Outcome.PUBLISHED, full().outcome());
      statement.execute(
          "UPDATE firms SET Site = 'https://umbra.example', Day = '2025-06-02' WHERE Ref = 2");
      statement.execute("INSERT INTO firms VALUES (3, 'Lumen Gas', NULL, 'Hilltop', '2025-06-01')");
    }
    ReindexRequest.Registries since =
        new ReindexRequest.Registries(
            List.of("firms"), folder, folder, List.of(), LocalDate.parse("2025-06-01"));
    assertRows(run(since, true), 2, 0, 0, 0);
    assertEquals("https://umbra.example", firm("f-2").orElseThrow().partner().website());
    assertTrue(firm("f-1").isPresent(), "it was not listed and stays");
    assertEquals(ReindexReport.Outcome.UNCHANGED, run(since, true).outcome());
    assertThrows(IllegalArgumentException.class, () -> run(since, false));
  }

  private static final String LINE =
      """
      {"kind":"firm","id":"acme","name":{"en":"Acme Biogas"},"technologies":["WST.ORG.AD"],\
      "provenance":[{"source":"our list","verified":true}]}
      """;

  private ReindexReport over(String line, boolean incremental) throws IOException {
    Path file = Files.writeString(folder.resolve("ours.jsonl"), line);
    ReindexRequest order =
        new ReindexRequest(
            List.of(file),
            incremental ? null : new ReindexRequest.Registries(List.of("firms"), folder, folder),
            0,
            Tolerance.ANY,
            3);
    return Objects.requireNonNull(bench)
        .reindexing(data)
        .run(
            incremental ? order.onlyChanges() : order, RunObserver.NONE, NOW.plusSeconds(second++));
  }

  @Test
  void lineOfTheCatalog_overAnEntryThatRegistriesKnowMoreOf_takesNothingFromIt()
      throws IOException {
    Files.writeString(folder.resolve("firms.csv"), ALL);
    assertEquals(ReindexReport.Outcome.PUBLISHED, over(LINE, false).outcome());
    Firm merged = firm("acme").orElseThrow();
    assertEquals("https://acme.example", merged.partner().website());
    assertEquals(ReindexReport.Outcome.UNCHANGED, over(LINE, true).outcome());

    String closed = LINE.replace("\"name\"", "\"founded\":1999,\"name\"");
    assertEquals(ReindexReport.Outcome.PUBLISHED, over(closed, true).outcome());
    Firm changed = firm("acme").orElseThrow();
    assertEquals(1999, changed.founded());
    assertEquals("https://acme.example", changed.partner().website());
    assertEquals(merged.profile().provenance(), changed.profile().provenance());
    assertEquals(merged.technologies(), changed.technologies());
  }
}
