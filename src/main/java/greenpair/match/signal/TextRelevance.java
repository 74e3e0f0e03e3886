package greenpair.match.signal;

/// `text`: the share of the need's words, weighted by rarity, that the candidate's own texts carry,
/// in [0, 1]; the better of English and Chinese (BM25 share, see docs/scoring.md). Unknown when the
/// need has no words.
public final class TextRelevance implements Signal {
  public static final String NAME = "text";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public SignalValue read(NeedCandidatePair pairing) {
    if (pairing.ask().search().isBlank()) {
      return SignalValue.unknown(pairing.rules().ranking().prior(NAME));
    }
    return SignalValue.of(Math.max(pairing.candidate().text(), pairing.candidate().name()));
  }
}
