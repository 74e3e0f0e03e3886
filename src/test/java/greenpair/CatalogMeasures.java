package greenpair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.CohortAnswers.Asked;
import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Text;
import greenpair.index.contract.Precedent;
import greenpair.match.rank.Ranked;
import greenpair.match.reason.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// How well the demonstration catalog serves the open needs of its programme: the figures of
/// docs/evaluation.md, each printed before it is compared with its aim.
abstract class CatalogMeasures {
  @RegisterExtension static final Shared<CohortAnswers> COHORT = CohortAnswers.shared();

  private final CohortAnswers cohort = COHORT.get();

  private Stream<Asked> firmsOfOpenNeeds() {
    Set<String> open = new TreeSet<>();
    cohort.needs.stream().filter(Need::isOpen).forEach(each -> open.add(each.id().value()));
    return cohort
        .of(Kind.FIRM)
        .filter(each -> open.contains(String.valueOf(each.request().need())));
  }

  private static void print(String figure, long part, long all) {
    System.out.println(figure + ": " + part + " of " + all);
  }

  @Test
  void openNeeds_haveAProvenNewcomerOrAStatedReason() {
    List<Asked> all = firmsOfOpenNeeds().toList();
    long served = all.stream().filter(each -> !each.answer().recommendations().isEmpty()).count();
    print("open needs with a proven newcomer", served, all.size());
    all.stream()
        .filter(each -> each.answer().recommendations().isEmpty())
        .forEach(
            each -> {
              String why = String.valueOf(each.answer().message().en());
              assertTrue(why.startsWith("No new firm can be recommended"), each.place());
              Text reason = java.util.Objects.requireNonNull(each.answer().why(), each.place());
              assertTrue(reason.en() != null && reason.zh() != null, each.place());
              System.out.println("  none: " + each.request().need());
            });
    assertTrue(served * 2 >= all.size(), served + " of " + all.size());
  }

  @Test
  void solutions_haveACaseOfGradeAToC() {
    List<Entry> all = cohort.snapshot.entries(Kind.SOLUTION, 0, 1000);
    long proven =
        all.stream()
            .filter(
                each ->
                    cohort
                        .snapshot
                        .precedents(
                            Set.copyOf(each.technologies()),
                            cohort.snapshot.city(cohort.cities.getFirst().id()).orElseThrow(),
                            200)
                        .stream()
                        .anyMatch(Precedent::proves))
            .count();
    print("solutions with a case of grade A to C", proven, all.size());
    assertTrue(proven >= 75, proven + " of " + all.size());
  }

  @Test
  void firstPlaces_areHeldByNewcomersWithACheckedCase() {
    List<Answer.Recommendation> firsts =
        cohort
            .of(Kind.FIRM)
            .flatMap(each -> each.answer().recommendations().stream().limit(1))
            .toList();
    long unproven =
        firsts.stream()
            .filter(
                each ->
                    each.evidence().stream()
                        .noneMatch(one -> one.verified() && !one.grade().equals("D")))
            .count();
    print("first places on grade D or unchecked cases alone", unproven, firsts.size());
    assertEquals(0, unproven);
    long incumbents =
        cohort
            .of(Kind.FIRM)
            .filter(
                each ->
                    each.answer().recommendations().stream()
                        .limit(1)
                        .anyMatch(
                            first ->
                                each.ranking().stream()
                                    .filter(one -> one.id().equals(first.id()))
                                    .filter(
                                        one ->
                                            first.need() == null
                                                || first.need().equals(one.pair().query().need()))
                                    .anyMatch(Ranked::isIncumbent)))
            .count();
    print("first places held by incumbents", incumbents, firsts.size());
    assertEquals(0, incumbents);
  }
}
