package greenpair.match.signal;

import greenpair.catalog.Code;
import greenpair.match.settings.MatchQuery;
import java.util.List;

/// `sector`: how central the need is to the partner's own business, in [0, 1]: the best over its
/// codes of relation x weight of its position ([MatchQuery#ofPosition]), since partners name
/// their main business first. Unknown when the partner or the need has no code.
public final class SectorFocus implements Signal {
  public static final String NAME = "sector";

  @Override
  public SignalValue read(NeedCandidatePair pair) {
    List<Code> own = pair.candidate().traits().technologies();
    if (own.isEmpty() || pair.query().technologies().isEmpty()) {
      return SignalValue.unknown(pair.rules().ranking().prior(NAME));
    }
    double best = 0;
    for (int i = 0; i < own.size(); i++) {
      double central = MatchQuery.ofPosition(i);
      for (Code wanted : pair.query().technologies()) {
        best = Math.max(best, central * pair.fit(wanted, List.of(own.get(i))));
      }
    }
    return SignalValue.of(best);
  }
}
