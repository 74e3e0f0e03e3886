package greenpair.match.rank;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.catalog.Partner;
import greenpair.index.contract.Traits;
import greenpair.match.gate.Gate;
import greenpair.match.signal.MarketFit;

/// Why a candidate for a need is on which list of an answer: the first of these rules that holds
/// decides. No rule changes a score.
public enum Assessment {
  GONE(Standing.CLOSED, each -> each.fails(Gate.Name.ALIVE)),
  /// None of its technologies answers the need.
  OTHER_TECHNOLOGY(Standing.EXCLUDED, each -> !isAnswer(each)),
  /// Sells nothing, but took part in such projects.
  OPERATOR(Standing.PEER, each -> each.fails(Gate.Name.SELLER) && each.tookPart()),
  RULED_OUT(Standing.EXCLUDED, each -> !each.passes()),
  /// A firm that already works in this city on this need is not recommended.
  AT_WORK(Standing.INCUMBENT, each -> isFirm(each) && each.isIncumbent()),
  /// Based in another country, and neither its stated market nor a proven case shows that it works
  /// in the city's.
  FROM_ELSEWHERE(Standing.EXCLUDED, Assessment::isFromElsewhere),
  /// Took part in such projects, but only in roles that cannot deliver the need.
  OTHER_ROLE(Standing.PEER, each -> isFirm(each) && each.onlyTookPart()),
  UNPROVEN(Standing.LEAD, each -> isFirm(each) && !each.isProven()),
  UNVERIFIED(Standing.LEAD, each -> isFirm(each) && !each.candidate().traits().verified()),
  UNSETTLED(Standing.LEAD, Assessment::isUnsettled),
  /// Neither its market nor a proven case shows that it works in the city's country, or it serves
  /// other single cities only.
  UNCLEAR_MARKET(Standing.LEAD, Assessment::isOfUnclearMarket),
  LOW_SCORE(
      Standing.BELOW_THRESHOLD,
      each -> each.score() < each.pair().rules().ranking().minimumScore(each.kind())),
  GOOD(Standing.RECOMMENDED, each -> true);

  private final Standing standing;

  @SuppressWarnings("ImmutableEnumChecker") // A function without state.
  private final Predicate<Ranked> holds;

  Assessment(Standing standing, Predicate<Ranked> holds) {
    this.standing = standing;
    this.holds = holds;
  }

  public static Assessment of(Ranked ranked) {
    return Stream.of(values()).filter(each -> each.holds.test(ranked)).findFirst().orElseThrow();
  }

  public Standing standing() {
    return standing;
  }

  /// Whether it is recommended.
  public static boolean isGood(Ranked ranked) {
    return of(ranked) == GOOD;
  }

  /// Whether an answer shows who is on such a list: not who matches nothing, nor who sells nothing
  /// and is no peer.
  public boolean isShown(Ranked ranked) {
    return standing == Standing.PEER || (isAnswer(ranked) && !ranked.fails(Gate.Name.SELLER));
  }

  private static boolean isFirm(Ranked ranked) {
    return ranked.kind() == Kind.FIRM;
  }

  private static boolean isAnswer(Ranked ranked) {
    return ranked.pair().closest() >= ranked.pair().rules().ranking().minimumFit();
  }

  private static boolean isFromElsewhere(Ranked ranked) {
    return ranked.isUnsure(Gate.Name.MARKET)
        && ranked.candidate().traits() instanceof Traits.OfFirm firm
        && firm.organisation().country() != null
        && !firm.organisation().country().equals(ranked.pair().query().city().country())
        && !MarketFit.hasWorked(ranked.pair());
  }

  /// Whether its status is uncertain, or another firm acquired it.
  public static boolean isUnsettled(Ranked ranked) {
    return ranked.candidate().traits() instanceof Traits.OfFirm firm
        && (firm.organisation().status() == Partner.Status.UNCERTAIN
            || firm.organisation().status() == Partner.Status.ACQUIRED);
  }

  private static boolean isOfUnclearMarket(Ranked ranked) {
    return ranked.isUnsure(Gate.Name.MARKET)
        && ranked.candidate().traits() instanceof Traits.OfFirm firm
        && (!MarketFit.hasWorked(ranked.pair())
            || (firm.organisation().market() != null && firm.organisation().market().isLocal()));
  }
}
