package greenpair.match;

import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Taxonomy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Spreads a list over the aspects of a request: the needs of a city, or the technologies of one
/// need.
///
/// xQuAD (Santos, Macdonald, Ounis, WWW 2010): the next entry is the one with the highest (1 - l)
/// rel(d) + l sum over aspects a of P(a) rel(d, a) prod over chosen e of (1 - rel(e, a)), where rel
/// is the score, rel(d, a) the score for the need a (or score x technology fit for the code a) and
/// l is [#SHARE]. P(a) follows the city's stated priorities: an aspect counts 1, plus up to 1 more
/// the earlier a priority that it answers stands in the city's list; then all are scaled to sum to
/// 1. Scores stay what they are; only the order changes, and what that costs in relevance is told.
final class Diversifier {
  /// How much spread counts against relevance, from 0 (none) to 1.
  static final double SHARE = 0.5;

  private final Rules rules;

  Diversifier(Rules rules) {
    this.rules = rules;
  }

  /// One thing that a list should cover.
  ///
  /// @param share P(a); all sum to 1
  /// @param relevance of entries to it, 0 where an entry is missing
  private record Aspect(double share, Map<EntryId, Double> relevance) {
    double of(Ranked ranked) {
      return relevance.getOrDefault(ranked.id(), 0.0);
    }
  }

  /// The entries of a merged list in their new order, at most `limit` of them reordered first.
  List<Ranked> spread(
      List<Ranked> merged, List<List<Ranked>> byNeed, List<Code> priorities, int limit) {
    List<Aspect> aspects = aspects(byNeed, priorities);
    List<Ranked> left = new ArrayList<>(merged);
    List<Ranked> chosen = new ArrayList<>();
    double[] uncovered = new double[aspects.size()];
    java.util.Arrays.fill(uncovered, 1);
    while (!left.isEmpty() && chosen.size() < limit) {
      Ranked next = best(left, aspects, uncovered);
      left.remove(next);
      chosen.add(next);
      for (int i = 0; i < uncovered.length; i++) {
        uncovered[i] *= 1 - aspects.get(i).of(next);
      }
    }
    chosen.addAll(left);
    return chosen;
  }

  /// The share of summed relevance that the first `limit` entries lose by the new order, in [0, 1].
  static double cost(List<Ranked> before, List<Ranked> after, int limit) {
    double sum = before.stream().limit(limit).mapToDouble(Ranked::score).sum();
    double now = after.stream().limit(limit).mapToDouble(Ranked::score).sum();
    return sum == 0 ? 0 : Math.max(0, Math.round(1000 * (1 - now / sum)) / 1000.0);
  }

  private static Ranked best(List<Ranked> left, List<Aspect> aspects, double[] uncovered) {
    Ranked best = left.getFirst();
    double most = -1;
    for (Ranked each : left) {
      double spread = 0;
      for (int i = 0; i < uncovered.length; i++) {
        spread += aspects.get(i).share * aspects.get(i).of(each) * uncovered[i];
      }
      double value = (1 - SHARE) * each.score() + SHARE * spread;
      if (value > most) {
        most = value;
        best = each;
      }
    }
    return best;
  }

  private List<Aspect> aspects(List<List<Ranked>> byNeed, List<Code> priorities) {
    List<Map<EntryId, Double>> relevances = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (List<Ranked> one : byNeed) {
      if (one.isEmpty()) {
        continue;
      }
      List<Code> codes = one.getFirst().pairing().ask().technologies();
      if (byNeed.size() > 1) {
        relevances.add(relevance(one));
        weights.add(weight(codes, priorities));
      } else {
        for (Code code : codes) {
          relevances.add(relevance(one, code));
          weights.add(weight(List.of(code), priorities));
        }
      }
    }
    double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
    List<Aspect> aspects = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      aspects.add(new Aspect(weights.get(i) / sum, relevances.get(i)));
    }
    return aspects;
  }

  private static Map<EntryId, Double> relevance(List<Ranked> one) {
    Map<EntryId, Double> relevance = new HashMap<>();
    one.forEach(each -> relevance.put(each.id(), each.score()));
    return relevance;
  }

  private static Map<EntryId, Double> relevance(List<Ranked> one, Code code) {
    Map<EntryId, Double> relevance = new HashMap<>();
    for (Ranked each : one) {
      double fit = each.pairing().fit(code, each.candidate().traits().technologies());
      relevance.put(each.id(), each.score() * fit);
    }
    return relevance;
  }

  private double weight(List<Code> codes, List<Code> priorities) {
    for (int i = 0; i < priorities.size(); i++) {
      for (Code code : codes) {
        Taxonomy.Relation relation = rules.taxonomy().relate(priorities.get(i), code);
        if (relation == Taxonomy.Relation.SAME || relation == Taxonomy.Relation.BELOW) {
          return 1 + 1.0 / (i + 1);
        }
      }
    }
    return 1;
  }
}
