package greenpair.plan.meetings;

import greenpair.plan.PlanObserver;
import greenpair.plan.allocation.PlanBench;
import java.util.Set;

/// Timetables at size, seeded.
public final class SummitBench {
  private static final int ROUNDS = 3;

  private SummitBench() {}

  /// Prints all figures.
  public static void run() {
    summit(30, 50, 320, 20, 15, 0);
    summit(30, 50, 320, 20, 15, 0.2);
    summit(120, 240, 1_200, 32, 60, 0.2);
  }

  private static void summit(
      int cities, int partners, int wishes, int slots, int tables, double late) {
    Summit summit = Summits.random(1, cities, partners, wishes, slots, tables, late);
    for (int round = 0; round < ROUNDS; round++) {
      double start = PlanBench.cpu();
      Timetable made = Timetable.of(summit, PlanObserver.NONE);
      double taken = PlanBench.cpu() - start;
      Summit less =
          new Summit(
              summit.slots(),
              summit.stays(),
              summit.wishes(),
              Set.of(Summits.partner(1)),
              made.meetings(),
              null);
      start = PlanBench.cpu();
      Timetable again = Timetable.of(less, PlanObserver.NONE);
      PlanBench.say(
          "summit: %d delegations, %d wishes, %d slots, %d tables, %.0f %% late: %.2f s, %d held,"
              + " proven %b (gap %.4f), %d idle; after a cancellation %.2f s, %d held",
          cities + partners,
          wishes,
          slots,
          tables,
          100 * late,
          taken,
          made.meetings().size(),
          made.isProven(),
          (double) made.bound() / made.millionths() - 1,
          made.idle(),
          PlanBench.cpu() - start,
          again.meetings().size());
    }
  }
}
