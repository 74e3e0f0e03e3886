package greenpair.plan.allocation;

import greenpair.catalog.EntryId;
import greenpair.plan.PlanObserver;
import greenpair.plan.solve.IntegerProgram;
import greenpair.plan.solve.SolverResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The integer program of an instance: `x(f) = 1` when fit f is in the plan, `y(p, c) = 1` when
/// partner p serves city c, `x(f) <= y(p, c)`, and one row for each requirement.
///
/// `y` is left out where neither a capacity nor the panel of a city could be exceeded anyway.
final class AllocationProgram {
  /// Rounding tolerance when the value of a step is kept in the next.
  private static final double SLACK = 1e-6;

  private final AllocationProblem instance;
  private final IntegerProgram program;
  private final int[] taken;
  private final Map<EntryId, EntryId> cities;
  private final Set<Requirement> held;

  /// The last plan with a higher lowest share than before; null before there is one.
  private @Nullable SolverResult witness;

  AllocationProgram(AllocationProblem instance, Set<Requirement> held, PlanObserver watch) {
    this.instance = instance;
    this.held = held;
    this.program = new IntegerProgram(watch);
    this.cities = instance.cities();
    this.taken = new int[instance.fits().size()];
    for (int f = 0; f < taken.length; f++) {
      taken[f] = program.choice(instance.fits().get(f).score());
    }
    held.forEach(this::hold);
  }

  private void hold(Requirement requirement) {
    Requirement.Bounds bounds = requirement.bounds(instance, cities);
    Function<Fit, EntryId> group = bounds.group();
    if (group != null) {
      distinct(bounds.which(), group, (int) bounds.most());
      return;
    }
    // Also a veto is a row and not a fixed value, so that a pin of the same fit is infeasible.
    IntegerProgram.Row row = program.row().atLeast(bounds.least()).atMost(bounds.most());
    for (int f = 0; f < taken.length; f++) {
      Fit fit = instance.fits().get(f);
      if (bounds.which().test(fit)) {
        row.plus(bounds.weight().applyAsDouble(fit), taken[f]);
      }
    }
  }

  /// Limits how many groups the fits that are taken belong to, such as the cities of a partner.
  private void distinct(Predicate<Fit> which, Function<Fit, EntryId> group, int most) {
    Map<EntryId, List<Integer>> groups = new TreeMap<>();
    for (int f = 0; f < taken.length; f++) {
      Fit fit = instance.fits().get(f);
      if (which.test(fit)) {
        groups.computeIfAbsent(group.apply(fit), each -> new ArrayList<>()).add(taken[f]);
      }
    }
    if (groups.size() <= most) {
      return;
    }
    List<Integer> all = new ArrayList<>();
    for (List<Integer> lists : groups.values()) {
      if (lists.size() == 1) {
        all.add(lists.getFirst());
      } else {
        int visit = program.choice(0);
        all.add(visit);
        lists.forEach(list -> program.row().plus(1, list).plus(-1, visit).atMost(0));
      }
    }
    program.sum(all).atMost(most);
  }

  /// Finds the best plan: keeps as much of the old plan as possible, then favours the worst-off
  /// cities, then maximises the total. Each step keeps the values of the previous ones.
  SolverResult solve() {
    boolean proven = true;
    if (!instance.previous().isEmpty()) {
      proven &= keep();
    }
    if (instance.levels() > 0) {
      proven &= raiseLowest();
    }
    for (int level = 2; level <= instance.levels(); level++) {
      proven &= raise(level);
    }
    gainFit();
    SolverResult last = program.maximise();
    if (last.state() == SolverResult.State.IMPOSSIBLE && witness != null) {
      return witness.unproven(); // The solver's rounding hides a plan that it has found before.
    }
    return proven || last.state() != SolverResult.State.PROVEN ? last : last.unproven();
  }

  /// Keeps as many places of the earlier plan as can be.
  private boolean keep() {
    Set<AllocationProblem.Place> old = new HashSet<>(instance.previous());
    IntegerProgram.Row kept = program.row();
    for (int f = 0; f < taken.length; f++) {
      Fit fit = instance.fits().get(f);
      boolean was = old.contains(fit.place());
      program.gain(taken[f], was ? 1 : 0);
      if (was) {
        kept.plus(1, taken[f]);
      }
    }
    SolverResult solution = program.maximise();
    if (solution.isFound()) {
      kept.atLeast(Math.rint(solution.value()));
    }
    return solution.state() == SolverResult.State.PROVEN;
  }

