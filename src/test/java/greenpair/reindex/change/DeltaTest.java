package greenpair.reindex.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import greenpair.catalog.EntryId;
import greenpair.catalog.Firm;
import greenpair.catalog.Kind;
import greenpair.cli.Workbench;
import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import greenpair.message.MessageException;
import greenpair.registry.source.convert.Tolerance;
import greenpair.reindex.ReindexReport;
import greenpair.reindex.TinyRegistries;
import greenpair.reindex.run.ReindexRequest;
import greenpair.reindex.run.RunObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lines of the catalog put over entries that registries also know.
class DeltaTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String MAPPING =
      """
      source: https://registry.example
      verified: true
      files: firms.csv
      record: "{ref}"
      values: {ref: Ref, name: Name, site: {from: Site, as: website}}
      entries:
        - kind: firm
          fields:
            id: "f-{ref}"
            name: {en: "{name}"}
            technologies: [WST.ENE.LFG]
            website: "{site}"
      """;
  private static final String ROWS =
      """
      Ref,Name,Site
      1,Acme Biogas,https://acme.example
      2,Umbra Methane,
      3,Acme Biogas Inc.,https://acme.example
      """;

  private static final String LINE =
      """
      {"kind":"firm","id":"acme","name":{"en":"Acme Biogas"},"technologies":["WST.ORG.AD"],\
      "provenance":[{"source":"our list","verified":true}]}
      """;

  @TempDir private Path folder = Path.of("");
  private int second;

  private Workbench bench() {
    return new Workbench(folder.resolve("config"));
  }

  private Firm firm(String id) {
    try (LiveIndex live = bench().open(folder.resolve("data"));
        Snapshot snapshot = live.acquire()) {
      return (Firm) snapshot.entry(Kind.FIRM, new EntryId(id)).orElseThrow();
    }
  }

  private ReindexReport run(ReindexRequest order) throws IOException {
    return bench()
        .reindexing(folder.resolve("data"))
        .run(order, RunObserver.NONE, NOW.plusSeconds(second++));
  }

  private ReindexReport over(String line) throws IOException {
    Path file = Files.writeString(folder.resolve("ours.jsonl"), line);
    return run(ReindexRequest.of(List.of(file)).onlyChanges());
  }

  @Test
  void lineOfTheCatalog_overAnEntryThatRegistriesKnowMoreOf_takesNothingFromIt()
      throws IOException {
    TinyRegistries.copy(Path.of("index-config"), folder.resolve("config"));
    Files.writeString(folder.resolve("config/sources/firms.yaml"), MAPPING);
    Files.writeString(folder.resolve("firms.csv"), ROWS);
    ReindexRequest full =
        new ReindexRequest(
            List.of(Files.writeString(folder.resolve("ours.jsonl"), LINE)),
            new ReindexRequest.Registries(List.of("firms"), folder, folder),
            Tolerance.ANY,
            3);
    assertEquals(ReindexReport.Outcome.PUBLISHED, run(full).outcome());
    Firm merged = firm("acme");
    assertEquals("https://acme.example", merged.partner().website());
    assertEquals(ReindexReport.Outcome.UNCHANGED, over(LINE).outcome());

    String founded = LINE.replace("\"name\"", "\"founded\":1999,\"name\"");
    assertEquals(ReindexReport.Outcome.PUBLISHED, over(founded).outcome());
    Firm changed = firm("acme");
    assertEquals(1999, changed.founded());
    assertEquals("https://acme.example", changed.partner().website());
    assertEquals(merged.profile().provenance(), changed.profile().provenance());
    assertEquals(merged.technologies(), changed.technologies());
    assertThrows(MessageException.class, full::onlyChanges, "a registry is read as a whole");
  }
}
