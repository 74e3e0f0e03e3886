package greenpair.plan.meetings;

import static greenpair.plan.meetings.Summits.city;
import static greenpair.plan.meetings.Summits.partner;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Seeded;
import greenpair.catalog.EntryId;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.plan.ImpossibleException;
import greenpair.plan.PlanObserver;
import greenpair.plan.meetings.Arrangements.Interpreter;
import greenpair.plan.meetings.Arrangements.Remote;
import greenpair.plan.meetings.Summit.Slot;
import greenpair.plan.meetings.Summit.Wish;
import greenpair.plan.meetings.Timetable.Meeting;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Timetables with interpreters, rooms, online meetings and meetings of two cities.
class ArrangedTimetableTest {
  private static final int RANDOM = 50;
  private static final Interpreter LI = new Interpreter("Li", Set.of("en", "zh"));
  private static final Interpreter WU = new Interpreter("Wu", Set.of("en", "zh"));

  private static Summit summit(int slots, int tables, List<Wish> wishes, Arrangements with) {
    return new Summit(Summits.slots(slots, tables), List.of(), wishes, Set.of(), List.of(), with);
  }

  private static Arrangements speaking(List<Interpreter> interpreters) {
    return new Arrangements(
        Map.of(
            city(1), Set.of("zh"),
            city(2), Set.of("zh"),
            city(3), Set.of("zh", "en"),
            partner(1), Set.of("en"),
            partner(2), Set.of("en"),
            partner(3), Set.of("en")),
        interpreters,
        List.of());
  }

  private static final List<Wish> THREE =
      List.of(
          new Wish(city(1), partner(1), 900_000),
          new Wish(city(2), partner(2), 800_000),
          new Wish(city(3), partner(3), 700_000));

  private static Timetable made(Summit summit) {
    Timetable made = Timetable.of(summit, PlanObserver.NONE);
    assertEquals(List.of(), Summits.faults(summit, made));
    return made;
  }

  @Test
  void meetingsWithoutACommonLanguage_takeTurnsForOneInterpreter() {
    Timetable one = made(summit(1, 9, THREE, speaking(List.of(LI))));
    assertEquals(List.of(THREE.get(1)), one.waiting());
    assertTrue(one.isProven(), "one interpreter has one meeting in a slot");
    Timetable two = made(summit(1, 9, THREE, speaking(List.of(LI, WU))));
    assertEquals(3, two.meetings().size());
    two.meetings()
        .forEach(
            each ->
                assertEquals(
                    each.city().equals(city(3)), each.interpreter() == null, each::toString));
    Summit none = summit(1, 9, THREE, speaking(List.of()));
    assertEquals(1, made(none).meetings().size());
    assertEquals(
        "the two sides have no common language, and no interpreter speaks a language of each",
        none.whyWaiting(THREE.getFirst()).in(Language.EN));
  }

