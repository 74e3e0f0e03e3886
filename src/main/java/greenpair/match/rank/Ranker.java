package greenpair.match.rank;

import module java.base;

import greenpair.index.contract.Candidate;
import greenpair.match.gate.Gates;
import greenpair.match.settings.MatchQuery;
import greenpair.match.settings.Rules;
import greenpair.match.settings.Side;
import greenpair.match.signal.NeedCandidatePair;
import greenpair.match.signal.PreferenceFit;
import greenpair.match.signal.Signal;
import greenpair.match.signal.Signals;
import greenpair.message.Phrases;

/// Scores candidates for a need: gates, signals times weights, explanation, order. A pure function;
/// ties are broken by id, so the order does not depend on that of the candidates.
public final class Ranker {
  public static final Comparator<Ranked> ORDER =
      Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::id);

  private final Rules rules;
  private final Gates gates;

  public Ranker(Rules rules, Phrases phrases) {
    this.rules = rules;
    this.gates = new Gates(rules.eligibility(), phrases);
  }

  /// All candidates, best first, those that a gate fails among them.
  public List<Ranked> rank(MatchQuery query, List<Candidate> candidates) {
    List<Ranked> ranked = new ArrayList<>(candidates.size());
    for (Candidate candidate : candidates) {
      ranked.add(score(query, candidate));
    }
    Set<String> here =
        ranked.stream()
            .filter(Ranked::isIncumbent)
            .flatMap(each -> Stream.ofNullable(each.group()))
            .collect(Collectors.toSet());
    ranked.replaceAll(
        each ->
            each.group() == null || each.isIncumbent() || !here.contains(each.group())
                ? each
                : new Ranked(each.pair(), each.explanation(), each.gates(), /* isKin= */ true));
    ranked.sort(ORDER);
    return ranked;
  }

  public Ranked score(MatchQuery query, Candidate candidate) {
    return score(NeedCandidatePair.of(query, candidate, rules));
  }

  /// One candidate with precomputed case weights.
  public Ranked score(NeedCandidatePair pair) {
    List<Explanation.Part> parts = new ArrayList<>();
    for (Side side : Side.values()) {
      Map<String, Double> weights = pair.weights(side);
      Signals.of(pair.kind(), side)
          .forEach((name, signal) -> parts.add(part(name, side, weights, signal.read(pair))));
      PreferenceFit preferences = pair.preferences();
      if (side == Side.PARTNER && preferences != null) {
        Signal.SignalValue reading = Signal.SignalValue.of(preferences.value());
        parts.add(part(PreferenceFit.NAME, side, weights, reading));
      }
    }
    return new Ranked(pair, Explanation.of(parts), gates.of(pair), /* isKin= */ false);
  }

  private Explanation.Part part(
      String name, Side side, Map<String, Double> weights, Signal.SignalValue reading) {
    return Explanation.part(name, side, Objects.requireNonNull(weights.get(name)), reading);
  }
}
