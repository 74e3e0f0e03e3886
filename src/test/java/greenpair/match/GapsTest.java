package greenpair.match;

import static greenpair.match.Cohort.RECOMMENDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Shared;
import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.index.read.Snapshot;
import greenpair.match.reason.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Needs of the demonstration cohort without a proven firm.
class GapsTest {
  @RegisterExtension static final Shared<Cohort> COHORT = Cohort.shared();

  private final Cohort cohort = COHORT.get();
  private final Snapshot snapshot = cohort.snapshot();

  @Test
  void gaps_ofTheCohort_countWhatIsRecommended() {
    Gaps gaps = RECOMMENDER.gaps(0, 100, snapshot);
    List<Need> open = cohort.needs().stream().filter(Need::isOpen).toList();
    assertTrue(open.size() < cohort.needs().size());
    assertEquals(open.size(), gaps.total());
    assertEquals(
        open.stream().map(Entry::id).toList(),
        gaps.needs().stream().map(Gaps.Coverage::need).toList());
    for (int i = 0; i < open.size(); i++) {
      Gaps.Coverage coverage = gaps.needs().get(i);
      Need need = open.get(i);
      assertEquals(cohort.good(Kind.FIRM, need).size(), coverage.firms(), need.id()::value);
      assertEquals(
          cohort.good(Kind.FINANCIER, need).size(), coverage.financiers(), need.id()::value);
      assertEquals(cohort.good(Kind.SOLUTION, need).size(), coverage.solutions(), need.id()::value);
      assertEquals(coverage.firms() == 0, coverage.isGap(), need.id()::value);
      assertEquals(coverage.isGap(), coverage.best() == 0, need.id()::value);
      assertEquals(coverage.isGap(), coverage.why() != null, need.id()::value);
    }
  }

  @Test
  void gaps_withoutAProgramme_areThoseOfOpenNeeds(@TempDir Path data) throws IOException {
    try (Cohort without = Cohort.outsideProgrammes(data)) {
      List<Need> seen = new ArrayList<>();
      String next = "";
      for (int from = 0; next != null; from += 10) {
        next =
            Gaps.of(
                    from,
                    10,
                    without.snapshot(),
                    page -> {
                      seen.addAll(page);
                      return List.of();
                    })
                .next();
      }
      List<Need> open = without.needs().stream().filter(Need::isOpen).toList();
      assertTrue(open.size() < without.needs().size());
      assertEquals(open, seen);
    }
  }

  @Test
  void gap_isANeed_forWhichNoFirmIsRecommended() {
    List<Gaps.Coverage> needs = RECOMMENDER.gaps(0, 100, snapshot).needs();
    assertTrue(needs.stream().anyMatch(Gaps.Coverage::isGap));
    for (Gaps.Coverage each : needs) {
      RecommendationRequest request =
          RecommendationRequest.ofNeed(Kind.FIRM, each.city(), each.need(), 10);
      Answer answer = RECOMMENDER.recommend(request, snapshot);
      assertEquals(Math.min(10, each.firms()), answer.recommendations().size(), each::toString);
      assertEquals(each.isGap(), answer.outcome() == Answer.Outcome.NO_GOOD_MATCH, each::toString);
      String why = answer.why() == null ? "" : String.valueOf(answer.why().en());
      if (each.isGap()) {
        String says = String.valueOf(Objects.requireNonNull(each.why()).en());
        assertTrue(says.endsWith(why), each::toString);
      }
      assertTrue(each.isGap() || !each.hasNearest(), each::toString);
    }
  }

  @Test
  void coverage_isRankedOnce_andWhatWasRankedBeforeAFailureStays() {
    List<Need> needs = cohort.needs().subList(0, 4);
    Map<Need, Gaps.Coverage> right = new HashMap<>();
    for (Need each : needs) {
      right.put(each, RECOMMENDER.coverage(List.of(each), snapshot).getFirst());
    }
    CoverageCache known = new CoverageCache();
    List<Need> ranked = new ArrayList<>();
    Function<Need, Gaps.Coverage> outOfTime =
        need -> {
          if (ranked.size() == 2) {
            throw new IllegalStateException("out of time");
          }
          ranked.add(need);
          return Objects.requireNonNull(right.get(need));
        };
    assertThrows(IllegalStateException.class, () -> known.of(needs, snapshot, outOfTime));
    Function<Need, Gaps.Coverage> inTime =
        need -> {
          ranked.add(need);
          return Objects.requireNonNull(right.get(need));
        };
    List<Gaps.Coverage> all = needs.stream().map(right::get).toList();
    assertEquals(all, known.of(needs, snapshot, inTime));
    assertEquals(all, known.of(needs, snapshot, inTime));
    assertEquals(needs, ranked, "each once");
  }
}
