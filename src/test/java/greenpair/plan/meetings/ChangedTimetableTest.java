package greenpair.plan.meetings;

import static greenpair.plan.meetings.Summits.city;
import static greenpair.plan.meetings.Summits.partner;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Seeded;
import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import greenpair.plan.ImpossibleException;
import greenpair.plan.PlanObserver;
import greenpair.plan.meetings.Summit.Interpreters;
import greenpair.plan.meetings.Summit.Slot;
import greenpair.plan.meetings.Summit.Wish;
import greenpair.plan.meetings.Timetable.Meeting;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Timetables that are changed, and meetings of two cities.
class ChangedTimetableTest {
  private static final int RANDOM = 50;

  private static Summit summit(int slots, int tables, List<Wish> wishes) {
    return summit(slots, tables, wishes, null);
  }

  private static Summit summit(
      int slots, int tables, List<Wish> wishes, @Nullable Interpreters interpreters) {
    List<Slot> times = Summits.slots(slots, tables);
    return new Summit(times, List.of(), wishes, Set.of(), List.of(), interpreters);
  }

  private static Timetable made(Summit summit) {
    Timetable made = Timetable.of(summit, PlanObserver.NONE);
    assertEquals(List.of(), Summits.faults(summit, made));
    return made;
  }

  @Test
  void meetingsOfChinaWithOthers_takeTurnsForOneInterpreter() {
    List<Wish> wishes =
        List.of(
            new Wish(city(1), partner(1), 900_000),
            new Wish(city(2), partner(2), 800_000),
            new Wish(city(3), partner(3), 700_000));
    Set<EntryId> chinese = Set.of(city(1), city(2), city(3), partner(3));
    Timetable one = made(summit(1, 9, wishes, new Interpreters(1, chinese)));
    assertEquals(List.of(wishes.get(1)), one.waiting());
    assertTrue(one.isProven(), "one interpreter has one meeting in a slot");
    assertEquals(3, made(summit(1, 9, wishes, new Interpreters(2, chinese))).meetings().size());
    Summit none = summit(1, 9, wishes, new Interpreters(0, chinese));
    assertEquals(1, made(none).meetings().size());
    for (Wish each : made(none).waiting()) {
      assertEquals("meeting.no_interpreter", none.whyWaiting(each).key());
    }
  }

  /// Any meeting in any slot, requested or not: it is held there with all conditions, unless a
  /// clash is named; the check reports other meetings that moved without a reason.
  @Test
  void pinnedMeeting_isHeldInItsSlot_andAVetoedOneIsNot() {
    SplittableRandom random = new SplittableRandom();
    int held = 0;
    for (int time = 0; time < 50; time++) {
      long seed = random.nextLong();
      Summit summit = random(seed);
      Timetable made = made(summit);
      SplittableRandom choice = new SplittableRandom(seed);
      Wish wish = summit.wishes().get(choice.nextInt(summit.wishes().size()));
      EntryId other = summit.wishes().get(choice.nextInt(summit.wishes().size())).partner();
      EntryId partner = choice.nextBoolean() || wish.city().equals(other) ? wish.partner() : other;
      Meeting vetoed = made.meetings().get(choice.nextInt(made.meetings().size()));
      Changes changes =
          new Changes(
              List.of(new Changes.Pin(wish.city(), partner, choice.nextInt(summit.slots().size()))),
              List.of(new Changes.Veto(vetoed.city(), vetoed.partner())));
      Summit next =
          new Summit(
              summit.slots(),
              summit.stays(),
              changes.wishes(summit),
              Set.of(),
              changes.previous(summit, made.meetings()),
              summit.interpreters());
      Meeting pinned = next.previous().getFirst();
      boolean isPossible =
          TimetableCheck.clashes(
                  next,
                  List.of(pinned),
                  id -> new Text(id.value(), null),
                  slot -> slot.start().toString())
              .isEmpty();
      if (isPossible) {
        Timetable changed = Timetable.of(next, PlanObserver.NONE);
        assertEquals(List.of(), Summits.faults(next, changed), "seed " + seed);
        assertTrue(changed.meetings().contains(pinned), "seed " + seed);
        boolean isBoth = pinned.pair().equals(vetoed.pair());
        boolean isHeld =
            changed.meetings().stream().anyMatch(each -> each.pair().equals(vetoed.pair()));
        assertEquals(isBoth, isHeld, "seed " + seed);
        held++;
      }
    }
    assertTrue(held > 10, held + " pins were possible");
  }

  /// With seven meetings a delegation has breaks, and with six it has none.
  @Test
  void seventhMeeting_ofADelegation_movesNoneOfItsEarlierSix() {
    List<Wish> six = new ArrayList<>();
    for (int p = 1; p <= 6; p++) {
      six.add(new Wish(city(1), partner(p), 900_000));
    }
    Summit summit = summit(10, 3, six);
    List<Meeting> held = made(summit).meetings();
    assertEquals(6, held.size());
    for (int slot = 0; slot < 10; slot++) {
      int at = slot;
      if (held.stream().noneMatch(each -> each.slot() == at)) {
        Changes changes =
            new Changes(List.of(new Changes.Pin(city(1), partner(7), slot)), List.of());
        Summit next =
            new Summit(
                summit.slots(),
                List.of(),
                changes.wishes(summit),
                Set.of(),
                changes.previous(summit, held),
                summit.interpreters());
        Timetable changed = Timetable.of(next, PlanObserver.NONE);
        assertEquals(List.of(), Summits.faults(next, changed), "slot " + slot);
        assertTrue(changed.meetings().containsAll(held), "slot " + slot);
      }
    }
  }

