package greenpair.plan.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Assigns columns to rows so that the total gain is largest. Each row has a number of places,
/// filled by different columns, and each column serves up to its capacity of rows. Both may have
/// minimums.
///
/// Minimum-cost flow by successive shortest paths with potentials (Ahuja, Magnanti and Orlin,
/// Network Flows, 1993, chapter 9.7; the search ends at the first free column, as in Jonker and
/// Volgenant, Computing 38, 1987). One unit of a row is placed at a time; a place that is not worth
/// filling stays empty, with no gain. Reduced costs stay non-negative throughout, which proves that
/// no assignment has a larger gain. An unmet minimum costs more than all gains together, so as few
/// as possible stay unmet. Time is close to the number of units times
/// the arcs of a row unless capacities are scarce.
public final class Transport {
  private static final long FAR = Long.MAX_VALUE / 4;
  private static final int FREE = -1;

  private final int rows;
  private final int columns;
  private final int[] start;
  private final int[] column;
  private final long[] gain;
  private final int[] places;
  private final int[] rowFloors;
  private final int[] capacities;
  private final int[] columnFloors;
  private final long unmet;

  private final boolean[] used;
  private final int[] filled;
  private final int[] empty;
  private final int[] load;
  private final List<List<Integer>> holders = new ArrayList<>();
  private final long[] potential;
  private final long[] distance;
  private final int[] arc;
  private final PriorityQueue<Reached> open =
      new PriorityQueue<>(
          Comparator.comparingLong(Reached::distance).thenComparingInt(Reached::node));
  private final List<Integer> touched = new ArrayList<>();

  /// A node that can be left; outdated if it was reached on a shorter way since.
  private record Reached(int node, long distance) {}

  /// @param start arcs of row r are `start[r]` to `start[r + 1] - 1`
  /// @param column of each arc, none twice in a row
  /// @param gain of each arc, from 0
  /// @param places of each row, from 0
  /// @param rowFloors places of each row to be filled at least
  /// @param capacities of each column, from 0
  /// @param columnFloors rows to be served by each column at least
  public Transport(
      int[] start,
      int[] column,
      long[] gain,
      int[] places,
      int[] rowFloors,
      int[] capacities,
      int[] columnFloors) {
    this.rows = places.length;
    this.columns = capacities.length;
    this.start = start.clone();
    this.column = column.clone();
    this.gain = gain.clone();
    this.places = places.clone();
    this.rowFloors = rowFloors.clone();
    this.capacities = capacities.clone();
    this.columnFloors = columnFloors.clone();
    this.unmet = 1 + Arrays.stream(gain).max().orElse(0) * (1L + Arrays.stream(places).sum());
    this.used = new boolean[column.length];
    this.filled = new int[rows];
    this.empty = new int[rows];
    this.load = new int[columns];
    for (int c = 0; c < columns; c++) {
      holders.add(new ArrayList<>());
    }
    int nodes = rows + columns;
    this.potential = new long[nodes];
    this.distance = new long[nodes];
    this.arc = new int[nodes];
    Arrays.fill(distance, FAR);
    begin();
  }

  /// Potentials under which no arc of the empty assignment has a negative reduced cost.
  private void begin() {
    for (int c = 0; c < columns; c++) {
      potential[rows + c] = columnFloors[c] > 0 ? unmet : 0;
    }
    for (int r = 0; r < rows; r++) {
      for (int a = start[r]; a < start[r + 1]; a++) {
        potential[r] = Math.max(potential[r], gain[a] + potential[rows + column[a]]);
      }
    }
  }

  /// Places all units of all rows.
  ///
  /// @return whether each arc is used, in the order of the arcs
  public boolean[] solve() {
    for (int r = 0; r < rows; r++) {
      for (int i = 0; i < places[r]; i++) {
        place(r);
      }
    }
    return used.clone();
  }

  /// Floors that are not met: of rows, and of columns, together.
  public int unmetFloors() {
    int short_ = 0;
    for (int r = 0; r < rows; r++) {
      short_ += Math.max(0, rowFloors[r] - filled[r]);
    }
    for (int c = 0; c < columns; c++) {
      short_ += Math.max(0, columnFloors[c] - load[c]);
    }
    return short_;
  }

  /// Sends one unit from a row along the shortest path to a column where it may end.
  private void place(int source) {
    open.clear();
    touched.clear();
    reach(source, 0, FREE);
    long best = FAR;
    int end = FREE;
    for (Reached next = open.poll(); next != null && next.distance() < best; next = open.poll()) {
      int node = next.node();
      if (next.distance() > distance[node]) {
        continue;
      }
      long ending = distance[node] + potentialDrop(node);
      if (ending < best) {
        best = ending;
        end = node;
      }
      if (node < rows) {
        leaveRow(node);
      } else {
        leaveColumn(node - rows);
      }
    }
    move(end);
    for (int node : touched) {
      if (distance[node] < best) {
        potential[node] += distance[node] - best;
      }
      distance[node] = FAR;
    }
  }

  /// The reduced cost of ending at a node, FAR where that cannot be.
  private long potentialDrop(int node) {
    if (node < rows) {
      // An empty place: the last `rowFloors` ones break the floor.
      long cost = empty[node] < places[node] - rowFloors[node] ? 0 : unmet;
      return cost + potential[node];
    }
    int c = node - rows;
    if (load[c] >= capacities[c]) {
      return FAR;
    }
    return (load[c] < columnFloors[c] ? -unmet : 0) + potential[node];
  }

  private void leaveRow(int r) {
    for (int a = start[r]; a < start[r + 1]; a++) {
      if (!used[a]) {
        int to = rows + column[a];
        reach(to, distance[r] - gain[a] + potential[r] - potential[to], a);
      }
    }
  }

  private void leaveColumn(int c) {
    int from = rows + c;
    for (int a : holders.get(c)) {
      int r = rowOf(a);
      reach(r, distance[from] + gain[a] + potential[from] - potential[r], a);
    }
  }

  private int rowOf(int a) {
    int at = Arrays.binarySearch(start, a);
    if (at < 0) {
      return -at - 2;
    }
    while (at + 1 < start.length && start[at + 1] == a) {
      at++; // Rows without arcs begin where the next one does.
    }
    return at;
  }

  private void reach(int node, long at, int by) {
    if (at < distance[node]) {
      if (distance[node] == FAR) {
        touched.add(node);
      }
      distance[node] = at;
      arc[node] = by;
      open.add(new Reached(node, at));
    }
  }

  /// Flips every arc of the path to that end: used arcs become unused, and unused ones used.
  private void move(int end) {
    if (end < rows) {
      empty[end]++;
    } else {
      load[end - rows]++;
    }
    int node = end;
    while (arc[node] != FREE) {
      int a = arc[node];
      if (node >= rows) {
        used[a] = true;
        holders.get(column[a]).add(a);
        node = rowOf(a);
        filled[node]++;
      } else {
        used[a] = false;
        var _ = holders.get(column[a]).removeIf(each -> each == a);
        filled[node]--;
        node = rows + column[a];
      }
    }
  }
}
