package greenpair.match.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Seeded;
import greenpair.catalog.Deployment;
import greenpair.catalog.Deployment.Role;
import greenpair.catalog.Deployment.Success;
import greenpair.catalog.Grade;
import greenpair.catalog.Need;
import greenpair.catalog.Partner;
import greenpair.catalog.Text;
import greenpair.catalog.value.Attributes;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Precedent;
import greenpair.match.AskMaker;
import greenpair.match.CaseMaker;
import greenpair.match.FinancierMaker;
import greenpair.match.FirmMaker;
import greenpair.match.Given;
import greenpair.match.rank.Ranked;
import greenpair.match.rank.Ranker;
import greenpair.match.settings.MatchQuery;
import greenpair.match.settings.RankingSettings;
import greenpair.match.settings.Side;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a case proves for a firm by its own part, its size, its age and the distance of its city.
class OwnPartTest {
  private static final CityTraits HERE = Given.city("here").make();
  private static final CityTraits THERE = Given.city("there").make();
  private static final RankingSettings RANKING = Given.RULES.ranking();

  private static AskMaker buses() {
    return Given.query(HERE, Given.BUS);
  }

  private static CaseMaker done() {
    return Given.done("d", THERE, Given.BUS);
  }

  private static FirmMaker firm() {
    return Given.firm("f", Given.BUS).roles();
  }

  private static FirmMaker maker() {
    return Given.firm("f", Given.BUS).roles(Role.MAKER);
  }

  private static WeighedCase weigh(AskMaker query, FirmMaker firm, CaseMaker done) {
    return WeighedCase.weigh(firm.did(done.make()).make(), query.make(), Given.RULES).getFirst();
  }

  private static double weight(@Nullable Success result) {
    return weigh(buses(), firm(), done().part("f", Role.MAKER, result)).weight();
  }

  private static Ranked rank(AskMaker query, FirmMaker firm) {
    return new Ranker(Given.RULES, Given.PHRASES).score(query.make(), firm.make());
  }

  @Test
  void result_ofTheOwnPart_ordersProof() {
    assertTrue(weight(Success.GOOD) > weight(null));
    assertTrue(weight(null) > weight(Success.MIXED));
    assertTrue(weight(Success.MIXED) > 0);
    assertEquals(0, weight(Success.POOR));
    assertEquals(0, weight(Success.STOPPED));
  }

  @Test
  void poorPart_countsAgainst_likeAFailure() {
    double failed = weigh(buses(), firm(), done().status(Deployment.Status.FAILED)).against();
    for (Success each : List.of(Success.POOR, Success.STOPPED)) {
      WeighedCase own = weigh(buses(), firm(), done().part("f", Role.MAKER, each));
      assertEquals(failed, own.against());
    }
    assertEquals(0, weigh(buses(), firm(), done().part("f", Role.MAKER, Success.MIXED)).against());
  }

  @Test
  void failureOfOthers_doesNotCountAgainstWhoseOwnPartWentWell() {
    CaseMaker failed = done().status(Deployment.Status.FAILED);
    assertEquals(0, weigh(buses(), firm(), failed.part("f", Role.MAKER, Success.GOOD)).against());
  }

  @Test
  void byProduct_isNoHeadlineOfASolution() {
    Precedent main = Given.done("d", THERE, Given.BUS, Given.LED).make();
    Precedent by = Given.done("d", THERE, Given.LED, Given.BUS).make();
    assertEquals(Set.of(), WeighedCase.of(main, buses().make(), Given.RULES).background());
    assertEquals(
        Set.of(Background.OTHER_TECHNOLOGY),
        WeighedCase.of(by, buses().make(), Given.RULES).background());
  }

