package greenpair.match;

import static greenpair.match.Cohort.MATCHING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Shared;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.index.read.Snapshot;
import greenpair.match.gate.Gate;
import greenpair.match.rank.Ranked;
import greenpair.match.reason.Answer;
import greenpair.match.settings.MatchQuery;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The reasons in answers about the demonstration cohort.
class CohortReasonsTest {
  @RegisterExtension static final Shared<Cohort> COHORT = Cohort.shared();

  private final Cohort cohort = COHORT.get();
  private final Snapshot snapshot = cohort.snapshot();

  @Test
  void siblingCaseAlone_isReportedAsNoProof() {
    int related = 0;
    String says = String.valueOf(Given.PHRASES.say("reason.case_related").en());
    double least = Given.RULES.ranking().minimumProofFit();
    for (Need need : cohort.needs()) {
      MatchQuery query = MATCHING.needs().query(need, snapshot);
      for (Kind kind : List.of(Kind.FIRM, Kind.SOLUTION)) {
        for (Ranked ranked : MATCHING.retrieval().rank(kind, query, snapshot)) {
          List<Answer.Case> cases = MATCHING.answers().cases().of(ranked, snapshot);
          Entry entry = snapshot.entry(kind, ranked.id()).orElseThrow();
          String reason = String.valueOf(MATCHING.reasons().reason(entry, ranked, cases).en());
          boolean sibling = ranked.headline().map(each -> each.fit() < least).orElse(false);
          assertEquals(sibling, reason.contains(says), reason);
          related += sibling ? 1 : 0;
        }
      }
    }
    assertNotEquals(0, related);
  }

  @Test
  void gates_ofEveryAnswer_carryTheSourceOfTheirFact() {
    int shown = 0;
    for (EntryId city : cohort.cities()) {
      for (Kind kind : List.of(Kind.FIRM, Kind.FINANCIER)) {
        Answer answer = cohort.answer(kind, city);
        for (Answer.Recommendation each : answer.recommendations()) {
          for (Gate gate : each.gates()) {
            assertTrue(gate.source() != null, () -> each.id() + " " + gate.gate());
            shown++;
          }
        }
        answer.excluded().forEach(each -> assertTrue(each.source() != null, each::toString));
      }
    }
    assertNotEquals(0, shown);
  }

  @Test
  void firmOfAnotherCountry_withNothingHere_isNoLeadButCanBeAskedFor() {
    Answer answer = cohort.answer(Kind.FIRM, Given.id("us-ca-losangeles"));
    EntryId water = Given.id("everbright-water");
    assertTrue(answer.unproven().stream().noneMatch(each -> each.id().equals(water)));
    Answer.Excluded out =
        answer.excluded().stream()
            .filter(each -> each.id().equals(water))
            .findFirst()
            .orElseThrow();
    assertEquals(Gate.Name.MARKET, out.gate());
    assertEquals(Given.PHRASES.say("gate.market.unknown"), out.because());
  }
}
