package greenpair.plan.solve;

import java.util.Arrays;

/// The arcs that use each column of a [Transport].
final class ColumnArcs {
  private final int[][] arcs;
  private final int[] counts;

  ColumnArcs(int columns) {
    this.arcs = new int[columns][];
    this.counts = new int[columns];
  }

  int count(int column) {
    return counts[column];
  }

  int arc(int column, int at) {
    return arcs[column][at];
  }

  void add(int column, int arc) {
    int[] own = arcs[column];
    if (own == null) {
      own = new int[2];
    } else if (counts[column] == own.length) {
      own = Arrays.copyOf(own, 2 * own.length);
    }
    own[counts[column]++] = arc;
    arcs[column] = own;
  }

  void remove(int column, int arc) {
    int[] own = arcs[column];
    int at = 0;
    while (own[at] != arc) {
      at++;
    }
    int last = --counts[column];
    System.arraycopy(own, at + 1, own, at, last - at);
  }
}