  @Test
  void caseWithSeveralMakers_provesEachByItsOwnPart() {
    Precedent test =
        done().part("won", Role.MAKER, Success.GOOD).part("lost", Role.MAKER, Success.POOR).make();
    assertTrue(rank(buses(), Given.firm("won", Given.BUS).roles().did(test)).isProven());
    assertFalse(rank(buses(), Given.firm("lost", Given.BUS).roles().did(test)).isProven());
    assertFalse(rank(buses(), Given.firm("other", Given.BUS).roles().did(test)).isProven());
  }

  @Test
  void caseWithSeveralProducts_provesEachByItsOwn() {
    Precedent depot =
        Given.done("d", THERE, Given.BUS, Given.LED)
            .part("bus", Role.MAKER, null, Given.BUS)
            .part("light", Role.MAKER, null, Given.LED)
            .make();
    assertTrue(rank(buses(), Given.firm("bus", Given.BUS, Given.LED).did(depot)).isProven());
    assertFalse(rank(buses(), Given.firm("light", Given.BUS, Given.LED).did(depot)).isProven());
  }

  @Test
  void unknownResult_besideThatOfAnother_provesLess() {
    double alone = weigh(buses(), firm(), done().part("f", Role.MAKER, null)).weight();
    double beside =
        weigh(
                buses(),
                firm(),
                done().part("f", Role.MAKER, null).part("g", Role.MAKER, Success.GOOD))
            .weight();
    assertEquals(RANKING.cases().unknownResult() * alone, beside, 1e-12);
  }

  @Test
  void noGoodResult_keepsAShareOfTheScore_forNeedsOfTheCatalog() {
    AskMaker need = buses().purchase(List.of(), null);
    for (Success each : new Success[] {Success.GOOD, Success.MIXED, null}) {
      Ranked of = rank(need, maker().did(done().part("f", Role.MAKER, each).make()));
      double share = each == Success.GOOD ? 1 : RANKING.cases().unknownShare();
      assertEquals(share, sum(of), 1e-9);
      assertEquals(share * harmonic(of), of.score(), 1e-5);
    }
  }

  @Test
  void financierInDoubtOrWithoutACaseInTheField_keepsAShareOfTheScore() {
    MatchQuery need = buses().purchase(List.of(), null).make();
    double doubt = RANKING.cases().unknownShare();
    double other = RANKING.cases().newField();
    assertEquals(1, share(need, Given.BUS, null), 1e-9);
    assertEquals(1, share(need, Given.HYDROGEN_BUS, null), 1e-9);
    assertEquals(other, share(need, Given.LED, null), 1e-9);
    assertEquals(doubt, share(need, Given.BUS, Partner.Status.UNCERTAIN), 1e-9);
    assertEquals(doubt * other, share(need, Given.LED, Partner.Status.UNCERTAIN), 1e-9);
  }

  /// Who asks for a loan is not served first by a grant.
  @Test
  void financierWithOtherInstruments_keepsAShareOfTheScore() {
    MatchQuery loan = buses().purchase(List.of(), null).instruments("FIN.LON").make();
    for (String each : List.of("FIN.LON", "FIN.GRT")) {
      FinancierMaker lender =
          Given.financier("l", Given.BUS)
              .instruments(each)
              .did(Given.done("d", THERE, Given.BUS).make());
      double share = each.equals("FIN.LON") ? 1 : RANKING.cases().otherInstrument();
      Ranker ranker = new Ranker(Given.RULES, Given.PHRASES);
      assertEquals(share, sum(ranker.score(loan, lender.make())), 1e-9);
    }
  }

  private static double share(MatchQuery need, String did, Partner.@Nullable Status status) {
    FinancierMaker lender =
        Given.financier("l", Given.BUS).status(status).did(Given.done("d", THERE, did).make());
    Ranker ranker = new Ranker(Given.RULES, Given.PHRASES);
    return sum(ranker.score(need, lender.make()));
  }

  private static double sum(Ranked of) {
    return of.pair().weights(Side.CITY).values().stream().mapToDouble(each -> each).sum();
  }

