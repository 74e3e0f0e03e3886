package greenpair.match.rules;

import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.config.Problems;

/// All that ranking goes by, checked at start-up: the tree, the weights, what makes cities alike,
/// who may serve whom, what is saved.
public record Rules(
    Taxonomy taxonomy,
    RankingSettings ranking,
    SimilaritySettings similarity,
    EligibilitySettings eligibility,
    Savings savings) {
  /// The same with other weights.
  public Rules with(RankingSettings other) {
    return new Rules(taxonomy, other, similarity, eligibility, savings);
  }

  /// Says of every code in the rules that the taxonomy does not have; a rule for it would never
  /// apply and nobody would notice.
  public void check(Problems problems) {
    similarity
        .prefixes()
        .forEach(code -> check(SimilaritySettings.FILE + ".weights", code, problems));
    eligibility
        .codes()
        .forEach(
            (key, codes) ->
                codes.forEach(
                    code -> check(EligibilitySettings.FILE + "." + key, code.value(), problems)));
    savings.codes().forEach(code -> check(Savings.FILE + ".technologies", code.value(), problems));
  }

  private void check(String where, String code, Problems problems) {
    if (taxonomy.concepts().stream().noneMatch(each -> each.code().value().equals(code))) {
      problems.add(where + ": " + taxonomy.unknown(code));
    }
  }
}
