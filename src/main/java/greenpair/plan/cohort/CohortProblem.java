package greenpair.plan.cohort;

import greenpair.message.Message;
import greenpair.plan.ImpossibleException;
import java.util.List;
import java.util.stream.IntStream;

/// The problem that [CohortSearch] solves: the applicants, their scores and the conditions.
record CohortProblem(
    List<Applicant> applicants,
    CompositeIndex index,
    List<Double> scores,
    Conditions conditions,
    CohortSearch search,
    CohortObjective objective) {
  /// @throws ImpossibleException if too few cities have a score
  static CohortProblem of(List<Applicant> applicants, CompositeIndex index, Conditions conditions) {
    double[] scores = index.scores(index.weights());
    boolean[] eligible = new boolean[applicants.size()];
    for (int c = 0; c < eligible.length; c++) {
      eligible[c] = index.isScored(c);
    }
    CohortSearch search = new CohortSearch(applicants, conditions, eligible);
    conditions
        .places()
        .forEach(
            (side, places) -> {
              long enough =
                  IntStream.range(0, eligible.length)
                      .filter(c -> search.isEligible(c) && applicants.get(c).side().equals(side))
                      .count();
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
    List<Applicant> eligibleOnly =
        IntStream.range(0, eligible.length)
            .filter(search::isEligible)
            .mapToObj(applicants::get)
            .toList();
    new Conditions(
            conditions.places(),
            conditions.must(),
            java.util.Set.of(),
            conditions.mostOfProvince(),
            conditions.difference())
        .check(eligibleOnly);
    int size = conditions.places().values().stream().mapToInt(each -> each).sum();
    CohortObjective objective =
        CohortObjective.of(applicants, CohortReport.known(scores), size, conditions.difference());
    return new CohortProblem(
        applicants,
        index,
        java.util.Arrays.stream(scores).boxed().toList(),
        conditions,
        search,
        objective);
  }

  Chosen best() {
    return search.best(objective);
  }
}
