package greenpair.plan.meetings;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import greenpair.message.Message;
import greenpair.plan.meetings.Summit.Slot;
import greenpair.plan.meetings.Timetable.Meeting;

/// Finds what clashes in a timetable. It shares the definitions of [Summit] with the solver, but
/// none of its search.
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

  /// The clashes: a delegation in two places or absent, a table that is taken or missing,
  /// more meetings at a time than can be interpreted.
  public static List<Text> clashes(
      Summit summit,
      List<Meeting> meetings,
      Function<EntryId, Text> names,
      Function<Slot, String> times) {
    TimetableCheck check = new TimetableCheck(summit, names, times);
    check.clash(meetings);
    return check.faults;
  }

  private void clash(List<Meeting> meetings) {
    for (Meeting each : meetings) {
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
}
