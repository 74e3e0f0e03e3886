package greenpair.match.settings;

import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.config.Problems;
import greenpair.message.Message;

/// All rules of ranking, checked at startup: taxonomy, weights, similarity of cities, eligibility
/// and savings.
///
/// @param learnt what applies to the weights after the past of the registry
public record Rules(
    Taxonomy taxonomy,
    RankingSettings ranking,
    CitySimilaritySettings similarity,
    EligibilitySettings eligibility,
    Savings savings,
    LearntWeights learnt) {
  /// The same with other weights.
  public Rules with(RankingSettings other) {
    return new Rules(taxonomy, other, similarity, eligibility, savings, learnt);
  }

  /// The same with other learnt weights.
  public Rules with(LearntWeights other) {
    return new Rules(taxonomy, ranking, similarity, eligibility, savings, other);
  }

  /// Reports codes in the rules that are not in the taxonomy, because such a rule would silently
  /// never apply.
  public void check(Problems problems) {
    similarity
        .prefixes()
        .forEach(code -> check(CitySimilaritySettings.FILE + ".weights", code, problems));
    eligibility
        .codes()
        .forEach(
            (key, codes) ->
                codes.forEach(
                    code -> check(EligibilitySettings.FILE + "." + key, code.value(), problems)));
    ranking
        .delivery()
        .buys()
        .keySet()
        .forEach(code -> check(RankingSettings.FILE + ".delivery.buys", code, problems));
    savings.codes().forEach(code -> check(Savings.FILE + ".technologies", code.value(), problems));
  }

  private void check(String where, String code, Problems problems) {
    if (taxonomy.concepts().stream().noneMatch(each -> each.code().value().equals(code))) {
      problems.refuse(where, Message.of("check.code"), code, taxonomy.words(), "");
    }
  }
}
