package greenpair.plan.meetings;

import greenpair.plan.solve.Transport;
import java.util.ArrayList;
import java.util.List;

/// The set of wishes with the largest value in which no delegation has more meetings than the slots
/// in which it is present, and the total does not exceed the number of tables. If all delegations
/// are present throughout, such a set can always be scheduled.
///
/// The graph of cities and partners is bipartite. If all are present throughout and there are as
/// many slots as the busiest delegation has meetings, its edges have a proper colouring by slots
/// (Koenig 1916), and one in which all slots have nearly as many (de Werra, INFOR 9, 1971). So what
/// is selected here is the best timetable's worth; where some arrive later it is a bound. The limit
/// of all tables is priced: `min over L of (best of w - L) + L K` is exact, since the best worth of
/// K meetings is concave in K, as of every transport.
final class Selection {
  private final List<Wish> wishes;
  private final int[] cityOf;
  private final int[] partnerOf;
  private final int[] cityLimits;
  private final int[] partnerLimits;
  private final int most;

  /// @param most meetings in all
  Selection(
      List<Wish> wishes,
      int[] cityOf,
      int[] partnerOf,
      int[] cityLimits,
      int[] partnerLimits,
      int most) {
    this.wishes = wishes;
    this.cityOf = cityOf;
    this.partnerOf = partnerOf;
    this.cityLimits = cityLimits;
    this.partnerLimits = partnerLimits;
    this.most = most;
  }

  /// What was selected.
  ///
  /// @param chosen positions of wishes
  /// @param bound no timetable is worth more
  record Selected(List<Integer> chosen, long bound) {}

  Selected best() {
    int low = 0;
    int high = wishes.stream().mapToInt(Wish::millionths).max().orElse(0);
    List<Integer> chosen = priced(0);
    long bound = worth(chosen, 0);
    if (chosen.size() <= most) {
      return new Selected(chosen, bound);
    }
    while (high - low > 1) {
      int price = (low + high) >>> 1;
      List<Integer> some = priced(price);
      bound = Math.min(bound, worth(some, price) + (long) price * most);
      if (some.size() <= most) {
        high = price;
        chosen = some;
      } else {
        low = price;
      }
    }
    if (chosen.size() > most) {
      chosen = List.of();
    }
    return new Selected(chosen, bound);
  }

  private long worth(List<Integer> some, int price) {
    return some.stream().mapToLong(each -> wishes.get(each).millionths() - price).sum();
  }

  /// The best wishes when each meeting costs a price.
  private List<Integer> priced(int price) {
    List<List<Integer>> ofCity = new ArrayList<>();
    for (int c = 0; c < cityLimits.length; c++) {
      ofCity.add(new ArrayList<>());
    }
    for (int w = 0; w < wishes.size(); w++) {
      if (wishes.get(w).millionths() > price) {
        ofCity.get(cityOf[w]).add(w);
      }
    }
    List<Integer> arcs = new ArrayList<>();
    int[] start = new int[cityLimits.length + 1];
    for (int c = 0; c < cityLimits.length; c++) {
      arcs.addAll(ofCity.get(c));
      start[c + 1] = arcs.size();
    }
    boolean[] used =
        new Transport(
                start,
                arcs.stream().mapToInt(w -> partnerOf[w]).toArray(),
                arcs.stream().mapToLong(w -> (long) wishes.get(w).millionths() - price).toArray(),
                cityLimits,
                new int[cityLimits.length],
                partnerLimits,
                new int[partnerLimits.length])
            .solve();
    List<Integer> chosen = new ArrayList<>();
    for (int a = 0; a < used.length; a++) {
      if (used[a]) {
        chosen.add(arcs.get(a));
      }
    }
    return chosen;
  }
}
