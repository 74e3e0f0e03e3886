package greenpair.match.signal;

import greenpair.catalog.Code;
import java.util.List;

/// `technology`: how well the candidate's codes answer those of the need, on the taxonomy tree.
///
/// For each wanted code t at position i, f(t) is the best relation of an offered code to it (same,
/// below, above, sibling; values in `ranking.yaml`) and w(i) the weight of its position
/// ([MatchQuery.weight][greenpair.match.settings.MatchQuery#weight]). The signal is b max w f + (1
/// - b) sum w f / sum w, in [0, 1], with b 0.75: one exact match counts most, especially if the
/// need names it early, and each further match adds. Unknown if the candidate or the need has no
/// code.
final class TechnologyFit implements Signal {
  static final String NAME = "technology";
  private static final double BEST = 0.75;

  @Override
  public SignalValue read(NeedCandidatePair pair) {
    List<Code> wanted = pair.query().technologies();
    if (wanted.isEmpty() || pair.candidate().traits().technologies().isEmpty()) {
      return SignalValue.unknown(pair.rules().ranking().prior(NAME));
    }
    double best = 0;
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < wanted.size(); i++) {
      double weight = pair.query().weight(i);
      double fit = pair.fit(wanted.get(i), pair.candidate().traits().technologies());
      best = Math.max(best, weight * fit);
      sum += weight * fit;
      weights += weight;
    }
    return SignalValue.of(BEST * best + (1 - BEST) * sum / weights);
  }
}
