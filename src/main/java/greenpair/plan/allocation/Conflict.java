package greenpair.plan.allocation;

import module java.base;

import greenpair.plan.PlanObserver;

/// A minimal set of requirements that cannot be met together: without any one of them, there is no
/// conflict.
///
/// Found by QuickXplain (Junker, AAAI 2004) over the integer program. If there are several such
/// sets, it prefers the one whose requirements are easiest to give up: floors and pins before
/// vetoes and capacities.
public record Conflict(List<Requirement> requirements) {
  public Conflict {
    requirements = List.copyOf(requirements);
  }

  /// The conflict of an instance; none if it has a plan.
  public static Optional<Conflict> of(AllocationProblem instance, PlanObserver watch) {
    watch.at(PlanObserver.Step.EXPLAINING, 1, 1);
    List<Requirement> all = instance.requirements();
    if (isPossible(instance, all, watch)) {
      return Optional.empty();
    }
    return Optional.of(new Conflict(explain(instance, List.of(), false, all, watch)));
  }

  private static List<Requirement> explain(
      AllocationProblem instance,
      List<Requirement> background,
      boolean changed,
      List<Requirement> open,
      PlanObserver watch) {
    if (changed && !isPossible(instance, background, watch)) {
      return List.of();
    }
    if (open.size() == 1) {
      return open;
    }
    int half = open.size() / 2;
    List<Requirement> first = open.subList(0, half);
    List<Requirement> second = open.subList(half, open.size());
    List<Requirement> ofSecond =
        explain(instance, join(background, first), !first.isEmpty(), second, watch);
    List<Requirement> ofFirst =
        explain(instance, join(background, ofSecond), !ofSecond.isEmpty(), first, watch);
    return join(ofFirst, ofSecond);
  }

  private static List<Requirement> join(List<Requirement> a, List<Requirement> b) {
    List<Requirement> both = new ArrayList<>(a);
    both.addAll(b);
    return both;
  }

  private static boolean isPossible(
      AllocationProblem instance, List<Requirement> held, PlanObserver watch) {
    return new AllocationProgram(instance, held, watch).isPossible();
  }
}