  @Test
  void citiesMeetCities_andNobodyTwice() {
    List<Wish> ring =
        List.of(
            new Wish(city(1), city(2), 900_000),
            new Wish(city(2), city(3), 800_000),
            new Wish(city(1), city(3), 700_000));
    Timetable three = made(summit(3, 3, ring));
    assertEquals(3, three.meetings().size());
    assertTrue(three.isProven());
    Timetable two = made(summit(2, 3, ring));
    assertEquals(2, two.meetings().size(), "a triangle has no colouring with two slots");
    assertTrue(two.millionths() < two.bound(), "which the bound does not know");
  }

  @Test
  void randomSummits_keepEveryCondition_andTheirBound() {
    for (long seed : Seeded.Runs.seeds(RANDOM)) {
      Summit summit = random(seed);
      Timetable made = Timetable.of(summit, PlanObserver.NONE);
      assertEquals(List.of(), Summits.faults(summit, made), "seed " + seed);
      assertTrue(made.millionths() <= made.bound(), "seed " + seed);
      assertEquals(made, Timetable.of(summit, PlanObserver.NONE), "seed " + seed);
    }
  }

  @Test
  void afterAnySingleCancellation_nobodyElseMoves() {
    for (long seed : Seeded.Runs.seeds(20)) {
      Summit summit = random(seed);
      Timetable made = Timetable.of(summit, PlanObserver.NONE);
      for (int c = 0; c < 5; c++) {
        Summit less =
            new Summit(
                summit.slots(),
                summit.stays(),
                summit.wishes(),
                Set.of(city(c)),
                made.meetings(),
                summit.interpreters());
        made(less); // The check reports a meeting that moved.
      }
    }
  }

  /// Against all ways to hold six wishes in two slots.
  @Test
  void boundOfASmallSummit_isNeverBelowTheBest() {
    int proven = 0;
    for (long seed : Seeded.Runs.seeds(50)) {
      Summit whole = random(seed);
      Summit summit =
          new Summit(
              whole.slots().subList(0, 2),
              List.of(),
              whole.wishes().subList(0, 6),
              Set.of(),
              List.of(),
              whole.interpreters());
      Timetable made = made(summit);
      long best = best(summit, 0, List.of(new ArrayList<>(), new ArrayList<>()));
      assertTrue(made.millionths() <= best && best <= made.bound(), "seed " + seed);
      proven += made.isProven() ? 1 : 0;
    }
    assertTrue(proven >= 15, proven + " of 50 are proven");
  }

  private static long interpreted(Summit summit, List<Integer> held) {
    return held.stream()
        .map(summit.wishes()::get)
        .filter(each -> summit.isInterpreted(each.city(), each.partner()))
        .count();
  }

  private static long best(Summit summit, int at, List<List<Integer>> held) {
    if (at == summit.wishes().size()) {
      return 0;
    }
    Wish wish = summit.wishes().get(at);
    long most = best(summit, at + 1, held);
    for (int s = 0; s < held.size(); s++) {
      Slot slot = summit.slots().get(s);
      boolean busy =
          held.get(s).stream()
              .map(each -> summit.wishes().get(each))
              .flatMap(each -> Stream.of(each.city(), each.partner()))
              .anyMatch(each -> each.equals(wish.city()) || each.equals(wish.partner()));
      held.get(s).add(at);
      if (!busy
          && summit.isThere(wish.city(), slot)
          && summit.isThere(wish.partner(), slot)
          && held.get(s).size() <= slot.tables()
          && interpreted(summit, held.get(s)) <= summit.interpretedAtOnce()) {
        most = Math.max(most, wish.millionths() + best(summit, at + 1, held));
      }
      held.get(s).removeLast();
    }
    return most;
  }

  static Summit random(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Wish> wishes = new ArrayList<>();
    Set<String> pairs = new HashSet<>();
    while (wishes.size() < 16) {
      EntryId one = city(random.nextInt(5));
      EntryId other = random.nextInt(4) == 0 ? city(random.nextInt(5)) : partner(random.nextInt(5));
      if (!one.equals(other) && pairs.add(Meeting.pair(one, other))) {
        wishes.add(new Wish(one, other, random.nextInt(300_000, 1_000_000)));
      }
    }
    Set<EntryId> chinese = Set.of(city(0), city(1), city(2), partner(0));
    return summit(5, 3, wishes, new Interpreters(1 + random.nextInt(2), chinese));
  }

  @Test
  void tenThousandWishes_areScheduled_andOneMoreIsRefused() {
    Summit summit = Summits.random(1, 120, 240, Summit.MOST, 8, 20, 0);
    assertEquals(160, made(summit).meetings().size());
    List<Wish> more = new ArrayList<>(summit.wishes());
    more.add(new Wish(city(999), partner(999), 1));
    assertThrows(ImpossibleException.class, () -> summit(8, 20, more));
  }
}
