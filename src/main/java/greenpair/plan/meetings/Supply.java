package greenpair.plan.meetings;

import greenpair.catalog.EntryId;
import greenpair.plan.meetings.Summit.Slot;
import greenpair.plan.meetings.Summit.Wish;
import greenpair.plan.meetings.Timetable.Meeting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// The tables and interpreters of a slot, and the meetings that they are enough for.
///
/// Interpreters are assigned by augmenting paths (Kuhn 1955). Meetings of an earlier timetable keep
/// their table and interpreter.
final class Supply {
  private static final int NONE = -1;

  private final List<Slot> slots;
  private final List<Wish> wishes;
  private final Arrangements with;
  private final boolean[] atTable;
  private final boolean[] needs;
  private final int[][] able;
  private final boolean plain;
  private final Map<Integer, Meeting> kept = new HashMap<>();

  Supply(Summit summit, List<Wish> wishes) {
    this.slots = summit.slots();
    this.wishes = wishes;
    this.with = summit.conditions();
    this.atTable = new boolean[wishes.size()];
    this.needs = new boolean[wishes.size()];
    this.able = new int[wishes.size()][];
    for (int w = 0; w < able.length; w++) {
      Wish wish = wishes.get(w);
      atTable[w] = !with.isOnline(wish.city(), wish.partner());
      needs[w] = with.needInterpreter(wish.city(), wish.partner());
      able[w] =
          needs[w]
              ? with.between(wish.city(), wish.partner()).stream()
                  .mapToInt(with.interpreters()::indexOf)
                  .toArray()
              : new int[0];
    }
    this.plain = IntStream.range(0, needs.length).noneMatch(each -> needs[each]);
  }

  /// Whether the number of tables is all that limits the meetings of a slot.
  boolean isPlain() {
    return plain;
  }

  /// Tables that a meeting takes, 0 or 1.
  int tables(int wish) {
    return atTable[wish] ? 1 : 0;
  }

  boolean hasTables(int slot, int count) {
    return count <= slots.get(slot).tables();
  }

  /// Keeps the table and interpreter of an older meeting.
  void keep(int wish, Meeting meeting) {
    kept.put(wish, meeting);
  }

  /// Lets a meeting change its table and interpreter after all.
  void release(int wish) {
    kept.remove(wish);
  }

  /// Of some wishes, so many can be held at most in all slots together.
  record Limit(IntPredicate counts, int most) {}

  /// How many meetings all slots have room for: those at tables, and those that only certain
  /// interpreters can interpret.
  List<Limit> limits() {
    List<Limit> limits = new ArrayList<>();
    limits.add(new Limit(each -> atTable[each], slots.stream().mapToInt(Slot::tables).sum()));
    Map<String, int[]> groups = new TreeMap<>();
    Arrays.stream(able).forEach(each -> groups.put(Arrays.toString(each), each));
    for (int[] group : groups.values()) {
      limits.add(
          new Limit(
              each -> needs[each] && contains(group, able[each]), group.length * slots.size()));
    }
    return limits;
  }

  private static boolean contains(int[] group, int[] some) {
    return Arrays.stream(some).allMatch(each -> Arrays.stream(group).anyMatch(g -> g == each));
  }

  /// Whether a slot has tables and interpreters for these meetings.
  boolean isEnough(int slot, List<Integer> meetings) {
    return hasTables(slot, meetings.stream().mapToInt(this::tables).sum())
        && !interpreters(meetings).containsValue(NONE);
  }

  /// The interpreter of each meeting that needs one, [#NONE] if there are too few.
  private Map<Integer, Integer> interpreters(List<Integer> meetings) {
    int[] meetingOf = new int[with.interpreters().size()];
    Arrays.fill(meetingOf, NONE);
    boolean[] bound = new boolean[meetingOf.length];
    for (int each : meetings) {
      int old = keptInterpreter(each);
      if (old != NONE) {
        meetingOf[old] = each;
        bound[old] = true;
      }
    }
    Map<Integer, Integer> found = new HashMap<>();
    for (int each : meetings) {
      if (needs[each] && keptInterpreter(each) == NONE) {
        boolean[] seen = bound.clone();
        if (!assign(each, meetingOf, seen)) {
          found.put(each, NONE);
        }
      }
    }
    for (int i = 0; i < meetingOf.length; i++) {
      if (meetingOf[i] != NONE) {
        found.put(meetingOf[i], i);
      }
    }
    return found;
  }

  private boolean assign(int meeting, int[] meetingOf, boolean[] seen) {
    for (int each : able[meeting]) {
      if (!seen[each]) {
        seen[each] = true;
        if (meetingOf[each] == NONE || assign(meetingOf[each], meetingOf, seen)) {
          meetingOf[each] = meeting;
          return true;
        }
      }
    }
    return false;
  }

  /// The interpreter of an older meeting who still comes.
  private int keptInterpreter(int meeting) {
    Meeting old = kept.get(meeting);
    if (old == null || old.interpreter() == null) {
      return NONE;
    }
    // One who was chosen by hand stays, even if none is needed.
    return (needs[meeting]
            ? Arrays.stream(able[meeting])
            : IntStream.range(0, with.interpreters().size()))
        .filter(each -> with.interpreters().get(each).name().equals(old.interpreter()))
        .findFirst()
        .orElse(NONE);
  }

  /// The meetings of a slot at their tables. A city stays at its table if possible.
  ///
  /// @param usual table of each city, which this changes
  List<Meeting> seated(int slot, List<Integer> meetings, Map<EntryId, Integer> usual) {
    boolean[] taken = new boolean[slots.get(slot).tables() + 1];
    Map<Integer, Integer> tables = new HashMap<>();
    for (int each : meetings) {
      Meeting old = kept.get(each);
      if (old != null) {
        tables.put(each, old.table());
        taken[old.table()] = true;
      }
    }
    taken[0] = true;
    for (boolean isUsual : new boolean[] {true, false}) {
      for (int each : meetings) {
        if (atTable[each] && !tables.containsKey(each)) {
          int table = isUsual ? usual.getOrDefault(wishes.get(each).city(), 0) : firstFree(taken);
          if (table < taken.length && !taken[table]) {
            taken[table] = true;
            tables.put(each, table);
          }
        }
      }
    }
    Map<Integer, Integer> interpreters = interpreters(meetings);
    List<Meeting> seated = new ArrayList<>();
    for (int each : meetings) {
      Wish wish = wishes.get(each);
      int table = tables.getOrDefault(each, 0);
      Integer interpreter = interpreters.get(each);
      if (table > 0) {
        usual.put(wish.city(), table);
      }
      seated.add(
          new Meeting(
              wish.city(),
              wish.partner(),
              slot,
              table,
              interpreter == null ? null : with.interpreters().get(interpreter).name()));
    }
    seated.sort(Comparator.comparingInt(Meeting::table));
    return seated;
  }

  private static int firstFree(boolean[] taken) {
    int table = 1;
    while (taken[table]) {
      table++;
    }
    return table;
  }
}
