package greenpair.match.signal;

import module java.base;

import greenpair.catalog.value.Attribute;
import greenpair.match.settings.CaseSettings;
import greenpair.match.settings.SimilarWorkSettings;

/// `evidence`: what the candidate's deployments prove for this need in this city.
///
/// With the weights m_1 >= m_2 >= ... of its cases ([WeighedCase], each times t) and the discount d
/// of `ranking.yaml`, the signal is 1 - product over k of (1 - d^(k-1) m_k), in [0, 1): a noisy-or
/// in which each further case counts for less, so that ten weak cases do not beat two strong ones.
/// Without a recorded case the value is 0, not unknown.
///
/// t = o + (1 - o) s, s the share of the need's project types that the case has and o
/// `similar_work.differs` of the project type: a boiler proves little about a gas engine. 1 if the
/// type of either is unknown. It does not change which candidates are proven.
///
/// Failures elsewhere reduce this: the signal is multiplied by 1 - f (1 - product over k of (1 -
/// d^(k-1) a_k)), with a_1 >= a_2 >= ... what the weights of the failures and f
/// `cases.failure_share`: failures alone never make a proven candidate unproven.
public final class DeploymentEvidence implements Signal {
  static final String NAME = "evidence";

  @Override
  public SignalValue read(NeedCandidatePair pair) {
    CaseSettings cases = pair.rules().ranking().cases();
    double proof = together(WeighedCase::weight, pair);
    double failures = together(WeighedCase::against, pair);
    return SignalValue.of(proof * (1 - cases.failureShare() * failures));
  }

  /// A noisy-or of weights, strongest first.
  private static double together(ToDoubleFunction<WeighedCase> weight, NeedCandidatePair pair) {
    CaseSettings cases = pair.rules().ranking().cases();
    SimilarWorkSettings similar = pair.rules().ranking().similar();
    List<String> types = pair.query().attributes().of(Attribute.PROJECT_TYPE);
    double[] weights =
        pair.cases().stream()
            .mapToDouble(each -> weight.applyAsDouble(each) * type(types, each, similar))
            .sorted()
            .toArray();
    double miss = 1;
    double factor = 1;
    for (int i = weights.length - 1; i >= 0; i--) {
      miss *= 1 - factor * weights[i];
      factor *= cases.discount();
    }
    return 1 - miss;
  }

  /// Whether it has cases that count, each known to be of none of the need's project types.
  public static boolean isOfOtherTypes(NeedCandidatePair pair) {
    List<String> wanted = pair.query().attributes().of(Attribute.PROJECT_TYPE);
    List<List<String>> done =
        pair.cases().stream()
            .filter(each -> each.weight() > 0)
            .map(each -> each.precedent().attributes().of(Attribute.PROJECT_TYPE))
            .toList();
    SimilarWorkSettings similar = pair.rules().ranking().similar();
    return !wanted.isEmpty()
        && !done.isEmpty()
        && done.stream().allMatch(each -> !each.isEmpty() && similar.overlap(wanted, each) == 0);
  }

  private static double type(List<String> wanted, WeighedCase of, SimilarWorkSettings similar) {
    List<String> done = of.precedent().attributes().of(Attribute.PROJECT_TYPE);
    return wanted.isEmpty() || done.isEmpty()
        ? 1
        : similar.alike(Attribute.PROJECT_TYPE, wanted, done);
  }
}
