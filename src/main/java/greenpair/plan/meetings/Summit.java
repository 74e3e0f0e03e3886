package greenpair.plan.meetings;

import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import greenpair.plan.ImpossibleException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What is asked of a timetable.
///
/// @param slots in order of time, none over another
/// @param stays of those who are not there all the time, each once
/// @param wishes at most 10,000, none twice
/// @param cancelled delegations that do not come
/// @param previous meetings of an older timetable, which stay where they are
public record Summit(
    List<Slot> slots,
    List<Stay> stays,
    List<Wish> wishes,
    Set<EntryId> cancelled,
    List<Meeting> previous) {
  static final int MOST = 10_000;

  /// @throws ImpossibleException with all that is wrong
  public Summit {
    slots = List.copyOf(slots);
    stays = List.copyOf(stays);
    wishes = List.copyOf(wishes);
    cancelled = java.util.Collections.unmodifiableSet(new TreeSet<>(cancelled));
    previous = List.copyOf(previous);
    List<Text> problems = new ArrayList<>();
    if (slots.isEmpty()) {
      problems.add(
          new Text(
              "there is no time for a meeting; add a day, or make meetings shorter",
              "没有可安排会谈的时段；请增加日期或缩短会谈时长"));
    }
    for (int s = 1; s < slots.size(); s++) {
      if (slots.get(s).start().isBefore(slots.get(s - 1).end())) {
        problems.add(
            new Text(
                "two slots lie over each other at " + slots.get(s).start(),
                "时段在" + slots.get(s).start() + "重叠"));
      }
    }
    if (wishes.size() > MOST) {
      problems.add(
          new Text(
              "a timetable has at most " + MOST + " wishes, not " + wishes.size(),
              "每份时间表最多" + MOST + "项会谈意愿，而非" + wishes.size() + "项"));
    }
    for (Stay each : stays) {
      if (each.from() != null && each.until() != null && !each.until().isAfter(each.from())) {
        problems.add(
            new Text(each.who() + " leaves before it arrives", each.who() + "的离开时间早于到达时间"));
      }
    }
    Set<String> pairs = new HashSet<>();
    for (Wish each : wishes) {
      if (!pairs.add(each.city() + " " + each.partner())) {
        problems.add(
            new Text(
                each.city() + " and " + each.partner() + " are wished for twice",
                each.city() + "与" + each.partner() + "的会谈意愿重复"));
      }
    }
    if (!problems.isEmpty()) {
      throw new ImpossibleException(problems);
    }
  }

  /// Whether somebody can meet in a slot.
  boolean isThere(EntryId who, Slot slot) {
    return !cancelled.contains(who)
        && stays.stream()
            .filter(each -> each.who().equals(who))
            .allMatch(each -> each.covers(slot));
  }
}
