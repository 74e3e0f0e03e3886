package greenpair.resolve;

import module java.base;

/// Clusters parties into groups. Two groups are merged only if no pair across them is evidence
/// against it, so a chain of likely pairs never joins two different parties.
final class Clusters {
  private static final int MOST_MEMBERS = 200;

  /// Names alone do not tell so many records from those of namesakes.
  private static final int MOST_BY_NAME = 50;

  /// Whether there is no evidence against two parties being the same.
  interface Check {
    boolean allows(int one, int two);
  }

  private final Map<Integer, Integer> leaders = new HashMap<>();

  private final Map<Integer, int[]> members = new HashMap<>();

  int leader(int party) {
    return leaders.getOrDefault(party, party);
  }

  /// All groups of at least two, by leader; the leader is the smallest number.
  Map<Integer, int[]> groups() {
    return members;
  }

  private int[] members(int leader) {
    int[] known = members.get(leader);
    return known == null ? new int[] {leader} : known;
  }

  /// Merges the groups of two parties if there is no evidence against it; true if they are in one
  /// group now.
  ///
  /// @param byName whether nothing but their names says that they are the same
  boolean join(int one, int two, boolean byName, Check check) {
    int first = Math.min(leader(one), leader(two));
    int second = Math.max(leader(one), leader(two));
    if (first == second) {
      return true;
    }
    int[] left = members(first);
    int[] right = members(second);
    if (left.length + right.length > (byName ? MOST_BY_NAME : MOST_MEMBERS)) {
      return false;
    }
    for (int each : left) {
      for (int other : right) {
        if (!check.allows(each, other)) {
          return false;
        }
      }
    }
    int[] all = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, all, left.length, right.length);
    for (int each : all) {
      leaders.put(each, first);
    }
    members.remove(second);
    members.put(first, all);
    return true;
  }
}
