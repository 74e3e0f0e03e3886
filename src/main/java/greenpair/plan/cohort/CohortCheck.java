package greenpair.plan.cohort;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import greenpair.message.Message;
import greenpair.plan.cohort.Indicator.Observation;

/// Checks a cohort against its candidates without choosing again, for a replay.
public final class CohortCheck {
  /// The tolerance for rounding of sums.
  private static final double ROUNDING = 1e-9;

  private CohortCheck() {}

  /// The errors of a report; none if its cohort meets its conditions and its scores, value and
  /// bound are those of its candidates.
  public static List<Text> faults(
      CohortReport report, List<Applicant> applicants, List<Observation> observations) {
    List<Applicant> ordered =
        applicants.stream().sorted(Comparator.comparing(Applicant::city)).toList();
    Conditions conditions = report.conditions();
    List<EntryId> ids = ordered.stream().map(Applicant::city).toList();
    List<EntryId> chosen = report.chosen().stream().map(CohortReport.Standing::city).toList();
    List<Text> faults = new ArrayList<>();
    if (!ids.containsAll(chosen)) {
      return List.of(Message.of("cohort.no_candidate").text());
    }
    Map<String, Integer> sides = new TreeMap<>();
    Map<String, Integer> provinces = new TreeMap<>();
    for (Applicant each : ordered) {
      if (chosen.contains(each.city())) {
        sides.merge(each.side(), 1, Integer::sum);
        provinces.merge(Conditions.province(each), 1, Integer::sum);
      }
    }
    if (!sides.equals(conditions.places())) {
      faults.add(Message.of("cohort.places").text());
    }
    if (!chosen.containsAll(conditions.must())
        || chosen.stream().anyMatch(conditions.mustNot()::contains)) {
      faults.add(Message.of("cohort.must").text());
    }
    if (provinces.values().stream().anyMatch(each -> each > conditions.mostOfProvince())) {
      faults.add(Message.of("cohort.province").text());
    }
    CompositeIndex index =
        CompositeIndex.of(ids, report.indicators(), observations, report.method());
    CohortProblem choosing = CohortProblem.of(ordered, index, conditions);
    List<Integer> cohort =
        IntStream.range(0, ids.size()).filter(c -> chosen.contains(ids.get(c))).boxed().toList();
    double value = choosing.objective().value(cohort);
    if (Math.abs(value - report.value()) > ROUNDING || report.bound() < value - ROUNDING) {
      faults.add(Message.of("plan.wrong_value", "what", Message.of("plan.this")).text());
    }
    for (CohortReport.Standing each : report.cities()) {
      int at = ids.indexOf(each.city());
      Double score = at >= 0 && index.isScored(at) ? choosing.scores().get(at) : null;
      if (!isSame(score, each.score())) {
        faults.add(Message.of("plan.wrong_value", "what", each.city()).text());
      }
    }
    return faults;
  }

  private static boolean isSame(
      @org.jspecify.annotations.Nullable Double a, @org.jspecify.annotations.Nullable Double b) {
    return (a == null || b == null) ? Objects.equals(a, b) : Math.abs(a - b) <= ROUNDING;
  }
}