  /// The slots begin at 01:00 UTC, which is 09:00 in Shanghai and 18:00 the day before in Los
  /// Angeles; at 16:00 UTC it is midnight in Shanghai and 09:00 in Los Angeles.
  @Test
  void onlineMeeting_isWithinTheWorkingHoursOfBothSides() {
    Remote shanghai = remote(city(1), "Asia/Shanghai", 9, 18);
    Remote late = remote(partner(1), "America/Los_Angeles", 9, 22);
    Remote early = remote(partner(1), "America/Los_Angeles", 9, 17);
    List<Wish> wish = List.of(THREE.getFirst());
    Timetable monday = made(summit(20, 1, wish, online(shanghai, late)));
    assertEquals(10, monday.meetings().getFirst().slot(), "the first day is Sunday in California");
    assertEquals(0, monday.meetings().getFirst().table());
    Summit never = summit(20, 1, wish, online(shanghai, early));
    assertEquals(1, made(never).waiting().size());
    assertEquals("meeting.no_common_hours", never.whyWaiting(wish.getFirst()).key());
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
              summit.conditions());
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
    Summit summit = summit(10, 3, six, Arrangements.NONE);
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
                summit.conditions());
        Timetable changed = Timetable.of(next, PlanObserver.NONE);
        assertEquals(List.of(), Summits.faults(next, changed), "slot " + slot);
        assertTrue(changed.meetings().containsAll(held), "slot " + slot);
      }
    }
  }

  private static Remote remote(EntryId who, String zone, int from, int until) {
    return new Remote(who, zone, LocalTime.of(from, 0), LocalTime.of(until, 0));
  }

  private static Arrangements online(Remote... remotes) {
    return new Arrangements(Map.of(), List.of(), List.of(remotes));
  }

  @Test
  void citiesMeetCities_andNobodyTwice() {
    List<Wish> ring =
        List.of(
            new Wish(city(1), city(2), 900_000),
            new Wish(city(2), city(3), 800_000),
            new Wish(city(1), city(3), 700_000));
    Timetable three = made(summit(3, 3, ring, Arrangements.NONE));
    assertEquals(3, three.meetings().size());
    assertTrue(three.isProven());
    Timetable two = made(summit(2, 3, ring, Arrangements.NONE));
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
  void afterAnySingleCancellation_alsoOfAnInterpreter_nobodyElseMoves() {
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
                summit.conditions());
        made(less); // The check reports a meeting that moved.
      }
      Summit without =
          new Summit(
              summit.slots(),
              summit.stays(),
              summit.wishes(),
              Set.of(),
              made.meetings(),
              summit.conditions().without(Set.of("Li")));
      made(without);
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
              whole.conditions());
      Timetable made = made(summit);
      long best =
          best(
              summit,
              new Supply(summit, summit.wishes()),
              0,
              List.of(new ArrayList<>(), new ArrayList<>()));
      assertTrue(made.millionths() <= best && best <= made.bound(), "seed " + seed);
      proven += made.isProven() ? 1 : 0;
    }
    assertTrue(proven >= 15, proven + " of 50 are proven");
  }

  private static long best(Summit summit, Supply supply, int at, List<List<Integer>> held) {
    if (at == summit.wishes().size()) {
      return 0;
    }
    Wish wish = summit.wishes().get(at);
    long most = best(summit, supply, at + 1, held);
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
          && supply.isEnough(s, held.get(s))) {
        most = Math.max(most, wish.millionths() + best(summit, supply, at + 1, held));
      }
      held.get(s).removeLast();
    }
    return most;
  }

  static Summit random(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<EntryId, Set<String>> languages = new HashMap<>();
    List<Remote> remotes = new ArrayList<>();
    List<EntryId> all = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      all.add(city(i));
      all.add(partner(i));
    }
    List<String> known = List.of("en", "zh", "es");
    for (EntryId who : all) {
      languages.put(who, Set.of(known.get(random.nextInt(3))));
      if (random.nextInt(5) == 0) {
        remotes.add(remote(who, "Asia/Shanghai", 9, 11 + random.nextInt(4)));
      }
    }
    languages.put(city(0), Set.of("en"));
    languages.put(city(1), Set.of("zh"));
    languages.put(partner(0), Set.of("es"));
    List<Wish> wishes = new ArrayList<>();
    Set<String> pairs = new HashSet<>();
    while (wishes.size() < 16) {
      EntryId one = city(random.nextInt(5));
      EntryId other = random.nextInt(4) == 0 ? city(random.nextInt(5)) : partner(random.nextInt(5));
      if (!one.equals(other) && pairs.add(Meeting.pair(one, other))) {
        wishes.add(new Wish(one, other, random.nextInt(300_000, 1_000_000)));
      }
    }
    List<Interpreter> interpreters = List.of(LI, WU, new Interpreter("Ana", Set.of("en", "es")));
    return summit(5, 3, wishes, new Arrangements(languages, interpreters, remotes));
  }

  @Test
  void badConditions_areNamed_allAtOnce() {
    Arrangements bad =
        new Arrangements(
            Map.of(city(1), Set.of("zh")),
            List.of(LI, LI, new Interpreter("Eva", Set.of("de", "zh"))),
            List.of(
                remote(city(1), "Asia/Shanghai", 9, 18),
                remote(city(1), "America/Los_Angeles", 18, 9)));
    ImpossibleException fault =
        assertThrows(
            ImpossibleException.class,
            () -> summit(1, 1, List.of(new Wish(city(1), city(1), 5)), bad));
    String says = fault.says().toString();
    List.of("itself", "twice", "de, which", "two time zones", "end before")
        .forEach(each -> assertTrue(says.contains(each), says));
  }

  @Test
  void tenThousandWishes_areScheduled_andOneMoreIsRefused() {
    Summit summit = Summits.random(1, 120, 240, Summit.MOST, 8, 20, 0);
    assertEquals(160, made(summit).meetings().size());
    List<Wish> more = new ArrayList<>(summit.wishes());
    more.add(new Wish(city(999), partner(999), 1));
    assertThrows(ImpossibleException.class, () -> summit(8, 20, more, Arrangements.NONE));
  }
}
