package greenpair.plan.meetings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Seeded;
import greenpair.catalog.EntryId;
import greenpair.plan.ImpossibleException;
import greenpair.plan.PlanObserver;
import greenpair.plan.meetings.Summit.Slot;
import greenpair.plan.meetings.Summit.Stay;
import greenpair.plan.meetings.Summit.Wish;
import greenpair.plan.meetings.Timetable.Meeting;
import org.junit.jupiter.api.Test;

class TimetableTest {
  private static final int RANDOM = 50;

  @Test
  void timetables_ofRandomSummits_bookNobodyTwice() {
    for (long seed : Seeded.Runs.seeds(RANDOM)) {
      Summit summit = Summits.random(seed, 5, 7, 24, 8, 2, seed % 2 == 0 ? 0 : 0.4);
      Timetable made = Timetable.of(summit, PlanObserver.NONE);
      assertEquals(List.of(), Summits.faults(summit, made), "seed " + seed);
      assertEquals(24, made.meetings().size() + made.waiting().size(), "seed " + seed);
      assertTrue(made.millionths() <= made.bound(), "seed " + seed);
    }
  }

  /// If all delegations are present throughout, every selection can be scheduled (Koenig, de
  /// Werra).
  @Test
  void timetables_whereEverybodyIsThere_areProven() {
    for (long seed : Seeded.Runs.seeds(RANDOM)) {
      Summit summit = Summits.random(seed, 6, 8, 30, 6, 3, 0);
      assertTrue(Timetable.of(summit, PlanObserver.NONE).isProven(), "seed " + seed);
    }
  }

  /// A city with eleven wishes on one day of twelve slots; who meets few may meet at any time.
  @Test
  void nobody_meetsMoreThanSixTimesInARow() {
    List<Slot> slots =
        IntStream.range(0, 12)
            .mapToObj(
                s -> {
                  Instant start = Instant.parse("2027-05-10T01:00:00Z").plusSeconds(1800L * s);
                  return new Slot(start, start.plusSeconds(1500), 0, 20);
                })
            .toList();
    List<Wish> wishes =
        IntStream.range(0, 11)
            .mapToObj(w -> new Wish(new EntryId("busy"), new EntryId("p" + w), 1000 + w))
            .toList();
    Summit summit = new Summit(slots, List.of(), wishes, Set.of(), List.of(), null);
    Timetable made = Timetable.of(summit, PlanObserver.NONE);
    assertTrue(made.isProven());
    Set<Integer> taken = new HashSet<>(made.meetings().stream().map(Meeting::slot).toList());
    assertEquals(11, taken.size(), "one break, and nobody is left out");
    assertTrue(!taken.contains(6), taken::toString);
  }

  /// Thirty wishes on two days that could hold all of them on one.
  @Test
  void days_ofATimetable_areLevel() {
    Summit summit = Summits.random(1, 6, 8, 30, 20, 10, 0);
    List<Meeting> made = Timetable.of(summit, PlanObserver.NONE).meetings();
    assertEquals(30, made.size());
    assertEquals(15, (double) made.stream().filter(each -> each.slot() < 10).count(), 2);
  }

  /// Against all ways to give eight wishes to three slots.
  @Test
  void timetable_ofASmallSummit_isTheBestOfAll_orSaysThatAnotherMayBe() {
    int proven = 0;
    for (long seed : Seeded.Runs.seeds(40)) {
      Summit summit = Summits.random(seed, 3, 3, 7, 3, 2, 0.3);
      Timetable made = Timetable.of(summit, PlanObserver.NONE);
      long best = best(summit, 0, new HashSet<>(), new int[3]);
      assertTrue(made.millionths() <= best && best <= made.bound(), "seed " + seed);
      proven += made.isProven() ? 1 : 0;
    }
    assertTrue(proven > 10, proven + " of 40 are proven");
  }

