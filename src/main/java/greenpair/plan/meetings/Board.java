package greenpair.plan.meetings;

import module java.base;

import greenpair.plan.meetings.Summit.Slot;

/// Meetings by delegation and slot, in which chains of meetings can be exchanged between slots. A
/// chain is a path or a ring, also where cities meet cities, because a delegation has at most one
/// meeting in a slot.
final class Board {
  static final int FREE = -1;

  private final int[] one;
  private final int[] other;
  private final boolean[][] there;
  private final List<Slot> slots;
  private final boolean[] interpreted;
  private final int interpreters;
  private final int[][] at;
  private final List<List<Integer>> held = new ArrayList<>();
  private final int[] slotOf;
  private final int[] interpretedIn;
  private final int[] onDay;

  /// @param one the city of each wish
  /// @param other its partner
  /// @param there by delegation and slot
  /// @param interpreted whether a wish needs an interpreter
  /// @param interpreters in each slot
  Board(
      int[] one,
      int[] other,
      boolean[][] there,
      List<Slot> slots,
      boolean[] interpreted,
      int interpreters) {
    this.one = one;
    this.other = other;
    this.there = there;
    this.slots = slots;
    this.interpreted = interpreted;
    this.interpreters = interpreters;
    this.at = new int[there.length][slots.size()];
    this.slotOf = new int[one.length];
    this.interpretedIn = new int[slots.size()];
    this.onDay = new int[1 + slots.getLast().day()];
    Arrays.stream(at).forEach(row -> Arrays.fill(row, FREE));
    slots.forEach(each -> held.add(new ArrayList<>()));
    Arrays.fill(slotOf, FREE);
  }

  int slotOf(int wish) {
    return slotOf[wish];
  }

  boolean isFree(int who, int slot) {
    return there[who][slot] && at[who][slot] == FREE;
  }

  List<Integer> held(int slot) {
    return List.copyOf(held.get(slot));
  }

  /// Whether a slot has both delegations, a table and an interpreter for a meeting.
  boolean isFreeFor(int wish, int slot) {
    return isFree(one[wish], slot)
        && isFree(other[wish], slot)
        && hasRoom(slot, 1, interpreters(wish));
  }

  private boolean hasRoom(int slot, int meetings, int interpreted) {
    return held.get(slot).size() + meetings <= slots.get(slot).tables()
        && interpretedIn[slot] + interpreted <= interpreters;
  }

  private int interpreters(int wish) {
    return interpreted[wish] ? 1 : 0;
  }

  void put(int wish, int slot) {
    at[one[wish]][slot] = wish;
    at[other[wish]][slot] = wish;
    slotOf[wish] = slot;
    held.get(slot).add(wish);
    interpretedIn[slot] += interpreters(wish);
    onDay[slots.get(slot).day()]++;
  }

  void take(int wish) {
    int slot = slotOf[wish];
    at[one[wish]][slot] = FREE;
    at[other[wish]][slot] = FREE;
    slotOf[wish] = FREE;
    held.get(slot).remove(Integer.valueOf(wish));
    interpretedIn[slot] -= interpreters(wish);
    onDay[slots.get(slot).day()]--;
  }

  /// Puts a wish in a slot that is free for both, on the day with the fewest meetings.
  boolean putWhereFree(int wish) {
    int best = FREE;
    for (int s = 0; s < slots.size(); s++) {
      if ((best == FREE || onDayOf(s) < onDayOf(best)) && isFreeFor(wish, s)) {
        best = s;
      }
    }
    if (best != FREE) {
      put(wish, best);
    }
    return best != FREE;
  }

  private int onDayOf(int slot) {
    return onDay[slots.get(slot).day()];
  }

