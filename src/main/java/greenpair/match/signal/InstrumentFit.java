package greenpair.match.signal;

import greenpair.catalog.Code;
import greenpair.index.contract.Traits;
import java.util.List;

/// `instrument`: whether the financier offers what the need asks for, in [0, 1]: the share of the
/// asked instruments that it offers, a relative in the tree counting as for technologies. Unknown
/// when the need asks for none or the financier states none.
public final class InstrumentFit implements Signal {
  public static final String NAME = "instrument";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public SignalValue read(NeedCandidatePair pairing) {
    List<Code> asked = pairing.ask().instruments();
    List<Code> offered = ((Traits.OfFinancier) pairing.candidate().traits()).instruments();
    if (asked.isEmpty() || offered.isEmpty()) {
      return SignalValue.unknown(pairing.rules().ranking().prior(NAME));
    }
    double sum = 0;
    for (Code code : asked) {
      sum += pairing.fit(code, offered);
    }
    return SignalValue.of(sum / asked.size());
  }
}