  /// The score of the same readings if the weights of each side summed to 1.
  private static double harmonic(Ranked of) {
    double share = sum(of);
    double city = Objects.requireNonNull(of.explanation().city()) / share;
    double partner = Objects.requireNonNull(of.explanation().partner()) / share;
    return 2 * city * partner / (city + partner);
  }

  @Test
  void unknownRole_provesLessThanOneThatDelivers() {
    double known = weigh(buses(), firm(), done().part("f", Role.MAKER, null)).weight();
    assertEquals(
        RANKING.cases().unknownRole() * known, weigh(buses(), firm(), done()).weight(), 1e-12);
    assertEquals(known, weigh(buses(), maker(), done()).weight());
    assertEquals(Set.of(Background.UNKNOWN_ROLE), weigh(buses(), firm(), done()).background());
    assertTrue(rank(buses(), maker().did(done().make())).isProven());
    assertFalse(rank(buses(), firm().did(done().make())).isProven());
  }

  @Test
  void roleThatCannotDeliver_isNoProof_andIsListedApart() {
    CaseMaker evaluated = done().part("f", Role.EVALUATOR, Success.GOOD);
    Ranked ranked = rank(buses(), firm().did(evaluated.make()));
    assertFalse(ranked.isProven());
    assertTrue(ranked.onlyTookPart());
    AskMaker design = buses().purchase(List.of(Need.Good.DESIGN), null);
    assertFalse(rank(design, firm().did(done().part("f", Role.MAKER, null).make())).isProven());
    assertTrue(rank(design, firm().did(done().part("f", Role.DESIGNER, null).make())).isProven());
  }

  @Test
  void size_countsOnALogScale_andMuchSmallerIsBackground() {
    AskMaker query =
        buses().purchase(List.of(), new Deployment.Quantity(1000, new Text("buses", null)));
    double whole = weigh(query, firm(), done().quantity(1000, "articulated buses")).weight();
    assertEquals(whole, weigh(query, firm(), done().quantity(5000, "buses ordered")).weight());
    assertEquals(whole / 2, weigh(query, firm(), done().quantity(100, "buses")).weight(), 1e-12);
    WeighedCase small = weigh(query, maker(), done().quantity(9, "trucks"));
    assertEquals(0.009, small.size());
    assertEquals(Set.of(Background.TOO_SMALL), small.background());
    double unlike = weigh(query, firm(), done().quantity(9, "MW (up to)")).weight();
    assertEquals(RANKING.sizes().unknown() * whole, unlike, 1e-12);
    for (CaseMaker done : List.of(done(), done().quantity(9, "MW"))) {
      assertEquals(Set.of(Background.UNKNOWN_SIZE), weigh(query, maker(), done).background());
    }
    assertEquals(Set.of(), weigh(buses(), maker(), done()).background());
  }

  @Test
  void units_areConverted() {
    AskMaker query = buses().purchase(List.of(), new Deployment.Quantity(3, new Text("GW", null)));
    Double size = weigh(query, firm(), done().quantity(300_000, "kW of panels")).size();
    assertEquals(0.1, Objects.requireNonNull(size), 1e-12);
    assertEquals(null, weigh(query, firm(), done().quantity(3, "GWh")).size());
  }

  @Test
  void oldPlannedAndWideCases_areBackground() {
    int oldest = RANKING.headline().oldest();
    assertEquals(Set.of(), background(done().years(null, Given.NOW - oldest + 1)));
    assertEquals(Set.of(Background.OLD), background(done().years(null, Given.NOW - oldest)));
    assertEquals(Set.of(Background.PLANNED), background(done().years(null, Given.NOW + 1)));
    assertEquals(Set.of(Background.PROGRAMME), background(done().programme()));
    assertEquals(Set.of(Background.CLOSED), background(done().status(Deployment.Status.CLOSED)));
    assertFalse(rank(buses(), maker().did(done().programme().make())).isProven());
  }

