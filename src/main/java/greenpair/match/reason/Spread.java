package greenpair.match.reason;

import greenpair.catalog.Code;
import greenpair.catalog.Text;
import greenpair.match.rank.Aspect;
import greenpair.match.rank.Calibrator;
import greenpair.match.rank.Diversifier;
import greenpair.match.rank.Ranked;
import greenpair.match.settings.RankingSettings;
import greenpair.match.settings.Rules;
import greenpair.match.settings.SpreadRule;
import greenpair.message.Phrases;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A list reordered for diversity, and the cost of this: over the technologies of one need by
/// [Diversifier], over the needs of a whole city by the rule of `ranking.yaml`.
public record Spread(List<Ranked> list, Answer.Diversification told) {
  /// Spreads a merged list of which the first `limit` entries are shown.
  public static Spread of(
      List<Ranked> merged,
      List<List<Ranked>> byNeed,
      List<Code> priorities,
      int limit,
      Rules rules,
      Phrases phrases) {
    RankingSettings.Spreading settings = rules.ranking().spreading();
    List<Aspect> aspects = Aspect.of(byNeed, priorities, rules.taxonomy());
    SpreadRule rule = byNeed.size() > 1 ? settings.city() : SpreadRule.XQUAD;
    double share = rule == SpreadRule.XQUAD ? settings.xquad() : settings.calibrated();
    List<Ranked> list =
        rule == SpreadRule.XQUAD
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
