package greenpair.plan.cohort;

import module java.base;

import greenpair.message.Message;
import greenpair.plan.ImpossibleException;
import greenpair.plan.solve.IntegerProgram;
import greenpair.plan.solve.SolverResult;

/// The choice of a cohort: the applicants, their scores and the conditions. The best one is found
/// by the integer program of weighted maximum coverage.
///
/// @param scores NaN for one without a score
/// @param eligible positions of those who may be chosen; who must be in need not have a score
record CohortProblem(
    List<Applicant> applicants,
    CompositeIndex index,
    List<Double> scores,
    Conditions conditions,
    Set<Integer> eligible,
    CohortObjective objective) {
  /// Cities chosen among applicants.
  ///
  /// @param cities their positions, ascending
  /// @param value of the objective, in [0, 1]
  /// @param bound no cohort that meets the conditions has a larger value
  /// @param proven whether none has
  record Chosen(List<Integer> cities, double value, double bound, boolean proven) {}

  /// @throws ImpossibleException if too few cities have a score
  static CohortProblem of(List<Applicant> applicants, CompositeIndex index, Conditions conditions) {
    double[] scores = index.scores(index.weights());
    Set<Integer> eligible = new HashSet<>();
    for (int c = 0; c < applicants.size(); c++) {
      Applicant each = applicants.get(c);
      if (conditions.places().containsKey(each.side())
          && !conditions.mustNot().contains(each.city())
          && (index.isScored(c) || conditions.must().contains(each.city()))) {
        eligible.add(c);
      }
    }
    conditions
        .places()
        .forEach(
            (side, places) -> {
              long enough =
                  eligible.stream().filter(c -> applicants.get(c).side().equals(side)).count();
              if (enough < places) {
                throw new ImpossibleException(
                    List.of(
                        Message.of(
                            "cohort.few_scored",
                            "side",
                            side,
                            "places",
                            places,
                            "scored",
                            enough)));
              }
            });
    new Conditions(
            conditions.places(),
            conditions.must(),
            Set.of(),
            conditions.mostOfProvince(),
            conditions.difference())
        .check(eligible.stream().sorted().map(applicants::get).toList());
    int size = conditions.places().values().stream().mapToInt(each -> each).sum();
    CohortObjective objective =
        CohortObjective.of(applicants, CohortReport.known(scores), size, conditions.difference());
    List<Double> all = Arrays.stream(scores).boxed().toList();
    return new CohortProblem(applicants, index, all, conditions, eligible, objective);
  }

  Chosen best() {
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
      if (eligible.contains(c)) {
        int unknown = program.choice(objective.quality(c));
        unknowns.put(c, unknown);
        sides.computeIfAbsent(applicants.get(c).side(), key -> new ArrayList<>()).add(unknown);
        ofProvince
            .computeIfAbsent(Conditions.province(applicants.get(c)), key -> new ArrayList<>())
            .add(unknown);
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
