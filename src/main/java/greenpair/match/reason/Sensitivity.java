package greenpair.match.reason;

import greenpair.catalog.EntryId;
import greenpair.match.rank.Ranked;
import greenpair.match.settings.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whether other weights would change a list, by scoring it again.
public final class Sensitivity {
  private static final double[] FACTORS = {0.8, 1.2};
  private static final int TOP = 3;

  private Sensitivity() {}

  /// Whether the first three stay the first three when any one weight moves by 20 %. Scores cross
  /// the minimum, too. Null of an empty list.
  ///
  /// @param good recommended entries, best first
  /// @param below entries that only their score keeps from being recommended
  /// @param minimum score from which entries are recommended
  public static Answer.@Nullable Stability stability(
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

    /// The weights with one moved and the others of its side scaled to sum to 1 again, in the
    /// order of an explanation's parts.
    double[] moved(Side side, String signal, double factor) {
      Map<String, Double> moved = new HashMap<>(of(side));
      double before = sum(moved);
      moved.computeIfPresent(signal, (name, weight) -> weight * factor);
      double share = before / sum(moved);
      moved.replaceAll((name, weight) -> weight * share);
      return any.explanation().parts().stream()
          .mapToDouble(
              part ->
                  (part.side() == side ? moved : of(part.side())).getOrDefault(part.signal(), 0.0))
          .toArray();
    }
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
}
