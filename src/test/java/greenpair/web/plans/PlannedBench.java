package greenpair.web.plans;

import greenpair.plan.PlanObserver;
import greenpair.plan.allocation.AllocationProblem;
import greenpair.plan.allocation.Allocator;
import greenpair.plan.allocation.Plan;
import greenpair.plan.allocation.PlanBench;
import greenpair.plan.input.PlanResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Solves the instance of a kept plan of partners again and again: `planned FILE`. Processor time
/// of this thread.
public final class PlannedBench {
  private static final int ROUNDS = 3;

  private PlannedBench() {}

  /// Counts the relaxations of the searches.
  private static final class Counting implements PlanObserver {
    private int relaxations;

    @Override
    public void seen(int solved, double value, double bound) {
      relaxations++;
    }
  }

  /// Prints all figures.
  public static void run(Path file) throws IOException {
    PlanResult.Partners made =
        (PlanResult.Partners) PlanDocument.parse(file.toString(), Files.readString(file)).made();
    AllocationProblem instance = made.instance();
    for (int round = 0; round < ROUNDS; round++) {
      Counting counting = new Counting();
      double start = PlanBench.cpu();
      Plan plan = Allocator.solve(instance, counting).orElseThrow();
      PlanBench.say(
          "%d fits: %.2f s, %d relaxations, proven %b",
          instance.fits().size(), PlanBench.cpu() - start, counting.relaxations, plan.proven());
    }
  }
}
