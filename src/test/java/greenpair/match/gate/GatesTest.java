package greenpair.match.gate;

import static greenpair.match.gate.Gating.GATES;
import static greenpair.match.gate.Gating.HERE;
import static greenpair.match.gate.Gating.OAKLAND;
import static greenpair.match.gate.Gating.gate;
import static greenpair.match.gate.Gating.gates;
import static greenpair.match.gate.Gating.verdict;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Seeded;
import greenpair.catalog.Deployment;
import greenpair.catalog.Firm;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Need;
import greenpair.catalog.Partner;
import greenpair.index.contract.Candidate;
import greenpair.match.AskMaker;
import greenpair.match.CaseMaker;
import greenpair.match.FirmMaker;
import greenpair.match.Given;
import greenpair.match.RandomPairings;
import greenpair.match.rank.Ranked;
import greenpair.match.rank.Ranker;
import greenpair.match.settings.MatchQuery;
import greenpair.match.settings.Verdict;
import greenpair.match.signal.NeedCandidatePair;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GatesTest {
  @Test
  void standing_goneFails_andPassesOnlyOnAYoungDatedSource() {
    int asOf = Given.query(HERE, Given.BUS).make().asOf();
    FirmMaker firm = Given.firm("f").status(Partner.Status.ACTIVE);
    assertEquals(Verdict.UNKNOWN, gates(firm.make()).get("alive"), "nobody dated it");
    assertEquals(Verdict.PASS, gates(firm.seen(String.valueOf(asOf - 3)).make()).get("alive"));
    assertEquals(Verdict.UNKNOWN, gates(firm.seen(String.valueOf(asOf - 4)).make()).get("alive"));
    assertEquals(Verdict.UNKNOWN, gates(firm.status(Partner.Status.ACQUIRED).make()).get("alive"));
    assertEquals(Verdict.FAIL, gates(firm.status(Partner.Status.BANKRUPT).make()).get("alive"));
    assertEquals(
        Verdict.UNKNOWN,
        gates(Given.firm("f").status(Partner.Status.UNCERTAIN).make()).get("alive"));
    assertEquals(
        Verdict.FAIL,
        gates(Given.financier("m").status(Partner.Status.CLOSED).make()).get("alive"));
  }

  @Test
  void latestSource_isTheLaterOfItsOwnAndItsNewestCase() {
    FirmMaker old = Given.firm("f").seen("2021-09-24");
    assertTrue(gate("alive", old.make()).because().best(Language.EN).contains("in 2021;"));
    Candidate busy = old.did(Given.done("d", HERE, Given.BUS).years(2020, 2022).make()).make();
    assertTrue(gate("alive", busy).because().best(Language.EN).contains("in 2022;"));
    assertEquals(Given.id("d"), gate("alive", busy).deployment(), "the source is that of the case");
    assertEquals(
        Given.PHRASES.say("gate.alive.unseen"),
        gate("alive", Given.financier("m").make()).because());
  }

  @Test
  void existence_isShownToTheYearOfTheSource_notOfAPlannedEnd() {
    int asOf = Given.query(HERE, Given.BUS).make().asOf();
    CaseMaker done = Given.done("d", HERE, Given.BUS).years(asOf - 6, asOf - 1);
    assertEquals(Verdict.PASS, gates(Given.firm("f").did(done.make()).make()).get("alive"));
    Gate alive = gate("alive", Given.firm("f").did(done.published(asOf - 5).make()).make());
    assertEquals(Verdict.UNKNOWN, alive.verdict());
    assertTrue(alive.because().best(Language.EN).contains("in " + (asOf - 5) + ";"));
  }

  @Test
  void existence_isNotShownByAPlanOrAnUncheckedCase() {
    CaseMaker plan =
        Given.done("plan", HERE, Given.BUS).years(2024, 2026).status(Deployment.Status.BUILDING);
    CaseMaker unchecked = Given.done("rumour", HERE, Given.BUS).years(2024, 2026).verified(false);
    Candidate firm = Given.firm("f").seen("2021").did(plan.make()).did(unchecked.make()).make();

    Gate alive = gate("alive", firm);

    assertEquals(Verdict.UNKNOWN, alive.verdict());
    assertTrue(alive.because().best(Language.EN).contains("in 2021;"));
    assertNull(alive.deployment());
  }

  @Test
  void unstatedMarket_ofAFirmThatWorkedInTheCountry_isNotCalledWithoutARecord() {
    FirmMaker firm = Given.firm("f");
    assertEquals(Given.PHRASES.say("gate.market.unknown"), gate("market", firm.make()).because());
    Gate market = gate("market", firm.did(Given.done("d", HERE, Given.BUS).make()).make());
    assertEquals(Verdict.UNKNOWN, market.verdict());
    assertEquals(Given.PHRASES.say("gate.market.worked"), market.because());
  }

  @Test
  void closedFromMemory_fails_andReportsIt() {
    FirmMaker closed = Given.firm("f").status(Partner.Status.CLOSED);
    assertEquals(Given.PHRASES.say("gate.alive.fail"), gate("alive", closed.make()).because());
    Gate reported = gate("alive", closed.statusVerified(false).make());
    assertEquals(Verdict.FAIL, reported.verdict());
    assertEquals(Given.PHRASES.say("gate.alive.fail_unverified"), reported.because());
  }

  @ParameterizedTest
  @CsvSource({"VENDOR, PASS", "DEVELOPER, PASS", "OPERATOR, FAIL", "ADVISER, FAIL"})
  void role_decidesWhetherItSells(Firm.Role role, Verdict verdict) {
    assertEquals(verdict, gates(Given.firm("f").role(role).make()).get("seller"));
  }

  @Test
  void adviser_sellsWhereTheNeedBuysAdvice() {
    Candidate adviser = Given.firm("f").role(Firm.Role.ADVISER).make();
    AskMaker design = Given.query(HERE, Given.BUS).purchase(List.of(Need.Good.DESIGN), null);
    assertEquals(Verdict.PASS, gates(design, adviser).get("seller"));
    AskMaker works = Given.query(HERE, Given.BUS).purchase(List.of(Need.Good.WORKS), null);
    assertEquals(Verdict.FAIL, gates(works, adviser).get("seller"));
  }

  @Test
  void roleUnknown_staysWithACaution() {
    assertEquals(Verdict.UNKNOWN, gates(Given.firm("f").role(null).make()).get("seller"));
  }

  @Test
  void tradeCaution_isShownForItsTechnologySellerAndBuyer_andNeverFails() {
    FirmMaker chinese = Given.firm("byd", Given.BUS).seat("CN", null);
    AskMaker buses = Given.query(OAKLAND, Given.BUS);
    assertEquals(Verdict.UNKNOWN, gates(buses, chinese.make()).get("procurement"));
    assertEquals(null, gates(Given.query(OAKLAND, "GRN.URB"), chinese.make()).get("procurement"));
    assertEquals(null, gates(Given.query(HERE, Given.BUS), chinese.make()).get("procurement"));
    assertEquals(
        null,
        gates(buses, Given.firm("gillig", Given.BUS).seat("US", null).make()).get("procurement"));
    assertEquals(null, gates(buses, Given.firm("x", Given.BUS).make()).get("procurement"));
  }

  @Seeded
  void gates_ofRandomPairings_haveReasonsInBothLanguages_andSoftOnesNeverFail(Random random) {
    RandomPairings draw = new RandomPairings(random);
    for (Kind kind : Kind.RANKED) {
      NeedCandidatePair pair =
          NeedCandidatePair.of(draw.query(), draw.candidate(kind, "x"), Given.RULES);
      for (Gate gate : GATES.of(pair)) {
        String en = String.valueOf(gate.because().en());
        String zh = String.valueOf(gate.because().zh());
        assertTrue(en.matches(".*[a-z].*") && !en.contains("{"), en);
        assertTrue(zh.codePoints().anyMatch(Character::isIdeographic) && !zh.contains("{"), zh);
        boolean soft =
            List.of("procurement", "membership", "instrument").contains(gate.gate().word());
        assertTrue(!soft || gate.verdict() != Verdict.FAIL, gate::toString);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Verdict.class)
  void gate_changesNoScore(Verdict verdict) {
    // No signal reads the role.
    Firm.Role role =
        switch (verdict) {
          case PASS -> Firm.Role.VENDOR;
          case FAIL -> Firm.Role.OPERATOR;
          case UNKNOWN -> null;
        };
    Ranker ranker = new Ranker(Given.RULES, Given.PHRASES);
    MatchQuery query = Given.query(HERE, Given.BUS).make();
    Ranked ranked = ranker.score(query, Given.firm("f", Given.BUS).role(role).make());
    Ranked vendor = ranker.score(query, Given.firm("f", Given.BUS).make());
    assertEquals(vendor.score(), ranked.score());
    assertEquals(verdict != Verdict.FAIL, ranked.passes());
    assertEquals(verdict == Verdict.FAIL, ranked.fails(Gate.Name.SELLER));
  }
}
