package greenpair.plan.cohort;

import greenpair.plan.solve.IntegerProgram;
import greenpair.plan.solve.SolverResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds the best cohort under conditions: the integer program of weighted maximum coverage.
final class CohortSearch {
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
    SolverResult solution = program.maximise().found();
    List<Integer> cities = new ArrayList<>();
    unknowns.forEach(
        (city, unknown) -> {
          if (solution.isOn(unknown)) {
            cities.add(city);
          }
        });
    double value = objective.value(cities);
    return new Chosen(
        cities,
        value,
        Math.max(value, solution.bound()),
        solution.state() == SolverResult.State.PROVEN);
  }
}
