package greenpair.plan.cohort;

import static greenpair.plan.allocation.PlanBench.cpu;
import static greenpair.plan.allocation.PlanBench.say;

import greenpair.catalog.EntryId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Choosing 10 and 10 of 200 candidates, and how sure that is.
public final class CohortBench {
  private CohortBench() {}

  public static void run() {
    for (int round = 0; round < 3; round++) {
      CohortReportTest.Given given = CohortReportTest.Given.random(17, 200);
      Conditions conditions =
          new Conditions(Map.of("CN", 10, "US", 10), Set.of(), Set.of(), 2, 0.3);
      List<EntryId> ids = given.applicants().stream().map(Applicant::city).toList();
      CompositeIndex index =
          CompositeIndex.of(ids, given.indicators(), given.observations(), new Method(0.5));
      CohortProblem choosing = CohortProblem.of(given.applicants(), index, conditions);
      double start = cpu();
      Chosen exact = choosing.search().exact(choosing.objective());
      double solved = cpu();
      Acceptability acceptability =
          Acceptability.of(index, choosing.search(), choosing.objective(), conditions, 10_000, 1);
      double drawn = cpu();
      Chosen greedy = choosing.search().greedy(choosing.objective());
      say(
          "cohort: 20 of 200: %.2f s, proven %s, value %.4f (greedy %.4f, its bound %.4f);"
              + " 10,000 draws: %.2f s, robust %s",
          solved - start,
          exact.proven(),
          exact.value(),
          greedy.value(),
          greedy.bound(),
          drawn - solved,
          acceptability.isRobust(exact.cities()));
    }
  }
}
