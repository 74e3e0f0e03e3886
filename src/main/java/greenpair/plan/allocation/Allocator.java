package greenpair.plan.allocation;

import greenpair.message.Message;
import greenpair.plan.ImpossibleException;
import greenpair.plan.PlanObserver;
import greenpair.plan.solve.SolverResult;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Finds the plan with the largest total fit that keeps every requirement.
public final class Allocator {
  /// Up to this many fits the integer program is used, beyond them the flow.
  static final int EXACT = 4_000;

  private Allocator() {}

  /// The best plan, or empty if requirements conflict; [Conflict] then names them.
  ///
  /// @throws IllegalArgumentException if worst-off cities are to come first, or an earlier plan is
  ///     to be kept, in an instance that is too large for that
  public static Optional<Plan> solve(AllocationProblem instance, PlanObserver watch) {
    watch.at(PlanObserver.Step.SOLVING, 1, 1);
    if (instance.fits().size() <= EXACT) {
      return exact(instance, watch);
    }
    if (instance.levels() > 0 || !instance.previous().isEmpty()) {
      Message why = Message.of("plan.too_large", "most", EXACT, "count", instance.fits().size());
      throw new ImpossibleException(List.of(why.text()));
    }
    return Optional.ofNullable(new AllocationFlow(instance).solve());
  }

  static Optional<Plan> exact(AllocationProblem instance, PlanObserver watch) {
    AllocationProgram program =
        new AllocationProgram(
            instance, new java.util.LinkedHashSet<>(instance.requirements()), watch);
    SolverResult solution = program.solve();
    if (solution.state() == SolverResult.State.IMPOSSIBLE) {
      return Optional.empty();
    }
    if (!solution.isFound()) {
      throw new IllegalStateException(
          "no plan was found in the steps that were allowed; plan fewer cities at once");
    }
    List<Fit> places = program.places(solution);
    List<Requirement> broken = AllocationCheck.broken(instance, new HashSet<>(places));
    if (!broken.isEmpty()) {
      throw new IllegalStateException("the solver broke " + broken.getFirst());
    }
    long bound = (long) Math.ceil(Fit.WHOLE * solution.bound() - 0.5);
    return Optional.of(
        Plan.of(places, bound, solution.state() == SolverResult.State.PROVEN, Plan.Solver.PROGRAM));
  }
}
