package greenpair.match.signal;

/// `evidence`: what the candidate's deployments prove for this need in this city.
///
/// With the weights m_1 >= m_2 >= ... of its cases ([WeighedCase]) and the discount d of
/// `ranking.yaml`, the signal is 1 - product over k of (1 - d^(k-1) m_k), in [0, 1): a noisy-or in
/// which each further case counts for less, so that ten weak cases do not beat two strong ones.
/// No case on record is known to be none: 0.
final class Evidence implements Signal {
  static final String NAME = "evidence";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Reading read(Pairing pairing) {
    double discount = pairing.rules().ranking().cases().discount();
    double miss = 1;
    double factor = 1;
    for (WeighedCase each : pairing.cases()) {
      miss *= 1 - factor * each.weight();
      factor *= discount;
    }
    return Reading.of(1 - miss);
  }
}
