package greenpair.plan.meetings;

import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Checks a timetable without planning.
public final class TimetableCheck {
  private TimetableCheck() {}

  /// What is wrong: somebody in two places, at a table with others, or not there; nothing when all
  /// is well.
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
        return List.of(new Text("A meeting is in no slot.", "有会谈不在任何时段内。"));
      }
      Slot slot = summit.slots().get(each.slot());
      for (EntryId who : List.of(each.city(), each.partner())) {
        if (!taken.add(who + " " + each.slot())) {
          faults.add(
              new Text(
                  who + " is in two places at " + slot.start() + ".",
                  who + "在" + slot.start() + "分身两处。"));
        }
        if (!summit.isThere(who, slot)) {
          faults.add(
              new Text(
                  who + " is not there at " + slot.start() + ".",
                  who + "在" + slot.start() + "不在场。"));
        }
      }
      boolean isTable = each.table() >= 1 && each.table() <= slot.tables();
      if (!isTable || !taken.add("#" + each.table() + " " + each.slot())) {
        faults.add(
            new Text(
                "Table " + each.table() + " is taken twice or not there at " + slot.start() + ".",
                each.table() + "号桌在" + slot.start() + "重复使用或不存在。"));
      }
      Integer value = worth.get(each.city() + " " + each.partner());
      if (value == null) {
        faults.add(
            new Text(
                "Nobody wished that " + each.city() + " meets " + each.partner() + ".",
                each.city() + "与" + each.partner() + "的会谈不在意愿之列。"));
      } else {
        total += value;
      }
    }
    if (total != timetable.millionths() || timetable.bound() < total) {
      faults.add(
          new Text(
              "The worth is not that of the meetings, or is above its bound.",
              "总价值与各会谈之和不符，或高于其上界。"));
    }
    return faults;
  }
}
