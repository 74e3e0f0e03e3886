package greenpair.match.reason;

import greenpair.catalog.EntryId;
import greenpair.match.rank.Ranked;
import java.util.ArrayList;
import java.util.List;

/// A list in which near-ties are swapped at random, so that learning from outcomes can be
/// evaluated: of two entries with similar scores, each had the same probability of being first.
///
/// Neighbours whose scores differ by at most the margin are paired from the top, with each entry in
/// at most one pair, so that each moves by at most one place. The coin of a pair is a hash of seed,
/// subject and both ids: the same request always gets the same list, whichever part of it is shown.
///
/// @param list in the order to show
/// @param told the pairs of the displayed part, swapped or not
public record Exploration(List<Ranked> list, Answer.Exploration told) {
  /// Differences of sums of millionths are whole millionths but for the last bit.
  private static final double ROUNDING = 1e-9;

  /// Swaps the near-ties of a list.
  ///
  /// @param subject of the request, such as the ids of city and need
  /// @param margin difference of scores up to which two are a near-tie, in [0, 1]
  /// @param from first entry that is shown, from 0
  public static Exploration of(
      List<Ranked> list, long seed, String subject, double margin, int from, int limit) {
    List<Ranked> order = new ArrayList<>(list);
    List<Answer.Tie> ties = new ArrayList<>();
    int pairs = 0;
    for (int i = 0; i + 1 < order.size(); i++) {
      Ranked first = order.get(i);
      Ranked second = order.get(i + 1);
      if (Math.abs(first.score() - second.score()) <= margin + ROUNDING) {
        boolean isSwapped = isHeads(seed, subject, first.id(), second.id());
        if (isSwapped) {
          order.set(i, second);
          order.set(i + 1, first);
        }
        if (i + 1 >= from && i < from + limit) {
          ties.add(new Answer.Tie(i + 1, first.id(), second.id(), isSwapped));
        }
        pairs++;
        i++;
      }
    }
    return new Exploration(order, new Answer.Exploration(seed, margin, pairs, ties));
  }

  /// The finalizer of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014) makes each bit depend on all.
  static boolean isHeads(long seed, String subject, EntryId one, EntryId other) {
    long bits = seed;
    for (String word : List.of(subject, one.value(), other.value())) {
      bits = (bits ^ word.hashCode()) + 0x9e3779b97f4a7c15L;
      bits = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
      bits = (bits ^ (bits >>> 27)) * 0x94d049bb133111ebL;
      bits ^= bits >>> 31;
    }
    return (bits & 1) == 1;
  }
}
