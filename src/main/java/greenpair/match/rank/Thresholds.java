package greenpair.match.rank;

import greenpair.catalog.Kind;
import greenpair.catalog.Partner;
import greenpair.index.contract.Traits;
import greenpair.match.settings.RankingSettings;
import greenpair.match.signal.MarketFit;

/// Decides which entries are recommended. Thresholds never change a score.
public record Thresholds(RankingSettings ranking) {
  /// Whether the entry answers the need by its technology at all.
  public boolean isAnswer(Ranked ranked) {
    return ranked.pair().closest() >= ranking.minimumFit();
  }

  /// Whether the firm was not verified, its status is uncertain or acquired, or neither its market
  /// nor a proven case shows that it works in the city's country, or it serves other single cities
  /// only. Such a firm is a lead, not a recommendation.
  public static boolean isDoubtful(Ranked ranked) {
    return !ranked.candidate().traits().verified()
        || isUnsettled(ranked)
        || (ranked.isUnsure("market") && (!MarketFit.hasWorked(ranked.pair()) || isLocal(ranked)));
  }

  /// Whether it serves single cities, of which this is none.
  private static boolean isLocal(Ranked ranked) {
    return ranked.candidate().traits() instanceof Traits.OfFirm firm
        && firm.organisation().market() != null
        && firm.organisation().market().isLocal();
  }

  /// Whether its status is uncertain, or another firm acquired it.
  public static boolean isUnsettled(Ranked ranked) {
    return ranked.candidate().traits() instanceof Traits.OfFirm firm
        && (firm.organisation().status() == Partner.Status.UNCERTAIN
            || firm.organisation().status() == Partner.Status.ACQUIRED);
  }

  /// Whether the firm is based in another country and neither its stated market nor a proven case
  /// shows that it works in the city's.
  public static boolean isFromElsewhere(Ranked ranked) {
    return ranked.isUnsure("market")
        && ranked.candidate().traits() instanceof Traits.OfFirm firm
        && firm.organisation().country() != null
        && !firm.organisation().country().equals(ranked.pair().query().city().country())
        && !MarketFit.hasWorked(ranked.pair());
  }

  /// Whether its recommendation depends only on the score: it matches the need, no gate fails, and
  /// a firm is proven and not a lead.
  public boolean isContender(Ranked ranked) {
    return ranked.passes()
        && isAnswer(ranked)
        && (ranked.kind() != Kind.FIRM || (ranked.isProven() && !isDoubtful(ranked)));
  }

  /// Whether it is recommended: a firm that already works in this city on this need is not
  /// recommended.
  public boolean isGood(Ranked ranked) {
    return isEnough(ranked) && isContender(ranked) && !isIncumbent(ranked);
  }

  /// Whether it already works in this city on this need, and no gate excludes it.
  public boolean isGoodIncumbent(Ranked ranked) {
    return ranked.passes() && isIncumbent(ranked) && isAnswer(ranked);
  }

  /// Whether only its score keeps it from being recommended.
  public boolean isBelow(Ranked ranked) {
    return !isEnough(ranked) && isContender(ranked) && !isIncumbent(ranked);
  }

  private static boolean isIncumbent(Ranked ranked) {
    return ranked.kind() == Kind.FIRM && ranked.isIncumbent();
  }

  private boolean isEnough(Ranked ranked) {
    return ranked.score() >= ranking.minimumScore(ranked.kind());
  }
}
