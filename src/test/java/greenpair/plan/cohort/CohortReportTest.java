package greenpair.plan.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Seeded;
import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import greenpair.plan.PlanObserver;
import greenpair.plan.cohort.CohortReport.Standing;
import greenpair.plan.cohort.CohortReport.Why;
import greenpair.plan.cohort.Indicator.Observation;
import org.junit.jupiter.api.Test;

class CohortReportTest {
  /// Candidates with four indicators and a few traits.
  record Given(
      List<Applicant> applicants, List<Indicator> indicators, List<Observation> observations) {
    static Given random(long seed, int cities) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Applicant> applicants = new ArrayList<>();
      List<Indicator> indicators = new ArrayList<>();
      List<Observation> observations = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Text name = new Text("indicator " + i, "指标" + i);
        indicators.add(
            new Indicator("i" + i, name, name, Indicator.Direction.HIGHER, random.nextInt(1, 5)));
      }
      for (int c = 0; c < cities; c++) {
        EntryId id = new EntryId("city-%03d".formatted(c));
        String side = c % 2 == 0 ? "CN" : "US";
        Set<String> traits = new TreeSet<>();
        for (int t = 0; t < 3; t++) {
          traits.add("sector:" + random.nextInt(8));
        }
        traits.add("climate:" + random.nextInt(5));
        traits.add("size:" + random.nextInt(3));
        applicants.add(
            new Applicant(
                id,
                new Text(id.value(), id.value()),
                side,
                side + "-" + (c < 4 ? c / 2 : random.nextInt(6)),
                traits));
        for (Indicator each : indicators) {
          // The first two of each side, in two provinces, have all figures: each cohort exists.
          if (c < 4 || random.nextDouble() < 0.9) {
            observations.add(
                new Observation(id, each.key(), random.nextDouble(), 2020, "test", true));
          }
        }
      }
      return new Given(applicants, indicators, observations);
    }

    CohortReport choose(Conditions conditions) {
      return CohortReport.of(
          applicants, indicators, observations, new Method(0.5), conditions, PlanObserver.NONE);
    }
  }

  private static Conditions conditions(int places, int ofProvince, double difference) {
    return new Conditions(
        Map.of("CN", places, "US", places), Set.of(), Set.of(), ofProvince, difference);
  }

  /// Against all cohorts of two and two among six and six.
  @Test
  void cohort_ofFewCandidates_isTheBestOfAll() {
    for (long seed : Seeded.Runs.seeds(20)) {
      Given given = Given.random(seed, 12);
      Conditions conditions = conditions(2, 1, 0.5);
      List<EntryId> ids = given.applicants.stream().map(Applicant::city).toList();
      CompositeIndex index =
          CompositeIndex.of(ids, given.indicators, given.observations, new Method(0.5));
      CohortProblem choosing = CohortProblem.of(given.applicants, index, conditions);
      double best = -1;
      for (int set = 0; set < 1 << 12; set++) {
        List<Integer> cohort = members(set);
        if (isAllowed(cohort, given.applicants, choosing)) {
          best = Math.max(best, choosing.objective().value(cohort));
        }
      }

      CohortProblem.Chosen exact = choosing.best();

      assertTrue(exact.proven(), "seed " + seed);
      assertEquals(best, exact.value(), 1e-9, "seed " + seed);
      assertTrue(isAllowed(exact.cities(), given.applicants, choosing), "seed " + seed);
    }
  }

  private static List<Integer> members(int set) {
    List<Integer> members = new ArrayList<>();
    for (int c = 0; c < 12; c++) {
      if ((set >> c & 1) == 1) {
        members.add(c);
      }
    }
    return members;
  }

  private static boolean isAllowed(
      List<Integer> cohort, List<Applicant> applicants, CohortProblem choosing) {
    Map<String, Integer> sides = new HashMap<>();
    Map<String, Integer> provinces = new HashMap<>();
    for (int city : cohort) {
      if (!choosing.eligible().contains(city)) {
        return false;
      }
      sides.merge(applicants.get(city).side(), 1, Integer::sum);
      provinces.merge(String.valueOf(applicants.get(city).province()), 1, Integer::sum);
    }
    return sides.equals(Map.of("CN", 2, "US", 2))
        && provinces.values().stream().allMatch(each -> each == 1);
  }

  @Test
  void cohort_withMustAndMustNot_obeysBothAndReportsIt() {
    Given given = Given.random(3, 30);
    CohortReport free = given.choose(conditions(4, 2, 0.3));
    EntryId in = free.chosen().getFirst().city();
    EntryId out = free.cities().stream().filter(each -> !each.chosen()).toList().getLast().city();
    Conditions other = new Conditions(Map.of("CN", 4, "US", 4), Set.of(out), Set.of(in), 2, 0.3);

    CohortReport report = given.choose(other);

    assertEquals(Why.MUST, standing(report, out).why());
    assertTrue(standing(report, out).chosen());
    assertEquals(Why.MUST_NOT, standing(report, in).why());
    assertFalse(standing(report, in).chosen());
    assertEquals(8, report.chosen().size());
    assertTrue(report.value() <= free.value());
  }

  private static Standing standing(CohortReport report, EntryId city) {
    return report.cities().stream()
        .filter(each -> each.city().equals(city))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void city_leftOut_namesTheMemberThatItCouldReplaceAndTheLoss() {
    CohortReport report = Given.random(5, 40).choose(conditions(5, 5, 0.3));

    for (Standing each : report.cities()) {
      if (each.why() == Why.WEAKER) {
        assertNotNull(each.rival(), () -> each + " has no rival");
        assertTrue(java.util.Objects.requireNonNull(each.loss()) >= -1e-9, each.toString());
      }
    }
    assertTrue(report.proven());
  }

  @Test
  void cohort_isRobust_onlyIfNoIndicatorDecides() {
    // As many places as cities with a score: all are chosen, whatever is left out.
    CohortReport all = Given.random(12, 10).choose(conditions(5, 9, 0));
    assertTrue(all.robust());
    assertFalse(Given.random(12, 60).choose(conditions(4, 9, 0)).robust());
    Given given = Given.random(12, 30);
    Indicator only = given.indicators.getFirst();
    List<Observation> ofIt =
        given.observations.stream().filter(each -> each.indicator().equals(only.key())).toList();
    assertFalse(
        new Given(given.applicants, List.of(only), ofIt).choose(conditions(2, 9, 0)).robust());
  }

  @Test
  void conditions_thatCannotBeMet_sayWhatMustGive() {
    Given given = Given.random(13, 10);
    IllegalArgumentException fault =
        assertThrows(IllegalArgumentException.class, () -> given.choose(conditions(9, 9, 0.3)));

    assertTrue(
        String.valueOf(fault.getMessage())
            .contains("side CN has 9 places but only 5 candidates; ask for only 5"),
        fault.getMessage());
  }

  @Test
  void conditions_thatWantACityAndDoNot_areRefused() {
    EntryId city = new EntryId("city-001");
    assertThrows(
        IllegalArgumentException.class,
        () -> new Conditions(Map.of("CN", 1), Set.of(city), Set.of(city), 1, 0));
  }

  @Test
  void cohort_ofAThousandCandidates_isProven() {
    CohortReport report = Given.random(17, 1_000).choose(conditions(10, 2, 0.3));

    assertTrue(report.proven());
    assertEquals(20, report.chosen().size());
  }
}
