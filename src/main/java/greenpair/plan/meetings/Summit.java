package greenpair.plan.meetings;

import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import greenpair.message.Message;
import greenpair.plan.ImpossibleException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The input of a timetable.
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
      problems.add(Message.of("meeting.no_time").text());
    }
    for (int s = 1; s < slots.size(); s++) {
      if (slots.get(s).start().isBefore(slots.get(s - 1).end())) {
        problems.add(Message.of("meeting.overlap", "time", slots.get(s).start()).text());
      }
    }
    if (wishes.size() > MOST) {
      problems.add(Message.of("meeting.most_wishes", "most", MOST, "count", wishes.size()).text());
    }
    for (Stay each : stays) {
      if (each.from() != null && each.until() != null && !each.until().isAfter(each.from())) {
        problems.add(Message.of("meeting.leaves_early", "who", each.who()).text());
      }
    }
    Set<String> pairs = new HashSet<>();
    for (Wish each : wishes) {
      if (!pairs.add(each.city() + " " + each.partner())) {
        problems.add(
            Message.of("meeting.wished_twice", "city", each.city(), "partner", each.partner())
                .text());
      }
    }
    if (!problems.isEmpty()) {
      throw new ImpossibleException(problems);
    }
  }

  /// Whether a delegation can meet in a slot.
  boolean isThere(EntryId who, Slot slot) {
    return !cancelled.contains(who)
        && stays.stream()
            .filter(each -> each.who().equals(who))
            .allMatch(each -> each.covers(slot));
  }
}
