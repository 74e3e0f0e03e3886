package greenpair.plan.allocation;

import module java.base;

import greenpair.plan.PlanObserver;
import greenpair.plan.solve.SolverResult;

/// Finds the plan with the largest total fit that keeps every requirement.
public final class Allocator {
  /// Fits that the integer program considers; of larger instances the best of each need.
  static final int CONSIDERED = 4_000;

  private Allocator() {}

  /// The best plan, or empty if requirements conflict; [Conflict] then names them. The bound of a
  /// plan from the best fits alone is the total of lists made city by city.
  ///
  /// @throws greenpair.plan.UndecidedException if no plan was found in the allowed steps
  public static Optional<Plan> solve(AllocationProblem instance, PlanObserver watch) {
    watch.at(PlanObserver.Step.SOLVING, 1, 1);
    if (instance.fits().size() > CONSIDERED) {
      Optional<Plan> plan = exact(instance.best(CONSIDERED), watch);
      if (plan.isPresent()) {
        long bound = Plan.total(Measures.cityByCity(instance));
        List<Fit> places = plan.get().places();
        return Optional.of(Plan.of(places, bound, bound == Plan.total(places)));
      }
    }
    return exact(instance, watch);
  }

  private static Optional<Plan> exact(AllocationProblem instance, PlanObserver watch) {
    AllocationProgram program = new AllocationProgram(instance, instance.requirements(), watch);
    SolverResult solution = program.solve();
    if (solution.state() == SolverResult.State.IMPOSSIBLE) {
      return Optional.empty();
    }
    List<Fit> places = program.places(solution.found());
    List<Requirement> broken = AllocationCheck.broken(instance, new HashSet<>(places));
    if (!broken.isEmpty()) {
      throw new IllegalStateException("the solver broke " + broken.getFirst());
    }
    long bound = (long) Math.ceil(Fit.WHOLE * solution.bound() - 0.5);
    return Optional.of(Plan.of(places, bound, solution.state() == SolverResult.State.PROVEN));
  }
}
