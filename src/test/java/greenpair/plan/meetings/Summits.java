package greenpair.plan.meetings;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import greenpair.plan.meetings.Summit.Slot;
import greenpair.plan.meetings.Summit.Stay;
import greenpair.plan.meetings.Summit.Wish;

/// Summits for tests.
final class Summits {
  private static final Instant FIRST = Instant.parse("2027-05-10T01:00:00Z");

  private Summits() {}

  static EntryId city(int at) {
    return new EntryId("c" + at);
  }

  static EntryId partner(int at) {
    return new EntryId("p" + at);
  }

  /// Slots of half an hour, ten a day.
  static List<Slot> slots(int count, int tables) {
    List<Slot> slots = new ArrayList<>();
    for (int s = 0; s < count; s++) {
      Instant start = FIRST.plus(Duration.ofDays(s / 10)).plus(Duration.ofMinutes(30L * (s % 10)));
      slots.add(new Slot(start, start.plus(Duration.ofMinutes(30)), s / 10, tables));
    }
    return slots;
  }

  /// @param late share of the delegations that arrive on the second half of the first day
  static Summit random(
      long seed, int cities, int partners, int wishes, int slots, int tables, double late) {
    SplittableRandom random = new SplittableRandom(seed);
    Set<List<Integer>> pairs = new HashSet<>();
    List<Wish> all = new ArrayList<>();
    while (all.size() < wishes) {
      int c = random.nextInt(cities);
      int p = random.nextInt(partners);
      if (pairs.add(List.of(c, p))) {
        all.add(new Wish(city(c), partner(p), random.nextInt(300_000, 1_000_000)));
      }
    }
    List<Slot> times = slots(slots, tables);
    List<Stay> stays = new ArrayList<>();
    for (int i = 0; i < cities + partners; i++) {
      if (random.nextDouble() < late) {
        EntryId who = i < cities ? city(i) : partner(i - cities);
        stays.add(new Stay(who, times.get(Math.min(5, slots - 1)).start(), null));
      }
    }
    return new Summit(times, stays, all, Set.of(), List.of(), null);
  }

  /// The errors of a timetable, with ids and times in UTC.
  static List<Text> faults(Summit summit, Timetable timetable) {
    return TimetableCheck.faults(
        summit, timetable, id -> new Text(id.value(), id.value()), slot -> slot.start().toString());
  }
}
