package greenpair.pages.plan;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.plan.input.PlanRequest;
import greenpair.plan.meetings.Summit.Slot;
import greenpair.plan.meetings.Timetable;
import greenpair.plan.meetings.Timetable.Meeting;

/// A timetable for display, in the time zone of its venue.
///
/// @param delegations cities and partners that have a meeting, in the order of their ids
public record Agenda(List<Day> days, List<Delegation> delegations) {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  public record Day(LocalDate date, List<Hour> hours) {}

  public record Hour(String from, String until, List<Meeting> meetings) {}

  public record Delegation(EntryId id, List<Entry> meetings) {}

  /// A meeting of a delegation.
  public record Entry(
      LocalDate date, String from, String until, int table, EntryId other, boolean interpreted) {}

  public static Agenda of(PlanRequest.Meetings asked, Timetable made) {
    ZoneId zone = ZoneId.of(asked.zone());
    List<Slot> slots = asked.summit().slots();
    Map<LocalDate, List<Hour>> days = new TreeMap<>();
    for (int s = 0; s < slots.size(); s++) {
      int slot = s;
      List<Meeting> now = made.meetings().stream().filter(each -> each.slot() == slot).toList();
      days.computeIfAbsent(date(slots.get(s).start(), zone), key -> new ArrayList<>())
          .add(new Hour(clock(slots.get(s).start(), zone), clock(slots.get(s).end(), zone), now));
    }
    TreeSet<EntryId> whos = new TreeSet<>();
    made.meetings().forEach(each -> whos.addAll(List.of(each.city(), each.partner())));
    return new Agenda(
        days.entrySet().stream().map(each -> new Day(each.getKey(), each.getValue())).toList(),
        whos.stream().map(who -> new Delegation(who, own(asked, made, who))).toList());
  }

  /// The meetings of a delegation, in order of time.
  public static List<Entry> own(PlanRequest.Meetings asked, Timetable made, EntryId who) {
    ZoneId zone = ZoneId.of(asked.zone());
    return made.meetings().stream()
        .filter(each -> each.isOf(who))
        .map(
            each -> {
              Slot slot = asked.summit().slots().get(each.slot());
              return new Entry(
                  date(slot.start(), zone),
                  clock(slot.start(), zone),
                  clock(slot.end(), zone),
                  each.table(),
                  each.city().equals(who) ? each.partner() : each.city(),
                  asked.summit().isInterpreted(each));
            })
        .toList();
  }

  private static LocalDate date(Instant instant, ZoneId zone) {
    return instant.atZone(zone).toLocalDate();
  }

  private static String clock(Instant instant, ZoneId zone) {
    return CLOCK.format(instant.atZone(zone));
  }
}
