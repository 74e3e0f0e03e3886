package greenpair.web.plans;

import greenpair.plan.PlanObserver;
import greenpair.plan.allocation.AllocationProblem;
import greenpair.plan.allocation.Allocator;
import greenpair.plan.allocation.Plan;
import greenpair.plan.allocation.PlanBench;
import greenpair.plan.allocation.Prices;
import greenpair.plan.input.PlanResult;
import java.io.IOException;
import java.nio.file.Path;

/// Solves the instance of a kept plan of partners again and again: `planned FILE`. Processor time
/// of this thread.
public final class PlannedBench {
  private static final int ROUNDS = 3;

  private PlannedBench() {}

  /// Counts the relaxations of the searches and the programs of the prices.
  private static final class Counting implements PlanObserver {
    private int relaxations;
    private int programs;

    @Override
    public void at(Step step, int part, int parts) {
      programs = parts;
    }

    @Override
    public void seen(int solved, double value, double bound) {
      relaxations++;
    }
  }

  /// Prints all figures.
  public static void run(Path file) throws IOException {
    PlanResult.Partners made = (PlanResult.Partners) PlanDocument.read(file).made();
    for (int levels = 0; levels <= 1; levels++) {
      AllocationProblem instance = made.instance().withLevels(levels);
      Plan plan = null;
      for (int round = 0; round < ROUNDS; round++) {
        Counting counting = new Counting();
        double start = PlanBench.cpu();
        plan = Allocator.solve(instance, counting).orElseThrow();
        PlanBench.say(
            "%d worst-off cities first, %d fits: %.2f s, %d relaxations, proven %b",
            levels,
            instance.fits().size(),
            PlanBench.cpu() - start,
            counting.relaxations,
            plan.proven());
      }
      Counting counting = new Counting();
      double start = PlanBench.cpu();
      var _ = Prices.of(instance, java.util.Objects.requireNonNull(plan), counting);
      PlanBench.say("  prices: %.2f s, %d programs", PlanBench.cpu() - start, counting.programs);
    }
  }
}
