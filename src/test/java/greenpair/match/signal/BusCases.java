package greenpair.match.signal;

import greenpair.catalog.Deployment.Role;
import greenpair.index.contract.CityTraits;
import greenpair.match.AskMaker;
import greenpair.match.CaseMaker;
import greenpair.match.FirmMaker;
import greenpair.match.Given;
import greenpair.match.rank.Ranked;
import greenpair.match.rank.Ranker;
import greenpair.match.settings.RankingSettings;

/// A city that asks for buses, a firm, and what it did elsewhere.
final class BusCases {
  static final CityTraits HERE = Given.city("here").make();
  static final CityTraits THERE = Given.city("there").make();
  static final RankingSettings RANKING = Given.RULES.ranking();

  static AskMaker buses() {
    return Given.query(HERE, Given.BUS);
  }

  static CaseMaker done() {
    return Given.done("d", THERE, Given.BUS);
  }

  static FirmMaker firm() {
    return Given.firm("f", Given.BUS).roles();
  }

  static FirmMaker maker() {
    return Given.firm("f", Given.BUS).roles(Role.MAKER);
  }

  static WeighedCase weigh(AskMaker query, FirmMaker firm, CaseMaker done) {
    return WeighedCase.weigh(firm.did(done.make()).make(), query.make(), Given.RULES).getFirst();
  }

  static Ranked rank(AskMaker query, FirmMaker firm) {
    return new Ranker(Given.RULES, Given.PHRASES).score(query.make(), firm.make());
  }

  private BusCases() {}
}
