package greenpair.match.signal;

import greenpair.index.contract.Traits;

/// `readiness`: technology readiness level over 9 (ISO 16290), in [0.11, 1]. Unknown when none is
/// stated.
public final class Readiness implements Signal {
  public static final String NAME = "readiness";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public SignalValue read(NeedCandidatePair pairing) {
    Integer level = ((Traits.OfSolution) pairing.candidate().traits()).readiness();
    return level == null
        ? SignalValue.unknown(pairing.rules().ranking().prior(NAME))
        : SignalValue.of(level / 9.0);
  }
}