  private void gainFit() {
    for (int f = 0; f < taken.length; f++) {
      program.gain(taken[f], instance.fits().get(f).score());
    }
  }

  /// Makes the share of the lowest city as large as can be: the best total is found, then the best
  /// under the condition that every city has more than the lowest had, until there is none. With
  /// the total as objective the relaxations are nearly whole, which they are not when the lowest
  /// share itself is the objective.
  private boolean raiseLowest() {
    Map<EntryId, Double> best = Measures.alone(instance);
    Map<EntryId, IntegerProgram.Row> shares = shares(best, 1);
    gainFit();
    double reached = -1;
    double step = SLACK;
    boolean possible = true;
    while (possible && reached < 1 - SLACK) {
      SolverResult solution = program.first();
      if (!solution.isFound()) {
        hold(shares, best, reached - SLACK);
        return solution.state() == SolverResult.State.IMPOSSIBLE;
      }
      double worst = shares.isEmpty() ? 1 : Measures.of(instance, places(solution)).worst();
      if (worst > reached) {
        witness = solution;
      } else {
        step *= 10; // The solver's rounding is larger than the step, so it would never end.
      }
      reached = Math.max(reached, worst);
      possible = hold(shares, best, reached + step);
    }
    hold(shares, best, reached - SLACK);
    return true;
  }

  /// The share of each city that can have one, times the factor, as a row without a bound.
  private Map<EntryId, IntegerProgram.Row> shares(Map<EntryId, Double> best, double factor) {
    Map<EntryId, IntegerProgram.Row> shares = new TreeMap<>();
    best.forEach(
        (city, most) -> {
          if (most > 0) {
            shares.put(city, program.row());
          }
        });
    for (int f = 0; f < taken.length; f++) {
      Fit fit = instance.fits().get(f);
      EntryId city = Objects.requireNonNull(cities.get(fit.need()));
      IntegerProgram.Row row = shares.get(city);
      if (row != null) {
        row.plus(factor * fit.score() / best.getOrDefault(city, 1.0), taken[f]);
      }
    }
    return shares;
  }

  /// Lets every city have at least that share; false when it is plain that they cannot.
  private boolean hold(
      Map<EntryId, IntegerProgram.Row> shares, Map<EntryId, Double> best, double share) {
    double least = Math.max(0, share);
    shares.values().forEach(row -> row.atLeast(least));
    Forced forced = Forced.of(instance, held, best, least);
    if (!forced.isImpossible()) {
      for (int f = 0; f < taken.length; f++) {
        Fit fit = instance.fits().get(f);
        program.bound(taken[f], forced.must(fit) ? 1 : 0, forced.mustNot(fit) ? 0 : 1);
      }
    }
    return !forced.isImpossible();
  }

  /// Makes the sum of the `level` lowest cities' shares as large as can be: `max k t - sum d(c)`
  /// with `t - u(c) <= d(c)` (Ogryczak and Sliwinski, European Journal of Operational Research 148,
  /// 2003). One level after the other this is leximin, for whole unknowns too.
  private boolean raise(int level) {
    for (int unknown : taken) {
      program.gain(unknown, 0);
    }
    Map<EntryId, Double> best = Measures.alone(instance);
    if (best.values().stream().filter(most -> most > 0).count() < level) {
      return true;
    }
    List<Integer> shortfalls = new ArrayList<>();
    int threshold = program.amount(level, 0, 1);
    shares(best, -1)
        .values()
        .forEach(
            row -> {
              int shortfall = program.amount(-1, 0, 1);
              shortfalls.add(shortfall);
              row.plus(1, threshold).plus(-1, shortfall).atMost(0);
            });
    SolverResult solution = program.maximise();
    program.gain(threshold, 0);
    IntegerProgram.Row held = program.row().plus(level, threshold);
    for (int shortfall : shortfalls) {
      program.gain(shortfall, 0);
      held.plus(-1, shortfall);
    }
    if (solution.isFound()) {
      held.atLeast(solution.value() - SLACK);
    }
    return solution.state() == SolverResult.State.PROVEN;
  }

  List<Fit> places(SolverResult solution) {
    List<Fit> places = new ArrayList<>();
    for (int f = 0; f < taken.length; f++) {
      if (solution.isOn(taken[f])) {
        places.add(instance.fits().get(f));
      }
    }
    return places;
  }

  boolean isPossible() {
    for (int unknown : taken) {
      program.gain(unknown, 0);
    }
    return program.maximise().state() != SolverResult.State.IMPOSSIBLE;
  }
}
