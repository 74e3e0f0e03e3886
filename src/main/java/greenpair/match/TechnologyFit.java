package greenpair.match;

import greenpair.catalog.Code;

/// `technology`: how well the candidate's codes answer those of the need, on the taxonomy tree.
///
/// For each wanted code t, f(t) is the best relation of an offered code to it (same, below, above,
/// sibling; values in `ranking.yaml`). The signal is 0.75 max f + 0.25 mean f, in [0, 1]: one
/// aspect answered exactly counts most, each further one adds. Unknown when the candidate has no
/// code or the need has none.
final class TechnologyFit implements Signal {
  static final String NAME = "technology";
  private static final double BEST = 0.75;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Reading read(Pairing pairing) {
    var wanted = pairing.ask().technologies();
    if (wanted.isEmpty() || pairing.candidate().traits().technologies().isEmpty()) {
      return Reading.unknown(pairing.rules().ranking().prior(NAME));
    }
    double best = 0;
    double sum = 0;
    for (Code code : wanted) {
      double fit = pairing.fit(code, pairing.candidate().traits().technologies());
      best = Math.max(best, fit);
      sum += fit;
    }
    return Reading.of(BEST * best + (1 - BEST) * sum / wanted.size());
  }
}
