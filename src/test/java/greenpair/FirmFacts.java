package greenpair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Firm;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Partner;
import greenpair.match.RecommendationRequest;
import greenpair.match.gate.Gate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Every answer about the demonstration cohort recommends only vendors that the facts allow.
abstract class FirmFacts {
  @RegisterExtension static final Shared<CohortAnswers> COHORT = CohortAnswers.shared();

  private final CohortAnswers cohort = COHORT.get();

  @Test
  void closedVendor_isNeverRecommendedNorALeadNorAPeer() {
    for (String id : Facts.CLOSED) {
      Firm firm = (Firm) cohort.snapshot.entry(Kind.FIRM, new EntryId(id)).orElseThrow();
      Partner.Status status = firm.partner().status();
      assertTrue(status != null && status.isGone(), id);
    }
    cohort
        .of(Kind.FIRM)
        .forEach(
            each -> {
              each.all()
                  .forEach(
                      one -> assertFalse(Facts.CLOSED.contains(one.id().value()), each::place));
              each.ranking()
                  .forEach(
                      one -> assertFalse(Facts.CLOSED.contains(one.id().value()), each::place));
            });
  }

  @Test
  void closedVendor_whoseTechnologyIsWanted_isListedAsExcludedWithTheReason() {
    Set<String> excluded =
        cohort
            .of(Kind.FIRM)
            .flatMap(each -> each.answer().excluded().stream())
            .filter(each -> each.gate() == Gate.Name.ALIVE)
            .map(each -> each.id().value())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(Facts.CLOSED), excluded);
  }

  @Test
  void closedVendor_hasNoOpportunities() {
    for (String id : Facts.CLOSED) {
      assertEquals(
          List.of(),
          cohort
              .recommender
              .opportunities(
                  Kind.FIRM, new EntryId(id), 0, RecommendationRequest.MAX_LIMIT, cohort.snapshot)
              .opportunities());
    }
  }

  @Test
  void operatorOrAdviser_isAPeer_andIsRecommendedOnlyForAdviceThatIsBought() {
    Set<EntryId> noSellers =
        cohort.firms.stream().filter(Facts::isNoSeller).map(Firm::id).collect(Collectors.toSet());
    assertTrue(
        noSellers.containsAll(
            Stream.of("szbg", "guangzhou-bus-group", "sgcc-js", "ebmud", "itdp")
                .map(EntryId::new)
                .toList()));
    Set<EntryId> advised = advised();
    Set<EntryId> peers = new HashSet<>();
    cohort
        .of(Kind.FIRM)
        .forEach(
            each -> {
              Stream.of(each.answer().recommendations(), each.answer().unproven())
                  .flatMap(List::stream)
                  .filter(one -> noSellers.contains(one.id()))
                  .forEach(one -> assertTrue(advised.contains(one.need()), each::place));
              each.ranking().stream()
                  .filter(one -> noSellers.contains(one.id()))
                  .forEach(
                      one -> assertTrue(advised.contains(one.pair().query().need()), each::place));
              each.answer()
                  .peers()
                  .forEach(
                      one -> {
                        assertTrue(
                            noSellers.contains(one.id())
                                || one.evidence().stream()
                                    .anyMatch(done -> done.background().contains("other_role")),
                            () -> one.id() + " " + each.place());
                        peers.add(one.id());
                      });
            });
    assertTrue(peers.size() > 5, peers::toString);
  }

  /// Needs that buy advice.
  private Set<EntryId> advised() {
    return cohort.needs.stream()
        .filter(each -> each.purchase().buys().contains(Need.Good.DESIGN))
        .map(Need::id)
        .collect(Collectors.toSet());
  }
}
