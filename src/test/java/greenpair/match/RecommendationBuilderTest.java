package greenpair.match;

import static greenpair.match.Cohort.ALL;
import static greenpair.match.Cohort.LOS_ANGELES_N2;
import static greenpair.match.Cohort.RECOMMENDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Shared;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.index.contract.CandidateQuery;
import greenpair.index.read.Snapshot;
import greenpair.match.reason.Answer;
import greenpair.match.settings.MatchQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Recommendations for the cities of the demonstration cohort.
class RecommendationBuilderTest {
  @RegisterExtension static final Shared<Cohort> COHORT = Cohort.shared();

  private final Cohort cohort = COHORT.get();
  private final Snapshot snapshot = cohort.snapshot();

  @Test
  void entriesThatMatchBeyondTheRankedOnes_areCounted() {
    long beyond = 0;
    for (EntryId city : cohort.cities()) {
      for (Answer.AskedNeed asked : cohort.answer(Kind.FIRM, city).needs()) {
        EntryId id = java.util.Objects.requireNonNull(asked.id());
        Need need = (Need) snapshot.entry(Kind.NEED, id).orElseThrow();
        MatchQuery query = Cohort.MATCHING.needs().query(need, snapshot);
        CandidateQuery all =
            new CandidateQuery(
                Kind.FIRM,
                Cohort.MATCHING.retrieval().near(query.technologies()),
                query.search(),
                query.city(),
                10_000);
        long ranked = Given.RULES.ranking().depth();
        long more = Math.max(0, snapshot.candidates(all).size() - ranked);
        assertEquals(more, asked.unranked(), id.value());
        beyond += more;
      }
    }
    assertTrue(beyond > 0, "some need matches more than are ranked");
  }

  @Test
  void entry_ofACity_isShownOnceAtItsBestNeed() {
    for (EntryId city : cohort.cities()) {
      for (Kind kind : Kind.RANKED) {
        Answer answer = cohort.answer(kind, city);
        Set<EntryId> seen = new HashSet<>();
        for (Answer.Recommendation each : answer.recommendations()) {
          assertTrue(seen.add(each.id()), () -> each.id() + " twice for " + city);
          assertTrue(each.needs().contains(each.need()), () -> each.id() + " for " + city);
          for (Need need : snapshot.needs(city)) {
            double alone =
                RECOMMENDER
                    .explain(
                        RecommendationRequest.ofNeed(kind, city, need.id(), 1), each.id(), snapshot)
                    .score();
            boolean serves = each.needs().contains(need.id());
            assertTrue(!serves || alone <= each.score(), () -> each.id() + " at " + need.id());
          }
        }
      }
    }
  }

  @Test
  void recommendedEntry_isNotExcludedInTheSameAnswer() {
    List<String> both = new ArrayList<>();
    for (EntryId city : cohort.cities()) {
      for (Kind kind : Kind.RANKED) {
        Answer answer = cohort.answer(kind, city);
        Set<EntryId> recommended = new HashSet<>();
        answer.recommendations().forEach(each -> recommended.add(each.id()));
        answer.excluded().stream()
            .filter(each -> recommended.contains(each.id()))
            .forEach(each -> both.add(each.id() + " (" + each.gate() + ") for " + city));
        answer.peers().stream()
            .filter(each -> recommended.contains(each.id()))
            .forEach(each -> both.add(each.id() + " (peer) for " + city));
        answer.unproven().stream()
            .filter(each -> recommended.contains(each.id()))
            .forEach(each -> both.add(each.id() + " (unproven) for " + city));
      }
    }
    assertEquals(List.of(), both);
  }

  /// No entry is lost: the pages of every list together have the stated total length.
  @Test
  void pages_ofEveryList_areTheListInItsOrder() {
    EntryId city = Given.id("us-ca-losangeles");
    for (Kind kind : Kind.RANKED) {
      RecommendationRequest request = RecommendationRequest.ofCity(kind, city, 7);
      List<List<Object>> read = new ArrayList<>();
      Answer.Totals totals = RECOMMENDER.recommend(request, snapshot).totals();
      for (int from = 0; from < 70; from += 7) {
        // A first page shows fewer of the other lists than a later one.
        RecommendationRequest page =
            from == 0
                ? RecommendationRequest.ofCity(kind, city, 28)
                : request.startingAt(from + 21);
        List<List<?>> lists = lists(RECOMMENDER.recommend(page, snapshot));
        for (int i = 0; i < lists.size(); i++) {
          if (read.size() <= i) {
            read.add(new ArrayList<>());
          }
          read.get(i).addAll(lists.get(i));
        }
      }
      assertEquals(
          List.of(
              totals.recommendations(),
              totals.incumbents(),
              totals.belowThreshold(),
              totals.unproven(),
              totals.peers(),
              totals.excluded(),
              totals.failures()),
          read.stream().map(List::size).toList(),
          kind::word);
      List<List<?>> whole =
          lists(RECOMMENDER.recommend(RecommendationRequest.ofCity(kind, city, ALL), snapshot));
      assertEquals(whole, read, kind::word);
    }
  }

  private static List<List<?>> lists(Answer answer) {
    return List.of(
        answer.recommendations(),
        answer.incumbents(),
        answer.belowThreshold(),
        answer.unproven(),
        answer.peers(),
        answer.excluded(),
        answer.failures());
  }

  @Test
  void unknownEntries_areReported() {
    EntryId none = Given.id("none");
    assertThrows(
        NotFoundException.class,
        () -> RECOMMENDER.recommend(RecommendationRequest.ofCity(Kind.FIRM, none, 1), snapshot));
    assertThrows(
        NotFoundException.class,
        () ->
            RECOMMENDER.recommend(
                RecommendationRequest.ofNeed(Kind.FIRM, Given.id("cn-wuhan"), LOS_ANGELES_N2, 1),
                snapshot));
    assertThrows(NotFoundException.class, () -> RECOMMENDER.packages(none, 0, 1, snapshot));
    assertThrows(
        NotFoundException.class, () -> RECOMMENDER.opportunities(Kind.FIRM, none, 0, 1, snapshot));
  }
}
