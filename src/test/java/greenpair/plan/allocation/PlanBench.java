package greenpair.plan.allocation;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.plan.PlanObserver;
import greenpair.plan.allocation.AllocationProblem.Demand;
import greenpair.plan.meetings.SummitBench;

/// Planning at size: `plan`. Seeded; processor time of this thread, since others share the machine.
public final class PlanBench {
  private PlanBench() {}

  /// Prints all figures.
  ///
  /// @param arguments the number of random instances, 10,000 by default
  public static void run(List<String> arguments) {
    int instances = arguments.isEmpty() ? 10_000 : Integer.parseInt(arguments.getFirst());
    large(20, 60, 1_000, 60);
    large(50, 150, 1_000, 60);
    large(200, 660, 10_000, 300);
    random(instances);
    SummitBench.run();
  }

  /// Processor time of this thread in seconds.
  public static double cpu() {
    return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }

  private static void large(int cities, int needs, int partners, int fitsOfNeed) {
    AllocationProblem instance = instance(cities, needs, partners, fitsOfNeed);
    double start = cpu();
    Plan plan = Allocator.solve(instance, PlanObserver.NONE).orElseThrow();
    say(
        "plan: %d cities, %d needs, %d partners, %d fits: %.2f s; gap %.4f",
        cities, needs, partners, instance.fits().size(), cpu() - start, plan.gap());
  }

  /// A few partners are wanted by many, as in real lists.
  private static AllocationProblem instance(int cities, int needs, int partners, int fitsOfNeed) {
    SplittableRandom random = new SplittableRandom(1);
    List<Supplier> suppliers = new ArrayList<>();
    for (int p = 0; p < partners; p++) {
      suppliers.add(new Supplier(new EntryId("p" + p), Set.of(), 4));
    }
    List<Demand> demands = new ArrayList<>();
    List<Fit> fits = new ArrayList<>();
    for (int n = 0; n < needs; n++) {
      EntryId need = new EntryId("n" + n);
      demands.add(new Demand(need, new EntryId("c" + n % cities), Kind.FIRM, 0, 3));
      Set<Integer> chosen = new HashSet<>();
      while (chosen.size() < fitsOfNeed) {
        chosen.add((int) (partners * Math.pow(random.nextDouble(), 3)));
      }
      for (int p : chosen) {
        double pull = 1 - (double) p / partners;
        int fit = (int) (1e6 * (0.3 + 0.4 * random.nextDouble() + 0.3 * pull));
        fits.add(new Fit(need, Kind.FIRM, new EntryId("p" + p), fit));
      }
    }
    return new AllocationProblem(demands, suppliers, fits, List.of(), List.of(), List.of());
  }

  private static void random(int count) {
    int possible = 0;
    int impossible = 0;
    int broken = 0;
    double start = cpu();
    for (long seed = 0; seed < count; seed++) {
      AllocationProblem instance = Instances.random(seed);
      Optional<Plan> plan = Allocator.solve(instance, PlanObserver.NONE);
      if (plan.isPresent()) {
        possible++;
        broken += AllocationCheck.broken(instance, new HashSet<>(plan.get().places())).size();
      } else {
        impossible++;
        var _ = Conflict.of(instance, PlanObserver.NONE).orElseThrow();
      }
    }
    say(
        "random: %d instances, %d planned, %d with a conflict named, %d requirements broken; %.1f"
            + " s",
        count, possible, impossible, broken, cpu() - start);
  }

  /// Prints a line.
  @SuppressWarnings("AnnotateFormatMethod")
  public static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
