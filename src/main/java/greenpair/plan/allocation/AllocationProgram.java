package greenpair.plan.allocation;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.plan.PlanObserver;
import greenpair.plan.solve.IntegerProgram;
import greenpair.plan.solve.SolverResult;

/// The integer program of an instance: `x(f) = 1` when fit f is in the plan, `y(p, c) = 1` when
/// partner p serves city c, `x(f) <= y(p, c)`, and one row for each requirement.
///
/// `y` is left out where a capacity could not be exceeded anyway.
final class AllocationProgram {
  private final AllocationProblem instance;
  private final IntegerProgram program;
  private final int[] taken;
  private final Map<EntryId, EntryId> cities;

  AllocationProgram(AllocationProblem instance, Collection<Requirement> held, PlanObserver watch) {
    this.instance = instance;
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
    if (bounds.ofCities()) {
      limitCities(bounds);
      return;
    }
    // Also a veto is a row and not a fixed value, so that a pin of the same fit is infeasible.
    IntegerProgram.Row row = program.row().atLeast(bounds.least()).atMost(bounds.most());
    for (int f = 0; f < taken.length; f++) {
      if (bounds.which().test(instance.fits().get(f))) {
        row.plus(1, taken[f]);
      }
    }
  }

  private void limitCities(Requirement.Bounds bounds) {
    Map<EntryId, List<Integer>> lists = new TreeMap<>();
    for (int f = 0; f < taken.length; f++) {
      Fit fit = instance.fits().get(f);
      if (bounds.which().test(fit)) {
        lists.computeIfAbsent(cities.get(fit.need()), city -> new ArrayList<>()).add(taken[f]);
      }
    }
    if (lists.size() <= bounds.most()) {
      return;
    }
    List<Integer> served = new ArrayList<>();
    for (List<Integer> ofCity : lists.values()) {
      if (ofCity.size() == 1) {
        served.add(ofCity.getFirst());
      } else {
        int visit = program.choice(0);
        served.add(visit);
        ofCity.forEach(list -> program.row().plus(1, list).plus(-1, visit).atMost(0));
      }
    }
    program.sum(served).atMost(bounds.most());
  }

  /// Finds the plan that keeps as much of the earlier plan as possible, and of these the one with
  /// the largest total.
  SolverResult solve() {
    boolean proven = instance.previous().isEmpty() || keep();
    SolverResult last = program.maximise();
    return proven || last.state() != SolverResult.State.PROVEN ? last : last.unproven();
  }

  /// Keeps as many places of the earlier plan as can be.
  private boolean keep() {
    Set<AllocationProblem.Assignment> old = new HashSet<>(instance.previous());
    IntegerProgram.Row kept = program.row();
    for (int f = 0; f < taken.length; f++) {
      boolean was = old.contains(instance.fits().get(f).place());
      program.gain(taken[f], was ? 1 : 0);
      if (was) {
        kept.plus(1, taken[f]);
      }
    }
    SolverResult solution = program.maximise();
    if (solution.isFound()) {
      kept.atLeast(Math.rint(solution.value()));
    }
    for (int f = 0; f < taken.length; f++) {
      program.gain(taken[f], instance.fits().get(f).score());
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
