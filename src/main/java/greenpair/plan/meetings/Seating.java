package greenpair.plan.meetings;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.plan.meetings.Summit.Slot;
import greenpair.plan.meetings.Summit.Wish;
import greenpair.plan.meetings.Timetable.Meeting;

/// Gives the meetings of a slot their tables. Meetings of an earlier timetable keep theirs.
final class Seating {
  private final List<Slot> slots;
  private final List<Wish> wishes;
  private final Map<Integer, Meeting> kept = new HashMap<>();

  Seating(List<Slot> slots, List<Wish> wishes) {
    this.slots = slots;
    this.wishes = wishes;
  }

  /// Keeps the table of an older meeting.
  void keep(int wish, Meeting meeting) {
    kept.put(wish, meeting);
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
        if (!tables.containsKey(each)) {
          int table = isUsual ? usual.getOrDefault(wishes.get(each).city(), 0) : firstFree(taken);
          if (table < taken.length && !taken[table]) {
            taken[table] = true;
            tables.put(each, table);
          }
        }
      }
    }
    List<Meeting> seated = new ArrayList<>();
    for (int each : meetings) {
      Wish wish = wishes.get(each);
      int table = tables.getOrDefault(each, 0);
      usual.put(wish.city(), table);
      seated.add(new Meeting(wish.city(), wish.partner(), slot, table));
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
