package greenpair.reindex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Tier;
import greenpair.cli.Workbench;
import greenpair.index.GenerationStore;
import greenpair.program.ProgramStore;
import greenpair.program.Remarks.Remark;
import greenpair.program.Revisions;
import greenpair.program.Revisions.Revision;
import greenpair.program.access.Audit.RequestOrigin;
import greenpair.program.access.Caller;
import greenpair.program.access.Caller.Role;
import greenpair.program.database.DatabaseSettings;
import greenpair.program.database.Stamp;
import greenpair.registry.review.Review;
import greenpair.registry.review.ReviewFiles;
import greenpair.reindex.run.ReindexRequest;
import greenpair.reindex.run.RunObserver;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programme data is stored beside the generations and no run changes it: pins, notes, entered
/// needs, decision records, introductions, the audit and review answers.
class ProgramDataTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  @TempDir private Path folder = Path.of("");

  private int runs;

  private Path data() {
    return folder.resolve("data");
  }

  private void fill(ProgramStore store) {
    Stamp ada = new Stamp("Ada", NOON);
    EntryId city = new EntryId("xx-riverton");
    store.write(
        all -> {
          for (Remark.Sort sort : Remark.Sort.values()) {
            all.remarks()
                .add(
                    new Remark(
                        0,
                        "",
                        sort,
                        Tier.PRIVATE,
                        city,
                        null,
                        Kind.FIRM,
                        new EntryId("own"),
                        "because",
                        ada,
                        null));
          }
          Caller caller = new Caller("token 1", "Ada", Role.COORDINATOR, Set.of());
          all.decisions().add("digest", "{\"answer\": 1}", caller, ada);
          all.audit().add(caller, NOON, "pin", "own", RequestOrigin.NONE);
          return all.revisions()
              .add(
                  new Revisions.Content(
                      Kind.NEED, new EntryId("n1"), city, "{\"kind\":\"need\"}", Set.of()),
                  Revision.State.REVIEWED,
                  "first",
                  0,
                  ada);
        });
  }

  private static String all(ProgramStore store) {
    StringWriter text = new StringWriter();
    assertNotEquals(0, store.dump(text));
    return text.toString();
  }

  @Test
  void whatPeopleAdded_survivesEveryRunRollbackAndPruning() throws IOException {
    TinyRegistries registries = new TinyRegistries(folder);
    registries.write(0);
    Reindexing reindexing = new Workbench(registries.config()).reindexing(data());
    GenerationStore generations = new GenerationStore(data());
    ReviewFiles reviews = new ReviewFiles(data());
    try (ProgramStore store = new ProgramStore(DatabaseSettings.sqlite(data()))) {
      fill(store);
      Review review = new Review("firm first/acme", "firm second/umbra", false, NOON);
      reviews.answer(review);
      String before = all(store);

      // Each run prunes the one before the last.
      List<String> published = new java.util.ArrayList<>();
      for (int number = 1; number <= 3; number++) {
        registries.write(number);
        ReindexRequest order = registries.order();
        ReindexRequest two =
            new ReindexRequest(order.catalogs(), order.registries(), order.tolerance(), 2);
        ReindexReport report = reindexing.run(two, RunObserver.NONE, NOON.plusSeconds(++runs));
        assertEquals(ReindexReport.Outcome.PUBLISHED, report.outcome());
        published.add(report.manifest().id());
        assertEquals(before, all(store), "after run " + number);
      }
      assertEquals(2, generations.list().size());

      reindexing.rollBack(null, "Ada", "a test", NOON.plusSeconds(++runs));
      assertEquals(published.get(1), generations.published().orElseThrow());
      assertEquals(before, all(store), "after going back");

      assertEquals(List.of(review), reviews.answers());
    }
  }
}
