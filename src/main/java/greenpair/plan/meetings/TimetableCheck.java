package greenpair.plan.meetings;

import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import greenpair.message.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Checks a timetable without planning.
public final class TimetableCheck {
  private TimetableCheck() {}

  /// Errors: a delegation in two places, at an occupied table, or absent; empty if there are none.
  public static List<Text> faults(Summit summit, Timetable timetable) {
    List<Text> faults = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    Map<String, Integer> worth = new HashMap<>();
    summit
        .wishes()
        .forEach(each -> worth.put(each.city() + " " + each.partner(), each.millionths()));
    long total = 0;
    for (Meeting each : timetable.meetings()) {
      if (each.slot() < 0 || each.slot() >= summit.slots().size()) {
        return List.of(Message.of("meeting.in_no_slot").text());
      }
      Slot slot = summit.slots().get(each.slot());
      for (EntryId who : List.of(each.city(), each.partner())) {
        if (!taken.add(who + " " + each.slot())) {
          faults.add(Message.of("meeting.two_places", "who", who, "time", slot.start()).text());
        }
        if (!summit.isThere(who, slot)) {
          faults.add(Message.of("meeting.absent", "who", who, "time", slot.start()).text());
        }
      }
      boolean isTable = each.table() >= 1 && each.table() <= slot.tables();
      if (!isTable || !taken.add("#" + each.table() + " " + each.slot())) {
        faults.add(
            Message.of("meeting.table_taken", "table", each.table(), "time", slot.start()).text());
      }
      Integer value = worth.get(each.city() + " " + each.partner());
      if (value == null) {
        faults.add(
            Message.of("meeting.no_wish", "city", each.city(), "partner", each.partner()).text());
      } else {
        total += value;
      }
    }
    if (total != timetable.millionths() || timetable.bound() < total) {
      faults.add(Message.of("meeting.worth").text());
    }
    return faults;
  }
}
