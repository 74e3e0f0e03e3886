package greenpair.plan.cohort;

import module java.base;

import greenpair.plan.cohort.CohortReport.Standing;
import greenpair.plan.cohort.CohortReport.Why;
import org.jspecify.annotations.Nullable;

/// States for every candidate why it was chosen or not, and what would change that.
record CohortReasons(CohortProblem choosing, CohortProblem.Chosen chosen) {
  /// An exchange of one city for another.
  private record Exchange(int rival, double loss) {}

  List<Standing> all() {
    return IntStream.range(0, choosing.applicants().size())
        .mapToObj(this::standing)
        .sorted(
            Comparator.comparing((Standing each) -> !each.chosen())
                .thenComparing(Standing::score, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(Standing::city))
        .toList();
  }

  private Standing standing(int city) {
    Applicant applicant = choosing.applicants().get(city);
    CompositeIndex index = choosing.index();
    boolean in = chosen.cities().contains(city);
    Exchange exchange = exchange(city, in);
    List<Integer> with = new ArrayList<>(chosen.cities());
    if (!in && exchange != null) {
      with.remove(Integer.valueOf(exchange.rival));
      with.add(city);
    }
    Why why = why(city, in);
    return new Standing(
        applicant.city(),
        applicant.name(),
        applicant.side(),
        in,
        index.isScored(city) ? choosing.scores().get(city) : null,
        index.isScored(city) ? rank(city) : null,
        index.known(city),
        index.missing(city).stream().map(Indicator::key).toList(),
        in || exchange != null ? choosing.objective().alone(city, with) : List.of(),
        exchange == null ? null : choosing.applicants().get(exchange.rival).city(),
        exchange == null ? null : exchange.loss,
        why);
  }

  private int rank(int city) {
    List<Double> scores = choosing.scores();
    String side = choosing.applicants().get(city).side();
    int better = 0;
    for (int c = 0; c < scores.size(); c++) {
      better +=
          choosing.applicants().get(c).side().equals(side) && scores.get(c) > scores.get(city)
              ? 1
              : 0;
    }
    return better + 1;
  }

  private Why why(int city, boolean in) {
    Applicant applicant = choosing.applicants().get(city);
    Conditions conditions = choosing.conditions();
    if (in) {
      return conditions.must().contains(applicant.city()) ? Why.MUST : Why.CHOSEN;
    }
    if (conditions.mustNot().contains(applicant.city())) {
      return Why.MUST_NOT;
    }
    if (!conditions.places().containsKey(applicant.side())) {
      return Why.NO_SIDE;
    }
    if (!choosing.index().isScored(city)) {
      return Why.UNKNOWN;
    }
    Exchange anyOfSide = best(city, other -> isOfSide(other, city));
    boolean wouldWin = anyOfSide != null && anyOfSide.loss < 0;
    return wouldWin ? Why.PROVINCE : Why.WEAKER;
  }

  /// The exchange with a member, or of a member with one left out, that costs least; null where
  /// conditions leave none.
  private @Nullable Exchange exchange(int city, boolean in) {
    Conditions conditions = choosing.conditions();
    if (!choosing.eligible().contains(city)
        || (in && conditions.must().contains(choosing.applicants().get(city).city()))) {
      return null;
    }
    return in ? bestOut(city) : best(city, other -> isOfSide(other, city) && fits(city, other));
  }

  private @Nullable Exchange best(int city, java.util.function.IntPredicate may) {
    Exchange best = null;
    for (int member : chosen.cities()) {
      if (may.test(member) && !isMust(member)) {
        double loss = loss(member, city);
        if (best == null || loss < best.loss) {
          best = new Exchange(member, loss);
        }
      }
    }
    return best;
  }

  private @Nullable Exchange bestOut(int member) {
    Exchange best = null;
    for (int c = 0; c < choosing.applicants().size(); c++) {
      if (!chosen.cities().contains(c)
          && choosing.eligible().contains(c)
          && isOfSide(c, member)
          && fits(c, member)) {
        double loss = loss(member, c);
        if (best == null || loss < best.loss) {
          best = new Exchange(c, loss);
        }
      }
    }
    return best;
  }

  private double loss(int leaves, int enters) {
    List<Integer> other = new ArrayList<>(chosen.cities());
    other.remove(Integer.valueOf(leaves));
    other.add(enters);
    return chosen.value() - choosing.objective().value(other);
  }

  private boolean isOfSide(int a, int b) {
    return choosing.applicants().get(a).side().equals(choosing.applicants().get(b).side());
  }

  private boolean isMust(int city) {
    return choosing.conditions().must().contains(choosing.applicants().get(city).city());
  }

  /// Whether the limit of a province still holds when one enters and a member leaves.
  private boolean fits(int enters, int leaves) {
    String province = Conditions.province(choosing.applicants().get(enters));
    long others =
        chosen.cities().stream()
            .filter(c -> c != leaves)
            .filter(c -> Conditions.province(choosing.applicants().get(c)).equals(province))
            .count();
    return others < choosing.conditions().mostOfProvince();
  }
}
