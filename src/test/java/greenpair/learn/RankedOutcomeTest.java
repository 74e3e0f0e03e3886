package greenpair.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.program.ShadowCycle;
import greenpair.program.database.Stamp;
import greenpair.program.introduction.Introduction;
import greenpair.program.introduction.Introduction.Stage;
import greenpair.program.introduction.Introduction.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Which list ranked a partner better, and which outcomes count.
class RankedOutcomeTest {
  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  private static final Instant LATER = START.plusSeconds(1000);
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final EntryId CITY = new EntryId("cn-jilin");
  private static final EntryId NEED = new EntryId("cn-jilin-n1");

  private static List<EntryId> ids(String... words) {
    return List.of(words).stream().map(EntryId::new).toList();
  }

  private static ShadowCycle.Recorded recorded(
      Instant made, List<EntryId> effective, List<EntryId> proposed) {
    return new ShadowCycle.Recorded(
        new ShadowCycle.Lists(Kind.FIRM, CITY, NEED, effective, proposed), "g", made);
  }

  private static final List<ShadowCycle.Recorded> LISTS =
      List.of(
          recorded(START, ids("a", "b", "c"), ids("b", "a", "d")),
          recorded(LATER, ids("a", "b"), ids("a", "b")));

  private static Introduction introduction(
      @Nullable EntryId need, String partner, Instant made, Instant decided, Stage... stages) {
    List<Step> steps =
        new ArrayList<>(List.of(new Step(Stage.INTRODUCED, DAY, null, "", new Stamp("Li", made))));
    for (Stage stage : stages) {
      String reason = stage == Stage.STOPPED ? "dear" : null;
      steps.add(new Step(stage, DAY, reason, "", new Stamp("Li", decided)));
    }
    return new Introduction(
        0,
        "of-" + partner,
        CITY,
        need,
        Kind.FIRM,
        new EntryId(partner),
        new Stamp("Li", made),
        steps);
  }

  private static List<RankedOutcome> ranked(Introduction... introductions) {
    return RankedOutcome.of(
        List.of(introductions),
        START,
        (kind, need) -> need.equals(NEED) ? LISTS : List.of(),
        (kind, id) -> new Text(id.value(), null));
  }

  private static RankedOutcome one(String partner, Stage... stages) {
    Instant made = START.plusSeconds(1);
    return ranked(introduction(NEED, partner, made, made.plusSeconds(9), stages)).getFirst();
  }

  @Test
  void contract_favoursTheListThatRanksItsPartnerHigher_aStopTheOther() {
    assertEquals(RankedOutcome.Better.PROPOSED, one("b", Stage.MET, Stage.CONTRACT).better());
    assertEquals(RankedOutcome.Better.EFFECTIVE, one("a", Stage.PILOT).better());
    assertEquals(RankedOutcome.Better.PROPOSED, one("a", Stage.MET, Stage.STOPPED).better());
    assertEquals(RankedOutcome.Better.EFFECTIVE, one("b", Stage.STOPPED).better());
    assertEquals(
        RankedOutcome.Better.EFFECTIVE, one("a", Stage.PILOT, Stage.STOPPED).better(), "a pilot");
  }

  @Test
  void partnerThatOneListLacks_isRankedBetterByTheOther() {
    RankedOutcome only = one("d", Stage.CONTRACT);
    assertNull(only.effective());
    assertEquals(3, only.proposed());
    assertEquals(RankedOutcome.Better.PROPOSED, only.better());
    assertEquals(RankedOutcome.Better.NEITHER, one("x", Stage.CONTRACT).better());
  }

  @Test
  void lists_areThoseOfTheDayOfTheIntroduction() {
    Instant after = LATER.plusSeconds(5);
    RankedOutcome outcome =
        ranked(introduction(NEED, "b", after, after, Stage.CONTRACT)).getFirst();
    assertEquals(RankedOutcome.Better.NEITHER, outcome.better());
    Instant before = START.minusSeconds(5);
    outcome = ranked(introduction(NEED, "b", before, after, Stage.CONTRACT)).getFirst();
    assertEquals(RankedOutcome.Better.PROPOSED, outcome.better(), "the first lists of the cycle");
  }

  @Test
  void outcomes_knownBeforeTheCycle_openOnes_andThoseWithoutANeed_areNotCounted() {
    Instant before = START.minusSeconds(5);
    assertEquals(List.of(), ranked(introduction(NEED, "b", before, before, Stage.CONTRACT)));
    assertEquals(List.of(), ranked(introduction(NEED, "b", LATER, LATER, Stage.MET)));
    assertEquals(List.of(), ranked(introduction(null, "b", LATER, LATER, Stage.CONTRACT)));
    EntryId other = new EntryId("cn-jilin-n2");
    assertEquals(List.of(), ranked(introduction(other, "b", LATER, LATER, Stage.CONTRACT)));
  }
}