  @Test
  void trialsBareClaimsAndFailures_areBackground() {
    assertEquals(Set.of(Background.TRIAL), background(done().quantity(2, "buses ordered")));
    assertEquals(Set.of(), background(done().quantity(3, "buses ordered")));
    assertEquals(Set.of(Background.UNMEASURED), background(done().grade(Grade.C)));
    assertEquals(Set.of(), background(done().grade(Grade.C).quantity(9, "MW")));
    assertEquals(
        Set.of(Background.WENT_WRONG), background(done().part("f", Role.MAKER, Success.POOR)));
    AskMaker two = buses().purchase(List.of(), new Deployment.Quantity(2, new Text("buses", null)));
    assertEquals(Set.of(), weigh(two, maker(), done().quantity(2, "buses")).background());
  }

  @Test
  void worstCase_isOneOfTheOwnPart() {
    for (Success each : Success.values()) {
      CaseMaker failed = done().status(Deployment.Status.FAILED).part("f", Role.MAKER, each);
      assertEquals(
          each != Success.GOOD, rank(buses(), maker().did(failed.make())).worst().isPresent());
    }
    CaseMaker ofOthers =
        done().status(Deployment.Status.FAILED).part("g", Role.MAKER, Success.POOR);
    assertTrue(rank(buses(), maker().did(ofOthers.make())).worst().isEmpty());
  }

  @Test
  void partThatWentOnlyPartlyWell_provesNobody() {
    CaseMaker mixed = done().part("f", Role.MAKER, Success.MIXED);
    assertFalse(rank(buses(), maker().did(mixed.make())).isProven());
    Precedent good = Given.done("e", THERE, Given.BUS).part("f", Role.MAKER, Success.GOOD).make();
    assertTrue(rank(buses(), maker().did(mixed.make(), good)).isProven());
  }

  @Test
  void unknownResult_provesNobodyWhoseOtherPartWentBadly() {
    Precedent silent = done().part("f", Role.MAKER, null).make();
    Precedent bad = Given.done("e", THERE, Given.BUS).part("f", Role.MAKER, Success.POOR).make();
    assertTrue(rank(buses(), maker().did(silent)).isProven());
    assertFalse(rank(buses(), maker().did(silent, bad)).isProven());
    assertEquals(1, rank(buses(), maker().did(silent, bad)).badCases());
    Precedent good = Given.done("g", THERE, Given.BUS).part("f", Role.MAKER, Success.GOOD).make();
    assertTrue(rank(buses(), maker().did(silent, bad, good)).isProven());
  }

  /// Who develops for its own account does not build for others, but sells the energy.
  @Test
  void developer_deliversEnergy_butNoWorks() {
    Precedent plant = done().part("f", Role.DEVELOPER, Success.GOOD).make();
    AskMaker works = buses().purchase(List.of(Need.Good.WORKS, Need.Good.PRODUCT), null);
    assertFalse(rank(works, firm().did(plant)).isProven());
    AskMaker service = buses().purchase(List.of(Need.Good.ENERGY_SERVICE), null);
    assertTrue(rank(service, firm().did(plant)).isProven());
  }

  /// A reader asks when it was, and who does the other two thirds; lamps and waste are bought apart
  /// from buses.
  @Test
  void undatedCase_orAThirdOfTheNeed_provesNobody() {
    List<Need.Good> vehicles = List.of(Need.Good.PRODUCT);
    CaseMaker good = done().part("f", Role.MAKER, Success.GOOD);
    assertTrue(rank(buses().purchase(vehicles, null), firm().did(good.make())).isProven());
    AskMaker more = Given.query(HERE, Given.BUS, Given.LED).purchase(vehicles, null);
    assertTrue(rank(more, firm().did(good.make())).isProven());
    AskMaker most =
        Given.query(HERE, Given.BUS, "TRN.EV.CHG", "TRN.ACT.BKS").purchase(vehicles, null);
    assertFalse(rank(most, firm().did(good.make())).isProven());
    AskMaker apart = Given.query(HERE, Given.BUS, Given.LED, "WST.ORG.AD").purchase(vehicles, null);
    assertTrue(rank(apart, firm().did(good.make())).isProven());
    Precedent undated = good.years(null, null).make();
    assertFalse(rank(buses().purchase(vehicles, null), firm().did(undated)).isProven());
  }