  private static long best(Summit summit, int at, Set<String> taken, int[] counts) {
    if (at == summit.wishes().size()) {
      return 0;
    }
    Wish wish = summit.wishes().get(at);
    long most = best(summit, at + 1, taken, counts);
    for (int s = 0; s < counts.length; s++) {
      String city = wish.city() + " " + s;
      String partner = wish.partner() + " " + s;
      Slot slot = summit.slots().get(s);
      boolean fits =
          counts[s] < slot.tables()
              && summit.isThere(wish.city(), slot)
              && summit.isThere(wish.partner(), slot)
              && !taken.contains(city)
              && !taken.contains(partner);
      if (fits) {
        taken.addAll(List.of(city, partner));
        counts[s]++;
        most = Math.max(most, wish.millionths() + best(summit, at + 1, taken, counts));
        counts[s]--;
        taken.removeAll(List.of(city, partner));
      }
    }
    return most;
  }

  /// With thousands of meetings this takes minutes, and other plans wait for it.
  @Test
  void closingOfGaps_canBeCancelledBeforeEachChange() {
    PlanObserver second =
        new PlanObserver() {
          private int changes;

          @Override
          public void at(Step step, int part, int parts) {
            if (part == 2 && ++changes == 2) {
              throw new CancellationException();
            }
          }
        };
    Summit summit = Summits.random(1, 6, 8, 20, 12, 6, 0);
    assertThrows(CancellationException.class, () -> Timetable.of(summit, second));
  }

  /// 250 delegations, 320 wishes, 20 slots, 15 tables. Those with many wishes keep their breaks.
  @Test
  void timetable_afterAnySingleCancellation_movesNobodyElse_andFillsTheHoles() {
    Summit summit = Summits.random(1, 100, 150, 320, 20, 15, 0);
    Timetable made = Timetable.of(summit, PlanObserver.NONE);
    assertTrue(made.isProven());
    assertEquals(300, made.meetings().size());
    int tried = 0;
    for (int c = 0; c < 30; c++) {
      EntryId gone = Summits.city(c);
      Summit less =
          new Summit(
              summit.slots(), summit.stays(), summit.wishes(), Set.of(gone), made.meetings(), null);
      Timetable again = Timetable.of(less, PlanObserver.NONE);
      assertEquals(List.of(), Summits.faults(less, again));
      List<Meeting> others =
          made.meetings().stream().filter(each -> !each.city().equals(gone)).toList();
      assertTrue(again.meetings().containsAll(others), "somebody else moves");
      for (Wish waiting : again.waiting()) {
        if (!waiting.city().equals(gone) && isSeldomWished(less, waiting)) {
          tried++;
          assertTrue(isFull(less, again, waiting), waiting + " could be placed");
        }
      }
    }
    assertTrue(tried > 0);
  }

  private static boolean isSeldomWished(Summit summit, Wish wish) {
    return Stream.of(wish.city(), wish.partner())
        .allMatch(who -> summit.wishes().stream().filter(each -> each.isOf(who)).count() <= 6);
  }

  private static boolean isFull(Summit summit, Timetable timetable, Wish wish) {
    for (int s = 0; s < summit.slots().size(); s++) {
      int slot = s;
      List<Meeting> now =
          timetable.meetings().stream().filter(each -> each.slot() == slot).toList();
      boolean busy =
          now.stream()
              .anyMatch(
                  each -> each.city().equals(wish.city()) || each.partner().equals(wish.partner()));
      if (!busy && now.size() < summit.slots().get(s).tables()) {
        return false;
      }
    }
    return true;
  }

  @Test
  void summit_withoutTimeOrWithTwoWishesForOne_isImpossible() {
    Wish wish = new Wish(Summits.city(1), Summits.partner(1), 5);
    ImpossibleException fault =
        assertThrows(
            ImpossibleException.class,
            () -> new Summit(List.of(), List.of(), List.of(wish, wish), Set.of(), List.of(), null));
    assertEquals(2, fault.says().size());
    Slot slot = Summits.slots(1, 1).getFirst();
    Stay gone = new Stay(Summits.city(1), slot.end(), slot.start());
    assertThrows(
        ImpossibleException.class,
        () -> new Summit(List.of(slot), List.of(gone), List.of(wish), Set.of(), List.of(), null));
  }
}
