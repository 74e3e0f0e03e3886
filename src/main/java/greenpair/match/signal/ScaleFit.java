package greenpair.match.signal;

import greenpair.index.contract.Precedent;

/// `scale`: whether the city is of a size that the firm has worked for, in [0, 1]: p + (1 - p) b,
/// with p its prior and b the best over its proven cases of 1 - |log10 i - log10 j| / d, i and j
/// the inhabitants of the two cities, d 3 orders of magnitude. A case in a
/// city of another size never lowers the value. Unknown if no pair of populations is known.
public final class ScaleFit implements Signal {
  public static final String NAME = "scale";
  private static final double DECADES = 3;

  @Override
  public SignalValue read(NeedCandidatePair pair) {
    Long here = pair.query().city().population();
    double best = -1;
    if (here != null) {
      // The nearest size is that of the largest ratio; one logarithm is enough.
      double ratio = 0;
      for (WeighedCase each : pair.cases()) {
        Precedent precedent = each.precedent();
        Long there = precedent.city().population();
        if (there != null && precedent.proves()) {
          ratio = Math.max(ratio, (double) Math.min(here, there) / Math.max(here, there));
        }
      }
      best = ratio > 0 ? Math.max(0, 1 + Math.log10(ratio) / DECADES) : -1;
    }
    double prior = pair.rules().ranking().prior(NAME);
    return best < 0 ? SignalValue.unraised(prior) : SignalValue.adding(prior, best);
  }
}
