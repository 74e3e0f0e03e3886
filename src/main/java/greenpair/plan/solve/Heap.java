package greenpair.plan.solve;

import java.util.Arrays;

/// A binary heap of nodes by distance, ties by number, in which the distance of a node can
/// decrease. It remembers all nodes that it has contained since it was cleared.
final class Heap {
  private static final int ABSENT = -1;

  private final int[] at;
  private final long[] keys;
  private final boolean[] seen;
  private int[] nodes = new int[64];
  private int[] touched = new int[64];
  private int size;
  private int touchedCount;

  Heap(int count) {
    at = new int[count];
    Arrays.fill(at, ABSENT);
    keys = new long[count];
    seen = new boolean[count];
  }

  void clear() {
    for (int i = 0; i < size; i++) {
      at[nodes[i]] = ABSENT;
    }
    for (int i = 0; i < touchedCount; i++) {
      seen[touched[i]] = false;
    }
    size = 0;
    touchedCount = 0;
  }

  boolean isEmpty() {
    return size == 0;
  }

  long least() {
    return keys[nodes[0]];
  }

  int touched() {
    return touchedCount;
  }

  int touched(int index) {
    return touched[index];
  }

  void push(int node, long key) {
    keys[node] = key;
    if (!seen[node]) {
      seen[node] = true;
      if (touchedCount == touched.length) {
        touched = Arrays.copyOf(touched, 2 * touchedCount);
      }
      touched[touchedCount++] = node;
    }
    if (at[node] == ABSENT) {
      if (size == nodes.length) {
        nodes = Arrays.copyOf(nodes, 2 * size);
      }
      at[node] = size;
      nodes[size++] = node;
    }
    up(at[node]);
  }

  int pop() {
    int least = nodes[0];
    at[least] = ABSENT;
    int last = nodes[--size];
    if (size > 0) {
      nodes[0] = last;
      at[last] = 0;
      down();
    }
    return least;
  }

  private void up(int from) {
    int node = nodes[from];
    int i = from;
    while (i > 0 && isLess(node, nodes[(i - 1) / 2])) {
      set(i, nodes[(i - 1) / 2]);
      i = (i - 1) / 2;
    }
    set(i, node);
  }

  private void down() {
    int node = nodes[0];
    int i = 0;
    while (2 * i + 1 < size) {
      int child = 2 * i + 1;
      if (child + 1 < size && isLess(nodes[child + 1], nodes[child])) {
        child++;
      }
      if (!isLess(nodes[child], node)) {
        break;
      }
      set(i, nodes[child]);
      i = child;
    }
    set(i, node);
  }

  private boolean isLess(int a, int b) {
    return keys[a] < keys[b] || (keys[a] == keys[b] && a < b);
  }

  private void set(int i, int node) {
    nodes[i] = node;
    at[node] = i;
  }
}
