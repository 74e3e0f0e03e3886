package greenpair.plan.meetings;

import greenpair.plan.solve.Transport;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// The set of wishes with the largest value in which no delegation has more meetings than the slots
/// in which it is present, and no [Limit] is exceeded. If all delegations are present throughout
/// and tables are the only limit, such a set can always be scheduled.
///
/// Where cities meet only partners, the graph is bipartite. If all are present throughout and there
/// are as many slots as the busiest delegation has meetings, its edges have a proper colouring by
/// slots (Koenig 1916), and one in which all slots have nearly as many (de Werra, INFOR 9, 1971).
/// The value of this selection is then that of the best timetable; otherwise, it is a bound. A
/// limit is priced: `min over L of (best of w - L) + L K` is never less than the best value of K
/// meetings. For a limit on all meetings, it equals that value, which is concave in K, as in every
/// transport problem.
///
/// If cities meet cities, each wish is counted twice, once from each side, with half its value (the
/// double cover of the graph). The transport problem is then the linear relaxation of the
/// selection.
final class Selection {
  private final long[] values;
  private final int copies;
  private final int[] rowLimits;
  private final int[] columnLimits;
  private final int[] start;
  private final int[] wishOf;
  private final int[] columnOf;

  record Limit(BitSet counted, int most) {}

  /// @param values of the wishes, in millionths; 0 for one that can be in no slot
  /// @param row of each wish in the graph
  /// @param column of each wish
  /// @param rowLimits meetings of each row at most
  /// @param columnLimits meetings of each column at most
  /// @param bipartite whether rows and columns are different delegations; otherwise both are all
  Selection(
      long[] values,
      int[] row,
      int[] column,
      int[] rowLimits,
      int[] columnLimits,
      boolean bipartite) {
    this.values = values;
    this.copies = bipartite ? 1 : 2;
    this.rowLimits = rowLimits;
    this.columnLimits = columnLimits;
    List<List<int[]>> arcs = new ArrayList<>();
    for (int r = 0; r < rowLimits.length; r++) {
      arcs.add(new ArrayList<>());
    }
    for (int w = 0; w < values.length; w++) {
      arcs.get(row[w]).add(new int[] {w, column[w]});
      if (!bipartite) {
        arcs.get(column[w]).add(new int[] {w, row[w]});
      }
    }
    this.start = new int[rowLimits.length + 1];
    for (int r = 0; r < rowLimits.length; r++) {
      start[r + 1] = start[r] + arcs.get(r).size();
    }
    List<int[]> all = arcs.stream().flatMap(List::stream).toList();
    this.wishOf = all.stream().mapToInt(each -> each[0]).toArray();
    this.columnOf = all.stream().mapToInt(each -> each[1]).toArray();
  }

  /// What was selected.
  ///
  /// @param bound no timetable is worth more
  record Selected(List<Integer> chosen, long bound) {}

  /// How often each wish is taken at a price, and the bound that this proves.
  private static final class Priced {
    private final int[] taken;
    private final long bound;

    Priced(int[] taken, long bound) {
      this.taken = taken;
      this.bound = bound;
    }
  }

  /// The best selection within the strictest of the limits, and the least bound of all.
  Selected best(List<Limit> limits) {
    Priced best = priced(new Limit(new BitSet(), 0), 0);
    int[] unlimited = best.taken;
    for (Limit each : limits) {
      if (exceeds(unlimited, each)) {
        Priced found = within(each);
        best = found.bound < best.bound ? found : best;
      }
    }
    List<Integer> chosen = new ArrayList<>();
    for (int times = copies; times > 0; times--) {
      for (int w = 0; w < values.length; w++) {
        if (best.taken[w] == times) {
          chosen.add(w);
        }
      }
    }
    return new Selected(chosen, best.bound);
  }

  private boolean exceeds(int[] taken, Limit limit) {
    long counted = 0;
    for (int w = 0; w < taken.length; w++) {
      counted += limit.counted().get(w) ? taken[w] : 0;
    }
    return counted > (long) copies * limit.most();
  }

  private Priced within(Limit limit) {
    long low = 0;
    long high = 0;
    for (long each : values) {
      high = Math.max(high, each);
    }
    Priced dearest = priced(limit, high);
    long bound = dearest.bound;
    int[] taken = dearest.taken;
    while (high - low > 1) {
      long price = (low + high) >>> 1;
      Priced found = priced(limit, price);
      bound = Math.min(bound, found.bound);
      if (exceeds(found.taken, limit)) {
        low = price;
      } else {
        high = price;
        taken = found.taken;
      }
    }
    return new Priced(taken, bound);
  }

  /// The best wishes when each meeting that counts costs a price.
  private Priced priced(Limit limit, long price) {
    long[] gains = new long[wishOf.length];
    for (int a = 0; a < gains.length; a++) {
      int w = wishOf[a];
      gains[a] = Math.max(0, values[w] - (limit.counted().get(w) ? price : 0));
    }
    boolean[] used =
        new Transport(
                start,
                columnOf,
                gains,
                rowLimits,
                new int[rowLimits.length],
                columnLimits,
                new int[columnLimits.length])
            .solve();
    int[] taken = new int[values.length];
    long worth = 0;
    for (int a = 0; a < used.length; a++) {
      if (used[a] && gains[a] > 0) {
        taken[wishOf[a]]++;
        worth += gains[a];
      }
    }
    return new Priced(taken, worth / copies + price * limit.most());
  }
}
