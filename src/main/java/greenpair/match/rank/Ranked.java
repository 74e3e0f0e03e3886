package greenpair.match.rank;

import greenpair.catalog.EntryId;
import greenpair.index.query.Candidate;
import greenpair.match.gate.Gate;
import greenpair.match.rules.RankingSettings;
import greenpair.match.rules.Verdict;
import greenpair.match.signal.Pairing;
import java.util.List;

/// A candidate with its score and gates for one need.
public record Ranked(Pairing pairing, Explanation explanation, List<Gate> gates) {
  public Ranked {
    gates = List.copyOf(gates);
  }

  public EntryId id() {
    return candidate().id();
  }

  public Candidate candidate() {
    return pairing.candidate();
  }

  public double score() {
    return explanation.value();
  }

  /// Whether no gate fails.
  public boolean passes() {
    for (Gate gate : gates) {
      if (gate.verdict() == Verdict.FAIL) {
        return false;
      }
    }
    return true;
  }

  /// Whether that gate fails.
  public boolean fails(String name) {
    return gates.stream()
        .anyMatch(gate -> gate.gate().equals(name) && gate.verdict() == Verdict.FAIL);
  }

  /// Whether that gate is open.
  public boolean isUnsure(String name) {
    return gates.stream()
        .anyMatch(gate -> gate.gate().equals(name) && gate.verdict() == Verdict.UNKNOWN);
  }

  double signal(String name) {
    return explanation.parts().stream()
        .filter(part -> part.signal().equals(name))
        .mapToDouble(Explanation.Part::value)
        .findFirst()
        .orElse(0);
  }

  /// The share of the score's weight that rests on known facts, in [0, 1], to three places.
  public double confidence() {
    double known = 0;
    double all = 0;
    for (Explanation.Part part : explanation.parts()) {
      all += part.weight();
      known += part.known() ? part.weight() : 0;
    }
    return all == 0 ? 0 : Math.round(1000 * known / all) / 1000.0;
  }

  /// Whether a checked deployment of the technology shows that it can do it.
  public boolean isProven() {
    RankingSettings ranking = pairing.rules().ranking();
    return pairing.cases().stream()
        .anyMatch(
            each ->
                each.weight() >= ranking.minimumProof()
                    && each.fit() >= ranking.minimumProofFit()
                    && each.precedent().verified());
  }
}
