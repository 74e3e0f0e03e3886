package greenpair.cli.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Shared;
import greenpair.catalog.EntryId;
import greenpair.cli.Ran;
import greenpair.cli.ServedCohort;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import greenpair.plan.PlanObserver;
import greenpair.plan.input.PlanRequest;
import greenpair.web.plans.PlanDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A plan of the server is checked on the command line.
class VerifyCommandTest {
  @RegisterExtension static final Shared<ServedCohort> COHORT = ServedCohort.shared();

  private final ServedCohort cohort = COHORT.get();

  private void makePairs(Path file, EntryId... cities) throws IOException {
    CommandWiring engine = CommandWiring.read(Path.of("index-config"));
    try (LiveIndex live = engine.live(new GenerationStore(cohort.data))) {
      live.refresh();
      try (Snapshot snapshot = live.acquire()) {
        PlanRequest pairs = new PlanRequest.Pairs(List.of("CN", "US"), List.of(cities), 1);
        PlanDocument.of(
                pairs,
                engine.planner().make(pairs, snapshot, PlanObserver.NONE),
                snapshot.manifest().id(),
                snapshot.configuration())
            .write(file);
      }
    }
  }

  @Test
  void citiesWithNothingToShowEachOther_areNoPair(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("pairs.json");
    makePairs(file, new EntryId("cn-jilin"), new EntryId("us-ca-oakland"));

    assertFalse(Files.readString(file).contains("lessons"));
  }

  @Test
  void plan_isCheckedWithoutPlanning_untilItIsChanged(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("pairs.json");
    makePairs(file);

    String out = cohort.good("verify", file.toString()).out();
    assertTrue(out.contains("meets all conditions"), out);
    assertTrue(out.contains("still give the same candidates"), out);

    Files.writeString(file, Files.readString(file).replaceFirst("cn-", "cx-"));
    Ran changed = Ran.on(cohort.data, "verify", file.toString());
    assertEquals(Exit.BAD_DATA, changed.code());
    assertTrue(changed.err().contains("was changed after it was created"), changed::toString);
  }
}
