package greenpair.match;

import greenpair.catalog.Kind;

/// What is good enough to be recommended. Thresholds never change a score.
record Thresholds(RankingSettings ranking) {
  /// Whether the entry answers the need by its technology at all.
  boolean isAnswer(Ranked ranked) {
    return ranked.signal(TechnologyFit.NAME) >= ranking.minimumFit();
  }

  /// Whether it is recommended: no gate fails, its score suffices, and a firm is proven and its
  /// standing not in doubt.
  boolean isGood(Kind kind, Ranked ranked) {
    return isAnswer(ranked)
        && ranked.passes()
        && ranked.score() >= ranking.minimumScore(kind)
        && (kind != Kind.FIRM || (ranked.isProven() && !ranked.isUnsure("alive")));
  }
}