  /// What a reason would state as 60% is not less than 60%.
  @Test
  void likeness_isComparedAsItIsStated() {
    assertTrue(RANKING.headline().isAlike(0.598));
    assertFalse(RANKING.headline().isAlike(0.594));
  }

  @Test
  void contractInThisCity_makesAnIncumbent() {
    for (Deployment.Status each : List.of(Deployment.Status.APPROVED, Deployment.Status.BUILDING)) {
      Precedent let = Given.done("d", HERE, Given.BUS).grade(Grade.D).status(each).make();
      assertTrue(rank(buses(), maker().did(let)).isIncumbent());
    }
    Precedent plan =
        Given.done("d", HERE, Given.BUS).grade(Grade.D).status(Deployment.Status.PLANNED).make();
    assertFalse(rank(buses(), maker().did(plan)).isIncumbent());
  }

  /// One bus of a fleet of two makers proves one bus.
  @Test
  void size_isThatOfTheOwnPart() {
    AskMaker query =
        buses().purchase(List.of(), new Deployment.Quantity(50, new Text("buses", null)));
    CaseMaker fleet =
        done().quantity(100, "buses").figure("f", Role.MAKER, new Attributes.Size(1, "bus"));
    WeighedCase own = weigh(query, maker(), fleet);
    assertEquals(0.02, own.size());
    assertEquals(Set.of(Background.TOO_SMALL, Background.TRIAL), own.background());
    assertEquals(2, weigh(query, Given.firm("g", Given.BUS), fleet).size());
  }

  @Test
  void caseWithoutResult_provesOnlyWhoOffersAllThatIsAsked() {
    AskMaker both = Given.query(HERE, Given.BUS, Given.LED);
    assertTrue(rank(buses(), maker().did(done().make())).isProven());
    assertFalse(rank(both, maker().did(done().make())).isProven());
    FirmMaker all = Given.firm("f", Given.BUS, Given.LED).roles(Role.MAKER);
    assertTrue(rank(both, all.did(done().make())).isProven());
    CaseMaker good = done().part("f", Role.MAKER, Success.GOOD);
    assertTrue(rank(both, maker().did(good.make())).isProven());
    CaseMaker claim = done().grade(Grade.C).quantity(9, "buses");
    assertTrue(rank(buses(), maker().did(claim.make())).isProven());
  }

  private static Set<Background> background(CaseMaker done) {
    return weigh(buses(), maker(), done).background();
  }

  @Test
  void firmThatLacksTheFirstDemand_isNotProven() {
    AskMaker both = Given.query(HERE, Given.LED, Given.BUS);
    assertFalse(rank(both, maker().did(done().make())).isProven());
    Precedent good = done().part("f", Role.MAKER, Success.GOOD).make();
    assertFalse(rank(both, maker().did(good)).isProven());
    assertTrue(rank(Given.query(HERE, Given.BUS, Given.LED), maker().did(good)).isProven());
    assertEquals(Given.codes(Given.LED), rank(both, maker().did(done().make())).wanted(false));
  }

  @Seeded
  void weight_isAShare_andABetterResultNeverProvesLess(Random random) {
    Role role = List.of(Role.values()).get(random.nextInt(Role.values().length));
    double least = 1;
    for (@Nullable Success each :
        java.util.Arrays.asList(Success.GOOD, null, Success.MIXED, Success.POOR)) {
      double weight =
          weigh(
                  buses(),
                  firm(),
                  done().part("f", role, each).quantity(random.nextInt(99) + 1, "MW"))
              .weight();
      assertTrue(weight >= 0 && weight <= least, role + " " + each + " " + weight);
      least = weight;
    }
  }
}
