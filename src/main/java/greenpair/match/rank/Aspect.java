package greenpair.match.rank;

import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An aspect that a list should cover: a need of a city, or a technology of one need.
///
/// @param share P(a), in (0, 1]; those of one list sum to 1. An aspect counts 1, plus up to 1 more,
///     depending on the rank of its priority in the city's list
/// @param relevance of entries to it in [0, 1], 0 where an entry is missing: the score for the
///     need, or score x technology fit for a technology
public record Aspect(double share, Map<EntryId, Double> relevance) {
  double of(Ranked ranked) {
    return relevance.getOrDefault(ranked.id(), 0.0);
  }

  /// The needs that any entry serves, or the technologies of the only one.
  ///
  /// @param priorities of the city, most important first
  public static List<Aspect> of(
      List<List<Ranked>> byNeed, List<Code> priorities, Taxonomy taxonomy) {
    List<Map<EntryId, Double>> relevances = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (List<Ranked> one : byNeed) {
      if (one.isEmpty()) {
        continue;
      }
      List<Code> codes = one.getFirst().pairing().ask().technologies();
      if (byNeed.size() > 1) {
        relevances.add(relevance(one));
        weights.add(weight(codes, priorities, taxonomy));
      } else {
        for (Code code : codes) {
          relevances.add(relevance(one, code));
          weights.add(weight(List.of(code), priorities, taxonomy));
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

  private static double weight(List<Code> codes, List<Code> priorities, Taxonomy taxonomy) {
    for (int i = 0; i < priorities.size(); i++) {
      for (Code code : codes) {
        Taxonomy.Relation relation = taxonomy.relate(priorities.get(i), code);
        if (relation == Taxonomy.Relation.SAME || relation == Taxonomy.Relation.BELOW) {
          return 1 + 1.0 / (i + 1);
        }
      }
    }
    return 1;
  }
}
