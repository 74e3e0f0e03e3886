package greenpair.plan.cohort;

import greenpair.plan.solve.IntegerProgram;
import greenpair.plan.solve.SolverResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds the best cohort under conditions.
///
/// [#exact] is the integer program of weighted maximum coverage. [#greedy] repeatedly takes the
/// city that adds most. The conditions are a laminar matroid, so its result is worth at least half
/// of the optimum (Fisher, Nemhauser and Wolsey, Mathematical Programming Study 8, 1978), and 1 -
/// 1/e of it if neither provinces nor a second side constrain the choice (Nemhauser, Wolsey and
/// Fisher, Mathematical Programming 14, 1978). Its bound, usually far better than both, is the
/// current value plus the largest remaining gains (Leskovec and others, KDD 2007, section 3.2).
final class CohortSearch {
  /// Up to this many candidates the program is solved exactly.
  static final int EXACT = 400;

  /// The tolerance for the solver's rounding.
  private static final double ROUNDING = 1e-7;

  private final List<Applicant> applicants;
  private final Conditions conditions;
  private final boolean[] eligible;
  private final String[] provinces;

  /// @param eligible whether each applicant has a score; who must be in need not have one
  CohortSearch(List<Applicant> applicants, Conditions conditions, boolean[] eligible) {
    this.applicants = applicants;
    this.conditions = conditions;
    this.eligible = eligible.clone();
    this.provinces = applicants.stream().map(Conditions::province).toArray(String[]::new);
    for (int c = 0; c < this.eligible.length; c++) {
      Applicant each = applicants.get(c);
      this.eligible[c] =
          conditions.places().containsKey(each.side())
              && !conditions.mustNot().contains(each.city())
              && (eligible[c] || conditions.must().contains(each.city()));
    }
  }

  boolean isEligible(int city) {
    return eligible[city];
  }

  Chosen best(CohortObjective objective) {
    return applicants.size() <= EXACT ? exact(objective) : greedy(objective);
  }

  Chosen exact(CohortObjective objective) {
    IntegerProgram program = new IntegerProgram();
    Map<String, List<Integer>> sides = new LinkedHashMap<>();
    Map<String, List<Integer>> ofProvince = new LinkedHashMap<>();
    List<IntegerProgram.Row> covered = new ArrayList<>();
    for (int t = 0; t < objective.traitCount(); t++) {
      int trait = program.amount(objective.traitWeight(t), 0, 1);
      covered.add(program.row().plus(-1, trait).atLeast(0));
    }
    Map<Integer, Integer> unknowns = new LinkedHashMap<>();
    for (int c = 0; c < applicants.size(); c++) {
      if (eligible[c]) {
        int unknown = program.choice(objective.quality(c));
        unknowns.put(c, unknown);
        sides.computeIfAbsent(applicants.get(c).side(), key -> new ArrayList<>()).add(unknown);
        ofProvince.computeIfAbsent(provinces[c], key -> new ArrayList<>()).add(unknown);
        for (int trait : objective.traits(c)) {
          covered.get(trait).plus(1, unknown);
        }
        if (conditions.must().contains(applicants.get(c).city())) {
          program.fix(unknown, 1);
        }
      }
    }
    conditions
        .places()
        .forEach(
            (side, places) ->
                program.sum(sides.getOrDefault(side, List.of())).atLeast(places).atMost(places));
    ofProvince.values().stream()
        .filter(of -> of.size() > conditions.mostOfProvince())
        .forEach(of -> program.sum(of).atMost(conditions.mostOfProvince()));
    Chosen start = greedy(objective);
    SolverResult solution = program.maximise();
    if (!solution.isFound()) {
      return start;
    }
    List<Integer> cities = new ArrayList<>();
    unknowns.forEach(
        (city, unknown) -> {
          if (solution.isOn(unknown)) {
            cities.add(city);
          }
        });
    double value = objective.value(cities);
    if (value < start.value() - ROUNDING) {
      return start; // The solver's result is verified.
    }
    double bound = Math.min(start.bound(), Math.max(value, solution.bound()));
    return new Chosen(
        cities, value, Math.max(value, bound), solution.state() == SolverResult.State.PROVEN);
  }

  Chosen greedy(CohortObjective objective) {
    List<Integer> cohort = new ArrayList<>();
    boolean[] covered = new boolean[objective.traitCount()];
    boolean[] in = new boolean[applicants.size()];
    Map<String, Integer> left = new LinkedHashMap<>(conditions.places());
    Map<String, Integer> ofProvince = new LinkedHashMap<>();
    for (int c = 0; c < applicants.size(); c++) {
      if (conditions.must().contains(applicants.get(c).city())) {
        take(c, cohort, in, left, ofProvince);
        objective.cover(c, covered);
      }
    }
    double value = objective.value(cohort);
    double bound = Double.POSITIVE_INFINITY;
    while (true) {
      bound = Math.min(bound, value + mostLeft(objective, covered, in));
      int best = -1;
      double most = -1;
      for (int c = 0; c < applicants.size(); c++) {
        if (!in[c] && mayJoin(c, left, ofProvince)) {
          double gain = objective.gain(c, covered);
          if (gain > most) {
            most = gain;
            best = c;
          }
        }
      }
      if (best < 0) {
        return new Chosen(cohort, value, Math.max(value, bound), false);
      }
      take(best, cohort, in, left, ofProvince);
      objective.cover(best, covered);
      value += most;
    }
  }

  /// The largest gains that any cohort could add, each city for itself: since the objective is
  /// submodular, together they do not add more.
  private double mostLeft(CohortObjective objective, boolean[] covered, boolean[] in) {
    double sum = 0;
    for (Map.Entry<String, Integer> side : conditions.places().entrySet()) {
      List<Double> gains = new ArrayList<>();
      int must = 0;
      for (int c = 0; c < applicants.size(); c++) {
        if (eligible[c] && applicants.get(c).side().equals(side.getKey())) {
          if (conditions.must().contains(applicants.get(c).city())) {
            must++;
          } else if (!in[c]) {
            gains.add(objective.gain(c, covered));
          }
        }
      }
      gains.sort(Collections.reverseOrder());
      int places = Math.min(side.getValue() - must, gains.size());
      sum += gains.subList(0, Math.max(0, places)).stream().mapToDouble(each -> each).sum();
    }
    return sum;
  }

  private boolean mayJoin(int city, Map<String, Integer> left, Map<String, Integer> ofProvince) {
    return eligible[city]
        && left.getOrDefault(applicants.get(city).side(), 0) > 0
        && ofProvince.getOrDefault(provinces[city], 0) < conditions.mostOfProvince();
  }

  private void take(
      int city,
      List<Integer> cohort,
      boolean[] in,
      Map<String, Integer> left,
      Map<String, Integer> ofProvince) {
    cohort.add(city);
    in[city] = true;
    left.merge(applicants.get(city).side(), -1, Integer::sum);
    ofProvince.merge(provinces[city], 1, Integer::sum);
  }
}
