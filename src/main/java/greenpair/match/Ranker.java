package greenpair.match;

import greenpair.catalog.Kind;
import greenpair.index.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Scores candidates for a need: gates, signals times weights, explanation, order. A pure function;
/// ties break by id, so the order never depends on how candidates came.
public final class Ranker {
  /// The kinds that are ranked for a need.
  public static final List<Kind> KINDS = List.of(Kind.FIRM, Kind.FINANCIER, Kind.SOLUTION);

  static final Comparator<Ranked> ORDER =
      Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::id);

  private final Rules rules;
  private final Gates gates;
  private final Phrases phrases;

  public Ranker(Rules rules, Phrases phrases) {
    this.rules = rules;
    this.phrases = phrases;
    this.gates = new Gates(rules.eligibility(), phrases);
  }

  /// All candidates, best first, those that a gate fails among them.
  public List<Ranked> rank(Kind kind, Ask ask, List<Candidate> candidates) {
    List<Ranked> ranked = new ArrayList<>(candidates.size());
    for (Candidate candidate : candidates) {
      ranked.add(score(kind, ask, candidate));
    }
    ranked.sort(ORDER);
    return ranked;
  }

  /// One candidate.
  public Ranked score(Kind kind, Ask ask, Candidate candidate) {
    Pairing pairing = Pairing.of(ask, candidate, rules);
    List<Explanation.Part> parts = new ArrayList<>();
    for (Signal signal : Signals.of(kind)) {
      parts.add(
          Explanation.part(
              signal.name(),
              phrases.say("signal." + signal.name()),
              rules.ranking().weight(kind, signal.name()),
              signal.read(pairing)));
    }
    return new Ranked(pairing, Explanation.sum(parts), gates.of(pairing));
  }
}
