package greenpair.plan.meetings;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import greenpair.message.Message;
import greenpair.plan.meetings.Summit.Slot;
import greenpair.plan.meetings.Timetable.Meeting;

/// Checks a timetable without planning. It shares the definitions of [Summit] with the solver,
/// but none of its search.
public final class TimetableCheck {
  private final Summit summit;
  private final Function<EntryId, Text> names;
  private final Function<Slot, String> times;
  private final Set<String> taken = new HashSet<>();
  private final Map<String, EntryId> meets = new HashMap<>();
  private final List<Text> faults = new ArrayList<>();

  private TimetableCheck(
      Summit summit, Function<EntryId, Text> names, Function<Slot, String> times) {
    this.summit = summit;
    this.names = names;
    this.times = times;
  }

  /// The errors: all clashes, a moved meeting of an earlier timetable, a wrong total.
  public static List<Text> faults(
      Summit summit,
      Timetable timetable,
      Function<EntryId, Text> names,
      Function<Slot, String> times) {
    TimetableCheck check = new TimetableCheck(summit, names, times);
    if (check.clash(timetable.meetings())) {
      check.moved(timetable.meetings());
      check.total(timetable);
    }
    return check.faults;
  }

  /// Only the clashes: a delegation in two places or absent, a table that is taken or missing,
  /// more meetings at a time than can be interpreted.
  public static List<Text> clashes(
      Summit summit,
      List<Meeting> meetings,
      Function<EntryId, Text> names,
      Function<Slot, String> times) {
    TimetableCheck check = new TimetableCheck(summit, names, times);
    var _ = check.clash(meetings);
    return check.faults;
  }

  /// @return false if a meeting is in no slot
  private boolean clash(List<Meeting> meetings) {
    for (Meeting each : meetings) {
      if (each.slot() < 0 || each.slot() >= summit.slots().size()) {
        faults.add(Message.of("meeting.in_no_slot").text());
        return false;
      }
      Slot slot = summit.slots().get(each.slot());
      present(each.city(), each.partner(), each.slot());
      present(each.partner(), each.city(), each.slot());
      table(each, slot);
    }
    for (int s = 0; s < summit.slots().size(); s++) {
      int at = s;
      long interpreted =
          meetings.stream().filter(each -> each.slot() == at && summit.isInterpreted(each)).count();
      if (interpreted > summit.interpretedAtOnce()) {
        add("meeting.interpreters", summit.slots().get(s), "count", interpreted);
      }
    }
    return true;
  }

  private void add(String key, Slot slot, Object... arguments) {
    Object[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "time";
    all[arguments.length + 1] = times.apply(slot);
    faults.add(Message.of(key, all).text());
  }

  private void present(EntryId who, EntryId other, int at) {
    Slot slot = summit.slots().get(at);
    EntryId first = meets.putIfAbsent(who + " " + at, other);
    if (first != null) {
      add(
          "meeting.two_meetings",
          slot,
          "who",
          names.apply(who),
          "one",
          names.apply(first),
          "other",
          names.apply(other));
    }
    if (!summit.isThere(who, slot)) {
      add("meeting.absent", slot, "who", names.apply(who));
    }
  }

  private void table(Meeting meeting, Slot slot) {
    int table = meeting.table();
    if (table == 0) {
      add(
          "meeting.no_table",
          slot,
          "city",
          names.apply(meeting.city()),
          "partner",
          names.apply(meeting.partner()));
      return;
    }
    if (table < 1 || table > slot.tables() || !taken.add("#" + table + " " + meeting.slot())) {
      add("meeting.table_taken", slot, "table", table);
    }
  }

  /// Other meetings do not move: the meetings of an earlier timetable stay where they were, unless
  /// one of both sides is missing, the meeting is no longer wanted, so that there is no wish, or
  /// one that comes before it needs the same delegation, table or interpreter.
  private void moved(List<Meeting> meetings) {
    Set<String> wished = new HashSet<>();
    summit.wishes().forEach(each -> wished.add(each.pair()));
    Map<String, Meeting> held = new HashMap<>();
    meetings.forEach(each -> held.put(each.pair(), each));
    Set<String> first = new HashSet<>();
    int[] interpreted = new int[summit.slots().size()];
    for (Meeting each : summit.previous()) {
      Slot slot = summit.slots().get(each.slot());
      boolean stays =
          wished.contains(each.pair())
              && summit.isThere(each.city(), slot)
              && summit.isThere(each.partner(), slot)
              && needed(each).stream().noneMatch(first::contains)
              && (!summit.isInterpreted(each)
                  || interpreted[each.slot()] < summit.interpretedAtOnce());
      if (stays) {
        interpreted[each.slot()] += summit.isInterpreted(each) ? 1 : 0;
        first.addAll(needed(each));
      }
      if (stays && !each.equals(held.get(each.pair()))) {
        add(
            "meeting.moved",
            slot,
            "city",
            names.apply(each.city()),
            "partner",
            names.apply(each.partner()));
      }
    }
  }

  /// What a meeting needs for itself in its slot.
  private static List<String> needed(Meeting meeting) {
    List<String> needed = new ArrayList<>();
    needed.add(meeting.slot() + " " + meeting.city());
    needed.add(meeting.slot() + " " + meeting.partner());
    if (meeting.table() > 0) {
      needed.add(meeting.slot() + " #" + meeting.table());
    }
    return needed;
  }

  private void total(Timetable timetable) {
    Map<String, Integer> worth = new HashMap<>();
    summit.wishes().forEach(each -> worth.put(each.pair(), each.millionths()));
    long total = 0;
    Set<String> met = new HashSet<>();
    for (Meeting each : timetable.meetings()) {
      Integer value = worth.get(each.pair());
      if (value == null || !met.add(each.pair())) {
        faults.add(
            Message.of(
                    "meeting.no_wish",
                    "city",
                    names.apply(each.city()),
                    "partner",
                    names.apply(each.partner()))
                .text());
      } else {
        total += value;
      }
    }
    if (total != timetable.millionths() || timetable.bound() < total) {
      faults.add(Message.of("plan.wrong_value", "what", Message.of("plan.this")).text());
    }
  }
}
