package greenpair.match.reason;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import greenpair.index.contract.CityTraits;
import greenpair.match.rank.Assessment;
import greenpair.match.rank.Explanation;
import greenpair.match.rank.Ranked;
import greenpair.match.rank.Ranker;
import greenpair.match.settings.MatchQuery;
import greenpair.match.settings.Rules;
import greenpair.match.settings.Side;
import greenpair.match.signal.NeedCandidatePair;
import greenpair.match.signal.Signals;
import greenpair.match.signal.WeighedCase;
import greenpair.message.Phrases;
import org.jspecify.annotations.Nullable;

/// What would change a list: other weights, a missing fact, one more case. All results come from
/// scoring again, not from estimates.
public final class Sensitivity {
  private static final double[] FACTORS = {0.8, 1.2};
  private static final int TOP = 3;

  /// Similarity of a city about which nothing is known.
  private static final double MIDDLE = 0.5;

  private final Rules rules;
  private final Ranker ranker;
  private final Phrases phrases;

  public Sensitivity(Rules rules, Ranker ranker, Phrases phrases) {
    this.rules = rules;
    this.ranker = ranker;
    this.phrases = phrases;
  }

  /// Whether the first three stay the first three when any one weight moves by 20 %. Scores cross
  /// the minimum, too. Null of an empty list.
  ///
  /// @param good recommended entries, best first
  /// @param below entries that only their score keeps from being recommended
  /// @param minimum score from which entries are recommended
  public Answer.@Nullable Stability stability(
      List<Ranked> good, List<Ranked> below, double minimum) {
    if (good.isEmpty()) {
      return null;
    }
    List<EntryId> before = good.stream().limit(TOP).map(Ranked::id).toList();
    List<Answer.Shift> shifts = new ArrayList<>();
    List<Ranked> list = Stream.concat(good.stream(), below.stream()).toList();
    Map<Map<Side, Map<String, Double>>, Weighted> same = new LinkedHashMap<>();
    List<Weighted> weighted =
        list.stream()
            .map(each -> same.computeIfAbsent(weights(each), key -> new Weighted(key, each)))
            .toList();
    for (Side side : Side.values()) {
      Set<String> signals = new LinkedHashSet<>();
      same.values().forEach(each -> signals.addAll(each.of(side).keySet()));
      for (String signal : signals) {
        for (double factor : FACTORS) {
          IdentityHashMap<Weighted, double[]> moved = new IdentityHashMap<>();
          same.values().forEach(each -> moved.put(each, each.moved(side, signal, factor)));
          List<EntryId> after =
              top(list, minimum, at -> Objects.requireNonNull(moved.get(weighted.get(at))));
          if (!before.equals(after)) {
            shifts.add(new Answer.Shift(signal, side, factor, after));
          }
        }
      }
    }
    return new Answer.Stability(shifts.isEmpty(), before, shifts);
  }

  private static Map<Side, Map<String, Double>> weights(Ranked ranked) {
    return Map.of(
        Side.CITY, ranked.pair().weights(Side.CITY),
        Side.PARTNER, ranked.pair().weights(Side.PARTNER));
  }

  /// The weights that some entries share. They depend on the need and on what the entry prefers.
  ///
  /// @param any one of these entries
  private record Weighted(Map<Side, Map<String, Double>> weights, Ranked any) {
    Map<String, Double> of(Side side) {
      return weights.getOrDefault(side, Map.of());
    }

    /// The weights with one moved and the others of its side scaled to sum to 1 again.
    double[] moved(Side side, String signal, double factor) {
      Map<String, Double> moved = new HashMap<>(of(side));
      double before = sum(moved);
      moved.computeIfPresent(signal, (name, weight) -> weight * factor);
      double share = before / sum(moved);
      moved.replaceAll((name, weight) -> weight * share);
      Map<Side, Map<String, Double>> all = new EnumMap<>(weights);
      all.put(side, moved);
      return inOrder(any, all);
    }
  }

  /// The weights in the order of the parts of an explanation.
  private static double[] inOrder(Ranked ranked, Map<Side, Map<String, Double>> weights) {
    return ranked.explanation().parts().stream()
        .mapToDouble(
            part -> weights.getOrDefault(part.side(), Map.of()).getOrDefault(part.signal(), 0.0))
        .toArray();
  }

  private static double sum(Map<String, Double> weights) {
    return weights.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /// An entry and its score under other weights.
  private record Scored(EntryId id, double score) {
    static final Comparator<Scored> ORDER =
        Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::id);
  }

  /// The first entries of the list when each is scored under the weights for its position.
  private static List<EntryId> top(
      List<Ranked> list, double minimum, IntFunction<double[]> weights) {
    List<Scored> top = new ArrayList<>(TOP + 1);
    for (int i = 0; i < list.size(); i++) {
      Ranked each = list.get(i);
      Scored scored = new Scored(each.id(), each.explanation().under(weights.apply(i)));
      if (scored.score() < minimum) {
        continue;
      }
      int at = top.size();
      while (at > 0 && Scored.ORDER.compare(scored, top.get(at - 1)) < 0) {
        at--;
      }
      if (at < TOP) {
        top.add(at, scored);
        top.subList(Math.min(TOP, top.size()), top.size()).clear();
      }
    }
    return top.stream().map(Scored::id).toList();
  }

