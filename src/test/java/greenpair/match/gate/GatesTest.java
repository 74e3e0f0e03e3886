package greenpair.match.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Seeded;
import greenpair.catalog.Attributes;
import greenpair.catalog.Entry;
import greenpair.catalog.Firm;
import greenpair.catalog.Kind;
import greenpair.catalog.Market;
import greenpair.catalog.Money;
import greenpair.catalog.Need;
import greenpair.catalog.PartialDate;
import greenpair.catalog.Partner;
import greenpair.catalog.Profile;
import greenpair.catalog.Provenance;
import greenpair.catalog.Text;
import greenpair.index.query.Candidate;
import greenpair.index.query.CityTraits;
import greenpair.match.Given;
import greenpair.match.RandomPairings;
import greenpair.match.rank.Ranked;
import greenpair.match.rank.Ranker;
import greenpair.match.rules.Ask;
import greenpair.match.rules.Verdict;
import greenpair.match.signal.Pairing;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GatesTest {
  private static final Gates GATES = new Gates(Given.RULES.eligibility(), Given.PHRASES);
  private static final CityTraits HERE = Given.city("cn-chengdu").region("CN-SC").make();
  private static final CityTraits OAKLAND =
      Given.city("us-ca-oakland").country("US").region("US-CA").make();

  private static Map<String, Verdict> gates(Given.AskMaker ask, Candidate candidate) {
    return GATES.of(Pairing.of(ask.make(), candidate, Given.RULES)).stream()
        .collect(Collectors.toMap(Gate::gate, Gate::verdict, (a, b) -> a == Verdict.FAIL ? a : b));
  }

  private static Map<String, Verdict> gates(Candidate candidate) {
    return gates(Given.ask(HERE, Given.BUS), candidate);
  }

  private static Gate gate(String name, Candidate candidate) {
    return GATES.of(Pairing.of(Given.ask(HERE, Given.BUS).make(), candidate, Given.RULES)).stream()
        .filter(each -> each.gate().equals(name))
        .findFirst()
        .orElseThrow();
  }

  // alive and seller

  @Test
  void standing_goneFails_andPassesOnlyOnAYoungDatedSource() {
    int asOf = Given.ask(HERE, Given.BUS).make().asOf();
    Given.FirmMaker firm = Given.firm("f").status(Partner.Status.ACTIVE);
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
  void closedFromMemory_fails_andReportsIt() {
    Given.FirmMaker closed = Given.firm("f").status(Partner.Status.CLOSED);
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
  void roleUnknown_staysWithACaution() {
    assertEquals(Verdict.UNKNOWN, gates(Given.firm("f").role(null).make()).get("seller"));
  }

  @Test
  void shownGate_citesTheNewestCheckedSourceOfItsOwnField() {
    Provenance existence = new Provenance("a", null, null, true, null);
    Provenance old =
        new Provenance("b", null, "B", PartialDate.of("2021"), null, true, null, List.of("status"));
    Provenance fresh =
        new Provenance(
            "c", null, "C", PartialDate.of("2025-04"), null, true, null, List.of("status"));
    Profile profile =
        new Profile(
            Given.id("m"),
            new Text("M", null),
            null,
            List.of(),
            List.of(existence, old, fresh),
            java.util.Set.of());
    Entry firm = new greenpair.catalog.Firm(profile, Partner.UNKNOWN, null, null);
    Provenance alive =
        java.util.Objects.requireNonNull(
            new Gate("alive", Verdict.PASS, new Text("It is.", null)).from(firm).source());
    assertEquals("c", alive.source());
    assertEquals(PartialDate.of("2025-04"), alive.published());
    Provenance market =
        java.util.Objects.requireNonNull(
            new Gate("market", Verdict.PASS, new Text("It does.", null)).from(firm).source());
    assertEquals("a", market.source());
  }

  @Test
  void shownGate_namesTheFirstCheckedSource_andWhetherTheFactWasChecked() {
    Provenance remembered = new Provenance("memory", null, null, false, null);
    LocalDate day = LocalDate.of(2026, 1, 2);
    Provenance register = new Provenance("a register", "7", day, true, "all of it");
    Profile profile =
        new Profile(
            Given.id("m"),
            new Text("M", null),
            null,
            Given.codes(Given.BUS),
            List.of(remembered, register),
            java.util.Set.of("market"));
    Entry need = new Need(profile, Given.id("cn-chengdu"), List.of(), null, null, Attributes.NONE);
    Gate alive = new Gate("alive", Verdict.PASS, new Text("It is.", null)).from(need);
    assertEquals(new Provenance("a register", "7", day, true, null), alive.source());
    Gate market = new Gate("market", Verdict.PASS, new Text("It does.", null)).from(need);
    assertEquals(new Provenance("a register", "7", day, false, null), market.source());
  }

  @Test
  void tradeCaution_keepsTheSourceOfItsRule() {
    Candidate byd = Given.firm("byd", Given.BUS).seat("CN", null).make();
    Gate trade =
        GATES.of(Pairing.of(Given.ask(OAKLAND, Given.BUS).make(), byd, Given.RULES)).stream()
            .filter(each -> each.gate().equals("trade"))
            .findFirst()
            .orElseThrow();
    assertEquals(Verdict.UNKNOWN, trade.verdict());
    Provenance source = java.util.Objects.requireNonNull(trade.source());
    assertTrue(source.source().startsWith("https://transit.dot.gov/"), source::toString);
    assertEquals("in force since 2021-12-20", source.note());
  }

  // market

  private static Verdict covers(List<String> in, List<String> unclear, List<String> never) {
    return Given.RULES.eligibility().covers(new Market(in, unclear, never), HERE);
  }

  @ParameterizedTest
  @CsvSource({"cn-chengdu", "CN-SC", "CN", "ODA", "WORLD"})
  void market_ofAnyLevel_covers(String place) {
    assertEquals(Verdict.PASS, covers(List.of(place), List.of(), List.of()));
    assertEquals(Verdict.UNKNOWN, covers(List.of(), List.of(place), List.of()));
    assertEquals(Verdict.FAIL, covers(List.of("CN-JL"), List.of(), List.of(place)));
  }

  @Test
  void moreExactName_decides() {
    List<String> exactFirst = List.of("cn-chengdu", "CN-SC", "CN", "ODA");
    for (int exact = 0; exact < exactFirst.size(); exact++) {
      for (int wide = exact + 1; wide < exactFirst.size(); wide++) {
        List<String> near = List.of(exactFirst.get(exact));
        List<String> far = List.of(exactFirst.get(wide));
        assertEquals(Verdict.PASS, covers(near, far, List.of()), near + " " + far);
        assertEquals(Verdict.PASS, covers(near, List.of(), far), near + " " + far);
        assertEquals(Verdict.FAIL, covers(far, List.of(), near), near + " " + far);
        assertEquals(Verdict.UNKNOWN, covers(far, near, List.of()), near + " " + far);
        assertEquals(Verdict.UNKNOWN, covers(List.of(), near, far), near + " " + far);
        assertEquals(Verdict.FAIL, covers(List.of(), far, near), near + " " + far);
      }
    }
  }

  @Test
  void sameName_inSeveralLists_neverGoesBeforeInBeforeUnclear() {
    List<String> china = List.of("CN");
    assertEquals(Verdict.FAIL, covers(china, china, china));
    assertEquals(Verdict.PASS, covers(china, china, List.of()));
  }

  @Test
  void marketsElsewhere_fail_butWithoutStatedOnesNobodyKnows() {
    assertEquals(Verdict.FAIL, covers(List.of("US"), List.of(), List.of()));
    assertEquals(Verdict.UNKNOWN, covers(List.of(), List.of("US"), List.of()));
    assertEquals(Verdict.UNKNOWN, covers(List.of(), List.of(), List.of("US")));
  }

  @Test
  void marketOfAnotherCityOrRegion_doesNotCover() {
    assertEquals(Verdict.FAIL, covers(List.of("cn-chongqing", "CN-S"), List.of(), List.of()));
    assertEquals(
        Verdict.FAIL,
        Given.RULES
            .eligibility()
            .covers(new Market(List.of("ODA"), List.of(), List.of()), OAKLAND));
  }

  @Test
  void marketUnstated_isUnknown() {
    assertEquals(Verdict.UNKNOWN, gates(Given.firm("f").make()).get("market"));
    assertEquals(Verdict.UNKNOWN, gates(Given.financier("m").make()).get("market"));
  }

  // borrower

  private static Verdict borrower(Given.AskMaker ask, String... borrowers) {
    Verdict verdict = gates(ask, Given.financier("m").borrowers(borrowers).make()).get("borrower");
    return java.util.Objects.requireNonNull(verdict);
  }

  @Test
  void city_mayApplyWhereCitiesMay() {
    assertEquals(Verdict.PASS, borrower(Given.ask(HERE, Given.LED), "port", "city"));
  }

  @Test
  void specialApplicant_passesByTechnologyOrWord_elseFails() {
    assertEquals(Verdict.PASS, borrower(Given.ask(HERE, "TRN.FRT.SHP"), "port"));
    assertEquals(Verdict.PASS, borrower(Given.ask(HERE, Given.BUS).text("Port trucks"), "port"));
    assertEquals(Verdict.PASS, borrower(Given.ask(HERE, Given.BUS).text("港口集卡"), "port"));
    assertEquals(Verdict.FAIL, borrower(Given.ask(HERE, Given.BUS), "port"));
    assertEquals(
        Verdict.FAIL, borrower(Given.ask(HERE, Given.BUS).text("public transport"), "port"));
    assertEquals(
        Verdict.PASS, borrower(Given.ask(HERE, Given.BUS).text("Airport buses"), "airport"));
    assertEquals(Verdict.FAIL, borrower(Given.ask(HERE, Given.BUS).text("Airport"), "port"));
  }

  @Test
  void otherApplicants_mayConcernTheNeed() {
    assertEquals(Verdict.UNKNOWN, borrower(Given.ask(HERE, Given.BUS), "household"));
    assertEquals(Verdict.UNKNOWN, borrower(Given.ask(HERE, Given.BUS), "port", "household"));
  }

  @Test
  void borrowersUnstated_isNoGate() {
    assertEquals(null, gates(Given.financier("m").make()).get("borrower"));
  }

  // membership, instrument, ticket, stage

  @Test
  void membership_passesOrIsUnknown_neverFails() {
    Candidate fund = Given.financier("m").memberships("C40").make();
    CityTraits member = Given.city("here").member("C40").make();
    assertEquals(Verdict.UNKNOWN, gates(fund).get("membership"));
    assertEquals(Verdict.PASS, gates(Given.ask(member, Given.BUS), fund).get("membership"));
    assertTrue(String.valueOf(gate("membership", fund).because().en()).contains("C40"));
  }

  @Test
  void instrument_passesOrIsUnknown_neverFails() {
    Given.AskMaker ask = Given.ask(HERE, Given.BUS).instruments("FIN.LSE");
    assertEquals(
        Verdict.PASS,
        gates(ask, Given.financier("m").instruments("FIN.PPA", "FIN.LSE").make())
            .get("instrument"));
    assertEquals(
        Verdict.UNKNOWN,
        gates(ask, Given.financier("m").instruments("FIN.PPA").make()).get("instrument"));
    assertEquals(null, gates(ask, Given.financier("m").make()).get("instrument"));
    assertEquals(null, gates(Given.financier("m").instruments("FIN.PPA").make()).get("instrument"));
  }

  @ParameterizedTest
  @CsvSource({
    "10, PASS",
    "100, PASS",
    "9.99, UNKNOWN",
    "1.01, UNKNOWN",
    "1, FAIL",
    "999, UNKNOWN",
    "1000, FAIL",
    "0, FAIL"
  })
  void ticket_tenTimesOutside_fails(double budget, Verdict verdict) {
    Given.AskMaker ask = Given.ask(HERE, Given.BUS).budget(new Money(budget, budget, "USD"));
    assertEquals(
        verdict,
        gates(ask, Given.financier("m").ticket(new Money(10.0, 100.0, "USD")).make())
            .get("ticket"));
  }

  @Test
  void ticketOfOtherCurrency_isNoGate() {
    Given.AskMaker ask = Given.ask(HERE, Given.BUS).budget(new Money(1.0, 1.0, "CNY"));
    assertEquals(
        null,
        gates(ask, Given.financier("m").ticket(new Money(10.0, 100.0, "USD")).make())
            .get("ticket"));
  }

  @ParameterizedTest
  @CsvSource({
    "FTY.PPF, IDEA, PASS",
    "FTY.PPF, CONSTRUCTION, FAIL",
    "FTY.LSG, TENDER, PASS",
    "FTY.LSG, IDEA, FAIL",
    "FTY.XXX, IDEA, UNKNOWN"
  })
  void stage_isAskedByTypeOfFinancier(String type, Need.Stage stage, Verdict verdict) {
    assertEquals(
        verdict,
        gates(Given.ask(HERE, Given.BUS).stage(stage), Given.financier("m").type(type).make())
            .get("stage"));
  }

  @Test
  void stageUnknown_isNoGate() {
    assertEquals(null, gates(Given.financier("m").type("FTY.LSG").make()).get("stage"));
    assertEquals(
        null,
        gates(Given.ask(HERE, Given.BUS).stage(Need.Stage.IDEA), Given.financier("m").make())
            .get("stage"));
  }

  // trade

  @Test
  void tradeCaution_isShownForItsTechnologySellerAndBuyer_andNeverFails() {
    Given.FirmMaker chinese = Given.firm("byd", Given.BUS).seat("CN", null);
    Given.AskMaker buses = Given.ask(OAKLAND, Given.BUS);
    assertEquals(Verdict.UNKNOWN, gates(buses, chinese.make()).get("trade"));
    assertEquals(null, gates(Given.ask(OAKLAND, "GRN.URB"), chinese.make()).get("trade"));
    assertEquals(null, gates(Given.ask(HERE, Given.BUS), chinese.make()).get("trade"));
    assertEquals(
        null, gates(buses, Given.firm("gillig", Given.BUS).seat("US", null).make()).get("trade"));
    assertEquals(null, gates(buses, Given.firm("x", Given.BUS).make()).get("trade"));
  }

  @Seeded(runs = 500)
  void gates_ofRandomPairings_haveReasonsInBothLanguages_andSoftOnesNeverFail(Random random) {
    RandomPairings draw = new RandomPairings(random);
    for (Kind kind : Kind.RANKED) {
      Pairing pairing = Pairing.of(draw.ask(), draw.candidate(kind, "x"), Given.RULES);
      for (Gate gate : GATES.of(pairing)) {
        String en = String.valueOf(gate.because().en());
        String zh = String.valueOf(gate.because().zh());
        assertTrue(en.matches(".*[a-z].*") && !en.contains("{"), en);
        assertTrue(zh.codePoints().anyMatch(Character::isIdeographic) && !zh.contains("{"), zh);
        boolean soft = List.of("trade", "membership", "instrument").contains(gate.gate());
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
    Ask ask = Given.ask(HERE, Given.BUS).make();
    Ranked ranked = ranker.score(Kind.FIRM, ask, Given.firm("f", Given.BUS).role(role).make());
    Ranked vendor = ranker.score(Kind.FIRM, ask, Given.firm("f", Given.BUS).make());
    assertEquals(vendor.score(), ranked.score());
    assertEquals(verdict != Verdict.FAIL, ranked.passes());
    assertEquals(verdict == Verdict.FAIL, ranked.fails("seller"));
  }

  @Test
  void venture_investsInCompanies_soNoCityMayApply() {
    Given.FinancierMaker fund = Given.financier("v", Given.BUS).type("FTY.VCF");
    assertEquals(Verdict.FAIL, verdict("borrower", Given.ask(HERE, Given.BUS), fund.make()));
    fund.borrowers("city");
    assertEquals(Verdict.FAIL, verdict("borrower", Given.ask(HERE, Given.BUS), fund.make()));
  }

  @Test
  void lenderToOwners_isCautionedForACity_notForOwners() {
    Candidate lender =
        Given.financier("l", Given.BUS)
            .borrowers("property_owner")
            .ticket(new Money(null, 37_500.0, "USD"))
            .make();
    assertEquals(Verdict.UNKNOWN, verdict("ticket", Given.ask(HERE, Given.BUS), lender));
    Given.AskMaker owners = Given.ask(HERE, Given.BUS).text("rooftop solar for owners");
    assertEquals(null, verdict("ticket", owners, lender));
  }

  @Test
  void preparationFacility_ofANeedWithoutAStage_saysThatItDoesNotPayForBuilding() {
    Candidate fund = Given.financier("f", Given.BUS).type("FTY.FND").make();
    assertEquals(Verdict.UNKNOWN, verdict("stage", Given.ask(HERE, Given.BUS), fund));
    Candidate bank = Given.financier("b", Given.BUS).type("FTY.COM").make();
    assertEquals(null, verdict("stage", Given.ask(HERE, Given.BUS), bank));
  }

  private static @Nullable Verdict verdict(String name, Given.AskMaker ask, Candidate candidate) {
    return GATES.of(Pairing.of(ask.make(), candidate, Given.RULES)).stream()
        .filter(gate -> gate.gate().equals(name))
        .map(Gate::verdict)
        .findFirst()
        .orElse(null);
  }
}
