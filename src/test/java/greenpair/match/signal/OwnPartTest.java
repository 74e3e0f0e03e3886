package greenpair.match.signal;

import static greenpair.match.signal.BusCases.HERE;
import static greenpair.match.signal.BusCases.RANKING;
import static greenpair.match.signal.BusCases.THERE;
import static greenpair.match.signal.BusCases.buses;
import static greenpair.match.signal.BusCases.done;
import static greenpair.match.signal.BusCases.firm;
import static greenpair.match.signal.BusCases.maker;
import static greenpair.match.signal.BusCases.rank;
import static greenpair.match.signal.BusCases.weigh;
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
import greenpair.index.contract.Precedent;
import greenpair.match.AskMaker;
import greenpair.match.CaseMaker;
import greenpair.match.FinancierMaker;
import greenpair.match.FirmMaker;
import greenpair.match.Given;
import greenpair.match.rank.Ranked;
import greenpair.match.rank.Ranker;
import greenpair.match.settings.MatchQuery;
import greenpair.match.settings.Side;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a case proves for a firm by its own part, its size, its age and the distance of its city.
class OwnPartTest {
  private static double weight(@Nullable Success result) {
    return weigh(buses(), firm(), done().part("f", Role.MAKER, result)).weight();
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
