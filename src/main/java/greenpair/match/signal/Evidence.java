package greenpair.match.signal;

import greenpair.match.rules.RankingSettings;
import java.util.Comparator;
import java.util.stream.DoubleStream;

/// `evidence`: what the candidate's deployments prove for this need in this city.
///
/// With the weights m_1 >= m_2 >= ... of its cases ([WeighedCase]) and the discount d of
/// `ranking.yaml`, the signal is 1 - product over k of (1 - d^(k-1) m_k), in [0, 1): a noisy-or in
/// which each further case counts for less, so that ten weak cases do not beat two strong ones.
/// Without a recorded case the value is 0, not unknown.
///
/// Failures elsewhere reduce this: the signal is multiplied by 1 - f (1 - product over k of (1 -
/// d^(k-1) a_k)), with a_1 >= a_2 >= ... what the weights of the failures and f
/// `cases.failure_share`: failures alone never make a proven candidate unproven.
final class Evidence implements Signal {
  static final String NAME = "evidence";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Reading read(Pairing pairing) {
    RankingSettings.Cases cases = pairing.rules().ranking().cases();
    double proof = together(pairing.cases().stream().mapToDouble(WeighedCase::weight), cases);
    double failures =
        together(
            pairing.cases().stream()
                .map(WeighedCase::against)
                .sorted(Comparator.reverseOrder())
                .mapToDouble(Double::doubleValue),
            cases);
    return Reading.of(proof * (1 - cases.failureShare() * failures));
  }

  /// A noisy-or of weights, strongest first.
  private static double together(DoubleStream weights, RankingSettings.Cases cases) {
    double miss = 1;
    double factor = 1;
    for (double each : weights.toArray()) {
      miss *= 1 - factor * each;
      factor *= cases.discount();
    }
    return 1 - miss;
  }
}
