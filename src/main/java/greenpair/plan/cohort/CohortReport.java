package greenpair.plan.cohort;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import greenpair.plan.PlanObserver;
import greenpair.plan.cohort.Indicator.Observation;
import org.jspecify.annotations.Nullable;

/// A chosen cohort with its reasons.
///
/// @param value of the objective, in [0, 1]
/// @param bound no cohort that meets the conditions has a larger value
/// @param proven whether none has
/// @param robust whether it is the same whichever indicator is left out; false if there is none
///     without one of them
/// @param cities all candidates: the chosen first, then by score, ties by id
/// @param withoutIndicator what changes when one indicator is left out
public record CohortReport(
    List<Indicator> indicators,
    Method method,
    Conditions conditions,
    double value,
    double bound,
    boolean proven,
    boolean robust,
    List<Standing> cities,
    List<Change> withoutIndicator) {
  /// The result for a candidate.
  ///
  /// @param score of the composite index; null for a city about which too little is known
  /// @param rank among those of its side that have a score, from 1; null without one
  /// @param known share of the weight that rests on known values, in [0, 1]
  /// @param brings the traits that it alone brings to the cohort, with it in the place of `rival`
  /// @param rival of one left out, the member whose place it could take at the least loss; of a
  ///     member, the excluded city that could take its place; null if there is none
  /// @param loss what that exchange would cost in value, from 0 when the choice is proven
  public record Standing(
      EntryId city,
      Text name,
      String side,
      boolean chosen,
      @Nullable Double score,
      @Nullable Integer rank,
      double known,
      List<String> missing,
      List<String> brings,
      @Nullable EntryId rival,
      @Nullable Double loss,
      Why why) {}

  /// Why a candidate is in or out.
  public enum Why {
    CHOSEN,
    MUST,
    /// It was ruled out.
    MUST_NOT,
    /// Its side has no places.
    NO_SIDE,
    /// Too little is known of it.
    UNKNOWN,
    /// As many of its province are in as may be.
    PROVINCE,
    /// Another adds more.
    WEAKER
  }

  public record Change(String indicator, List<EntryId> enters, List<EntryId> leaves) {}

  public CohortReport {
    indicators = List.copyOf(indicators);
    cities = List.copyOf(cities);
    withoutIndicator = List.copyOf(withoutIndicator);
  }

  /// The chosen cities, best score first.
  public List<Standing> chosen() {
    return cities.stream().filter(Standing::chosen).toList();
  }

  /// Chooses a cohort.
  ///
  /// @param applicants in any order; ties go to the first id
  /// @throws greenpair.plan.ImpossibleException with all that conflicts
  public static CohortReport of(
      List<Applicant> applicants,
      List<Indicator> indicators,
      List<Observation> observations,
      Method method,
      Conditions conditions,
      PlanObserver watch) {
    List<Applicant> ordered =
        applicants.stream().sorted(Comparator.comparing(Applicant::city)).toList();
    conditions.check(ordered);
    List<EntryId> ids = ordered.stream().map(Applicant::city).toList();
    CompositeIndex index = CompositeIndex.of(ids, indicators, observations, method);
    CohortProblem choosing = CohortProblem.of(ordered, index, conditions);
    watch.at(PlanObserver.Step.SOLVING, 1, 1);
    CohortProblem.Chosen chosen = choosing.best();
    List<Change> changes = new ArrayList<>();
    for (Indicator each : indicators) {
      watch.at(PlanObserver.Step.COMPARING, changes.size() + 1, indicators.size());
      change(each, ordered, indicators, observations, method, conditions, chosen)
          .ifPresent(changes::add);
    }
    return new CohortReport(
        indicators,
        method,
        conditions,
        chosen.value(),
        chosen.bound(),
        chosen.proven(),
        changes.size() == indicators.size()
            && changes.stream().allMatch(each -> each.enters().isEmpty()),
        new CohortReasons(choosing, chosen).all(),
        changes);
  }

  private static Optional<Change> change(
      Indicator without,
      List<Applicant> applicants,
      List<Indicator> indicators,
      List<Observation> observations,
      Method method,
      Conditions conditions,
      CohortProblem.Chosen chosen) {
    List<Indicator> rest = indicators.stream().filter(each -> !each.equals(without)).toList();
    if (rest.stream().mapToDouble(Indicator::weight).sum() == 0) {
      return Optional.empty();
    }
    List<Observation> kept =
        observations.stream().filter(each -> !each.indicator().equals(without.key())).toList();
    List<EntryId> ids = applicants.stream().map(Applicant::city).toList();
    CompositeIndex index = CompositeIndex.of(ids, rest, kept, method);
    CohortProblem choosing;
    try {
      choosing = CohortProblem.of(applicants, index, conditions);
    } catch (IllegalArgumentException tooFewWithScores) {
      return Optional.empty();
    }
    List<Integer> other = choosing.best().cities();
    return Optional.of(
        new Change(
            without.key(),
            other.stream().filter(c -> !chosen.cities().contains(c)).map(ids::get).toList(),
            chosen.cities().stream().filter(c -> !other.contains(c)).map(ids::get).toList()));
  }

  /// Scores with the least known one in place of those that are not known: a city without a score
  /// is only in a cohort that must include it, where its score has no effect.
  static double[] known(double[] scores) {
    double least = Arrays.stream(scores).filter(x -> !Double.isNaN(x)).min().orElse(0);
    return Arrays.stream(scores).map(x -> Double.isNaN(x) ? least : x).toArray();
  }
}
