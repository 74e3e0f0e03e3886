package greenpair.plan.input;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.message.Message;
import greenpair.plan.ImpossibleException;
import greenpair.plan.allocation.AllocationProblem.Demand;
import greenpair.plan.allocation.Fit;
import greenpair.plan.allocation.Plan;
import greenpair.plan.meetings.Summit.Slot;
import greenpair.plan.meetings.Summit.Wish;

/// Converts a plan of partners and the hours of a summit to the input of a timetable.
public final class SummitInputs {
  /// Slots of a summit at most.
  private static final int MOST = 500;

  private SummitInputs() {}

  /// A time without meetings, of every day.
  public record Pause(LocalTime from, LocalTime until) {}

  /// The hours of a summit, in the time of its place.
  ///
  /// @param between minutes between two meetings, to change tables
  public record Hours(
      List<LocalDate> days,
      LocalTime from,
      LocalTime until,
      ZoneId zone,
      int minutes,
      int between,
      List<Pause> pauses,
      int tables) {
    public Hours {
      days = days.stream().distinct().sorted().toList();
      pauses = List.copyOf(pauses);
    }
  }

  /// The slots that the hours hold, none over a pause.
  ///
  /// @throws ImpossibleException if there are none, or too many
  public static List<Slot> slots(Hours hours) {
    List<Slot> slots = new ArrayList<>();
    for (int day = 0; day < hours.days().size(); day++) {
      LocalDate date = hours.days().get(day);
      Instant end = date.atTime(hours.until()).atZone(hours.zone()).toInstant();
      Instant at = date.atTime(hours.from()).atZone(hours.zone()).toInstant();
      while (!at.plusSeconds(60L * hours.minutes()).isAfter(end)) {
        Instant until = at.plusSeconds(60L * hours.minutes());
        Instant over = at;
        for (Pause each : hours.pauses()) {
          Instant from = date.atTime(each.from()).atZone(hours.zone()).toInstant();
          Instant to = date.atTime(each.until()).atZone(hours.zone()).toInstant();
          if (at.isBefore(to) && until.isAfter(from) && to.isAfter(over)) {
            over = to;
          }
        }
        if (over.isAfter(at)) {
          at = over;
        } else {
          slots.add(new Slot(at, until, day, hours.tables()));
          at = until.plusSeconds(60L * hours.between());
        }
      }
    }
    if (slots.isEmpty() || slots.size() > MOST) {
      throw new ImpossibleException(
          List.of(Message.of("meeting.slots", "count", slots.size(), "most", MOST)));
    }
    return slots;
  }

  /// Which partners are on which lists: a meeting of a city with a partner is worth all that the
  /// partner fits the needs of the city for which the plan introduces it.
  public static List<Wish> wishes(PlanResult.Partners made) {
    Plan plan = java.util.Objects.requireNonNull(made.plan());
    Map<EntryId, EntryId> cities = new HashMap<>();
    for (Demand each : made.instance().demands()) {
      cities.put(each.need(), each.city());
    }
    Map<EntryId, Map<EntryId, Integer>> worth = new TreeMap<>();
    for (Fit each : plan.places()) {
      EntryId city = java.util.Objects.requireNonNull(cities.get(each.need()));
      worth
          .computeIfAbsent(city, key -> new TreeMap<>())
          .merge(each.supplier(), Math.max(1, each.millionths()), Integer::sum);
    }
    List<Wish> wishes = new ArrayList<>();
    worth.forEach(
        (city, partners) ->
            partners.forEach((partner, value) -> wishes.add(new Wish(city, partner, value))));
    return wishes;
  }

  /// Meetings of the pairs of a plan, each worth the value of the pair.
  public static List<Wish> wishes(PlanResult.Pairs made) {
    return made.pairs().stream()
        .map(
            each ->
                new Wish(
                    each.one(),
                    each.other(),
                    Math.max(1, (int) Math.round(each.value() * Fit.WHOLE))))
        .toList();
  }
}
