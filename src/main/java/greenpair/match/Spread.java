package greenpair.match;

import greenpair.catalog.Code;
import greenpair.catalog.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A list that a request wants spread, and what that cost: over the technologies of one need by
/// [Diversifier], over the needs of a whole city by the rule of `ranking.yaml`.
///
/// @param list in its new order
record Spread(List<Ranked> list, Answer.Diversification told) {
  /// How the needs of a whole city share a list.
  enum Rule {
    XQUAD,
    CALIBRATED;

    /// The word in configuration and answers.
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Spreads a merged list of which the first `limit` entries are shown.
  static Spread of(
      List<Ranked> merged,
      List<List<Ranked>> byNeed,
      List<Code> priorities,
      int limit,
      Rules rules,
      Phrases phrases) {
    RankingSettings.Spreading settings = rules.ranking().spreading();
    List<Aspect> aspects = Aspect.of(byNeed, priorities, rules.taxonomy());
    Rule rule = byNeed.size() > 1 ? settings.city() : Rule.XQUAD;
    double share = rule == Rule.XQUAD ? settings.xquad() : settings.calibrated();
    List<Ranked> list =
        rule == Rule.XQUAD
            ? Diversifier.spread(merged, aspects, share, limit)
            : Calibrator.spread(merged, aspects, share, limit);
    double cost = cost(merged, list, limit);
    String key = "spread." + (byNeed.size() > 1 ? rule.word() : "need") + (cost > 0 ? "" : ".free");
    Text says =
        cost > 0 ? phrases.say(key, Map.of("cost", Phrases.same(percent(cost)))) : phrases.say(key);
    return new Spread(list, new Answer.Diversification(rule.word(), share, cost, says));
  }

  private static String percent(double cost) {
    return String.format(Locale.ROOT, "%.1f", 100 * cost);
  }

  /// The share of summed score that the first `limit` entries lose by the new order, in [0, 1].
  static double cost(List<Ranked> before, List<Ranked> after, int limit) {
    double sum = before.stream().limit(limit).mapToDouble(Ranked::score).sum();
    double now = after.stream().limit(limit).mapToDouble(Ranked::score).sum();
    return sum == 0 ? 0 : Math.max(0, Math.round(1000 * (1 - now / sum)) / 1000.0);
  }
}