  /// Puts a wish in a slot after others have changed places for it.
  boolean putByChains(int wish) {
    for (int s = 0; s < slots.size(); s++) {
      if (isFree(one[wish], s)) {
        for (int t = 0; t < slots.size(); t++) {
          if (t != s && (isFree(other[wish], s) ? byRoom(wish, s, t) : byAChain(wish, s, t))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /// The partner is busy in s and free in t: its meeting in s is moved to t, with the whole chain.
  private boolean byAChain(int wish, int s, int t) {
    if (!isFree(other[wish], t)) {
      return false;
    }
    List<Integer> chain = chain(other[wish], s, t);
    if (chain.isEmpty() || !change(chain, s, t)) {
      return false;
    }
    if (isFreeFor(wish, s)) {
      put(wish, s);
      return true;
    }
    change(chain, s, t);
    return false;
  }

  /// Both are free in s, but a table or an interpreter is not: a chain leaves s with one.
  private boolean byRoom(int wish, int s, int t) {
    for (int who = 0; who < at.length; who++) {
      if (at[who][s] != FREE && at[who][t] == FREE) {
        List<Integer> chain = chain(who, s, t);
        if (change(chain, s, t)) {
          if (isFreeFor(wish, s)) {
            put(wish, s);
            return true;
          }
          change(chain, s, t);
        }
      }
    }
    return false;
  }

  /// The chain of meetings that begins at a delegation in slot s and continues alternately in t and
  /// s.
  private List<Integer> chain(int who, int s, int t) {
    List<Integer> chain = new ArrayList<>();
    int node = who;
    int slot = s;
    while (at[node][slot] != FREE) {
      int meeting = at[node][slot];
      if (!chain.isEmpty() && chain.getFirst() == meeting) {
        return chain; // A ring.
      }
      chain.add(meeting);
      node = one[meeting] == node ? other[meeting] : one[meeting];
      slot = slot == s ? t : s;
    }
    return chain;
  }

  /// Exchanges the meetings of a chain between two slots; has no effect if a delegation is absent
  /// or there are too few tables or interpreters.
  boolean change(List<Integer> chain, int s, int t) {
    int toT = 0;
    int interpretedToT = 0;
    for (int meeting : chain) {
      int to = slotOf[meeting] == s ? t : s;
      int way = to == t ? 1 : -1;
      toT += way;
      interpretedToT += way * interpreters(meeting);
      if (!there[one[meeting]][to] || !there[other[meeting]][to]) {
        return false;
      }
    }
    if (!hasRoom(t, toT, interpretedToT) || !hasRoom(s, -toT, -interpretedToT)) {
      return false;
    }
    int[] to = chain.stream().mapToInt(each -> slotOf[each] == s ? t : s).toArray();
    chain.forEach(this::take);
    for (int i = 0; i < to.length; i++) {
      put(chain.get(i), to[i]);
    }
    return true;
  }

  /// Slots that delegations wait between two meetings of a day.
  int idle() {
    int idle = 0;
    for (int who = 0; who < at.length; who++) {
      idle += idle(who);
    }
    return idle;
  }

  private int idle(int who) {
    int idle = 0;
    int last = FREE;
    for (int s = 0; s < slots.size(); s++) {
      if (at[who][s] != FREE) {
        if (last != FREE && slots.get(last).day() == slots.get(s).day()) {
          idle += s - last - 1;
        }
        last = s;
      }
    }
    return idle;
  }

  /// Lets one chain change places by which there is less waiting; false if there is none.
  boolean closeAGap() {
    for (int s = 0; s < slots.size(); s++) {
      for (int t = 0; t < slots.size(); t++) {
        for (int who = 0; t != s && who < at.length; who++) {
          if (at[who][s] != FREE) {
            List<Integer> chain = chain(who, s, t);
            if (at[who][t] != FREE && !chain.contains(at[who][t])) {
              continue; // Only a chain from its end, or a whole ring, can change places.
            }
            int[] whose = whose(chain);
            int before = idle(whose);
            if (change(chain, s, t)) {
              if (idle(whose) < before) {
                return true;
              }
              change(chain, s, t);
            }
          }
        }
      }
    }
    return false;
  }

  private int[] whose(List<Integer> chain) {
    return chain.stream()
        .flatMapToInt(each -> java.util.stream.IntStream.of(one[each], other[each]))
        .distinct()
        .toArray();
  }

  private int idle(int[] whose) {
    return Arrays.stream(whose).map(this::idle).sum();
  }
}