  /// The missing fact that could move the entry furthest, with the rank for the best and the worst
  /// value. Empty if nothing is missing or nothing would move.
  public Optional<Answer.Pivot> pivot(List<Ranked> list, Ranked ranked) {
    if (!isByScore(list)) {
      return Optional.empty();
    }
    double[] weights = inOrder(ranked, weights(ranked));
    List<Explanation.Part> parts = ranked.explanation().parts();
    Answer.Pivot most = null;
    for (int at = 0; at < parts.size(); at++) {
      Explanation.Part part = parts.get(at);
      if (!part.known()) {
        double least =
            Objects.requireNonNull(Signals.of(ranked.kind(), part.side()).get(part.signal()))
                .read(ranked.pair())
                .least();
        int best = rank(list, ranked.id(), ranked.explanation().under(weights, at, 1));
        int worst = rank(list, ranked.id(), ranked.explanation().under(weights, at, least));
        Text missing = phrases.say("unknown." + part.signal());
        if (most == null || worst - best > most.worstRank() - most.bestRank()) {
          most = new Answer.Pivot(part.signal(), missing, best, worst);
        }
      }
    }
    return Optional.ofNullable(most).filter(pivot -> pivot.worstRank() > pivot.bestRank());
  }

  /// Whether a score gives the rank: leads are listed by nearness first.
  private static boolean isByScore(List<Ranked> list) {
    return IntStream.range(1, list.size())
        .allMatch(at -> Ranker.ORDER.compare(list.get(at - 1), list.get(at)) < 0);
  }

  /// The rank of the entry with one more checked case of grade B, completed this year in a typical
  /// city of the same country. Empty if it would not rise.
  public Optional<Answer.Counterfactual> oneMoreCase(List<Ranked> list, Ranked ranked) {
    if (ranked.pair().query().technologies().isEmpty()) {
      return Optional.empty();
    }
    int now = rank(list, ranked);
    int then = rank(list, withOneMore(list, ranked));
    if (then >= now) {
      return Optional.empty();
    }
    Text says =
        phrases.say(
            "counterfactual.case", Map.of("from", Phrases.same(now), "to", Phrases.same(then)));
    return Optional.of(new Answer.Counterfactual(now, then, says));
  }

  /// The rank of a lead among the recommended entries with one more such case. Empty if it would
  /// still not be recommended.
  public Optional<Answer.Counterfactual> asRecommended(
      List<Ranked> leads, List<Ranked> recommended, Ranked lead) {
    if (lead.pair().query().technologies().isEmpty()) {
      return Optional.empty();
    }
    Ranked changed = withOneMore(leads, lead);
    if (!Assessment.isGood(changed)) {
      return Optional.empty();
    }
    int then = rank(recommended, changed);
    Text says = phrases.say("counterfactual.lead", Map.of("to", Phrases.same(then)));
    return Optional.of(new Answer.Counterfactual(leads.indexOf(lead) + 1, then, says));
  }

  private Ranked withOneMore(List<Ranked> list, Ranked ranked) {
    MatchQuery query = ranked.pair().query();
    List<WeighedCase> cases = new ArrayList<>(ranked.pair().cases());
    cases.add(WeighedCase.likely(query, typicalLikeness(list, query), rules));
    cases.sort(WeighedCase.ORDER);
    return ranker.score(NeedCandidatePair.of(query, ranked.candidate(), List.copyOf(cases), rules));
  }

  /// The typical similarity of a city of the same country: the median over the other cities of the
  /// country in which an entry of the list has a case, or the middle of the scale if there is none.
  private static double typicalLikeness(List<Ranked> list, MatchQuery query) {
    Map<EntryId, Double> likeness = new HashMap<>();
    for (Ranked each : list) {
      for (WeighedCase one : each.pair().cases()) {
        CityTraits city = one.precedent().city();
        if (one.fit() > 0
            && city.country().equals(query.city().country())
            && !city.id().equals(query.city().id())) {
          likeness.merge(city.id(), one.similarity(), Math::max);
        }
      }
    }
    double[] sorted =
        likeness.values().stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted.length == 0 ? MIDDLE : sorted[sorted.length / 2];
  }

  /// The rank by score of an entry, changed or not, among the others of the list, from 1.
  public static int rank(List<Ranked> list, Ranked changed) {
    return rank(list, changed.id(), changed.score());
  }

  private static int rank(List<Ranked> list, EntryId id, double score) {
    Scored changed = new Scored(id, score);
    int rank = 1;
    for (Ranked other : list) {
      if (!other.id().equals(id)
          && Scored.ORDER.compare(new Scored(other.id(), other.score()), changed) < 0) {
        rank++;
      }
    }
    return rank;
  }
}
