package greenpair.plan.meetings;

import greenpair.catalog.EntryId;
import greenpair.plan.Watch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/// Assigns times and tables to wishes.
///
/// The best [Selection] is placed wish by wish; where no slot is free for both, a chain of meetings
/// changes places between two slots (Kempe chains, as in the proofs for colourings of bipartite
/// graphs). While less than the bound is reached, other orders are tried, drawn with a fixed seed.
/// Then chains are exchanged as long as this reduces waiting, which does not change the value. Not
/// thread-safe.
final class TimetableSolver {
  /// An explicit algorithm, not the default of the JDK, so that a new JDK does not change
  /// timetables.
  private static final String ALGORITHM = "L64X128MixRandom";

  /// Orders that are tried at most.
  private static final int ORDERS = 40;

  private final Summit summit;
  private final List<Wish> wishes;
  private final List<EntryId> names = new ArrayList<>();
  private final int cities;
  private final int[] one;
  private final int[] other;
  private final boolean[][] there;
  private final Selection.Selected selected;
  private Board board;
  private final Map<Integer, Integer> tables = new HashMap<>();

  TimetableSolver(Summit summit) {
    this.summit = summit;
    this.wishes =
        summit.wishes().stream()
            .sorted(
                Comparator.comparingInt(Wish::millionths)
                    .reversed()
                    .thenComparing(Wish::city)
                    .thenComparing(Wish::partner))
            .toList();
    Map<EntryId, Integer> ofCity = new HashMap<>();
    wishes.stream().map(Wish::city).distinct().sorted().forEach(id -> number(ofCity, id));
    this.cities = names.size();
    Map<EntryId, Integer> ofPartner = new HashMap<>();
    wishes.stream().map(Wish::partner).distinct().sorted().forEach(id -> number(ofPartner, id));
    this.one = wishes.stream().mapToInt(each -> ofCity.getOrDefault(each.city(), 0)).toArray();
    this.other =
        wishes.stream().mapToInt(each -> ofPartner.getOrDefault(each.partner(), 0)).toArray();
    this.there = new boolean[names.size()][summit.slots().size()];
    for (int who = 0; who < there.length; who++) {
      for (int s = 0; s < there[who].length; s++) {
        there[who][s] = summit.isThere(names.get(who), summit.slots().get(s));
      }
    }
    this.selected = selection().best();
    this.board = board();
  }

  private void number(Map<EntryId, Integer> numbers, EntryId id) {
    numbers.put(id, names.size());
    names.add(id);
  }

  private Selection selection() {
    int[] limits = new int[there.length];
    for (int who = 0; who < limits.length; who++) {
      boolean[] own = there[who];
      limits[who] = (int) IntStream.range(0, own.length).filter(s -> own[s]).count();
    }
    return new Selection(
        wishes,
        one,
        IntStream.of(other).map(each -> each - cities).toArray(),
        java.util.Arrays.copyOf(limits, cities),
        java.util.Arrays.copyOfRange(limits, cities, limits.length),
        summit.slots().stream().mapToInt(Slot::tables).sum());
  }

  private Board board() {
    return new Board(
        one,
        other,
        there,
        summit.slots().stream().mapToInt(Slot::tables).toArray(),
        summit.slots().stream().mapToInt(Slot::day).toArray());
  }

  /// Places the best wishes, then as many of the others as find a place.
  void fill(Watch watch) {
    List<Integer> chosen = new ArrayList<>(selected.chosen());
    Collections.sort(chosen);
    var random = RandomGeneratorFactory.of(ALGORITHM).create(1);
    long best = -1;
    Board found = board;
    for (int tried = 0; tried < ORDERS && best < selected.bound(); tried++) {
      board = board();
      chosen.forEach(this::place);
      for (int w = 0; w < wishes.size(); w++) {
        if (board.slotOf(w) == Board.FREE) {
          place(w);
        }
      }
      long worth = worth();
      if (worth > best) {
        best = worth;
        found = board;
      }
      watch.seen(tried + 1, best / 1e6, selected.bound() / 1e6);
      Collections.shuffle(chosen, java.util.Random.from(random));
    }
    board = found;
  }

  private void place(int wish) {
    if (!board.putWhereFree(wish)) {
      var _ = board.putByChains(wish);
    }
  }

  private long worth() {
    return IntStream.range(0, wishes.size())
        .filter(w -> board.slotOf(w) != Board.FREE)
        .mapToLong(w -> wishes.get(w).millionths())
        .sum();
  }

  /// Less waiting, as long as one chain brings it.
  void closeGaps() {
    boolean closed = true;
    while (closed) {
      closed = board.closeAGap();
    }
  }

  /// Leaves the meetings of the older timetable where they are, as far as both sides are there, and
  /// fills what is free.
  void keep() {
    for (Meeting each : summit.previous()) {
      for (int w = 0; w < wishes.size(); w++) {
        Wish wish = wishes.get(w);
        if (wish.city().equals(each.city())
            && wish.partner().equals(each.partner())
            && each.slot() < summit.slots().size()
            && board.hasTable(each.slot())
            && board.isFree(one[w], each.slot())
            && board.isFree(other[w], each.slot())) {
          board.put(w, each.slot());
          tables.put(w, each.table());
        }
      }
    }
    for (int w = 0; w < wishes.size(); w++) {
      if (board.slotOf(w) == Board.FREE) {
        var _ = board.putWhereFree(w);
      }
    }
  }

  Timetable timetable() {
    List<Meeting> meetings = new ArrayList<>();
    Map<Integer, Integer> usual = new HashMap<>();
    for (int s = 0; s < summit.slots().size(); s++) {
      meetings.addAll(seated(s, usual));
    }
    List<Wish> waiting =
        IntStream.range(0, wishes.size())
            .filter(w -> board.slotOf(w) == Board.FREE)
            .mapToObj(wishes::get)
            .toList();
    return new Timetable(meetings, waiting, worth(), selected.bound(), board.idle());
  }

  /// The meetings of a slot at their tables: those of an older timetable keep theirs, and a city
  /// stays at its table where it can.
  private List<Meeting> seated(int slot, Map<Integer, Integer> usual) {
    boolean[] taken = new boolean[summit.slots().get(slot).tables() + 1];
    taken[0] = true;
    List<Integer> open = new ArrayList<>();
    List<Meeting> seated = new ArrayList<>();
    for (int w = 0; w < wishes.size(); w++) {
      if (board.slotOf(w) == slot) {
        Integer kept = tables.get(w);
        if (kept != null && kept < taken.length && !taken[kept]) {
          seated.add(seat(w, slot, kept, taken, usual));
        } else {
          open.add(w);
        }
      }
    }
    List<Integer> rest = new ArrayList<>();
    for (int w : open) {
      int same = usual.getOrDefault(one[w], 0);
      if (same < taken.length && !taken[same]) {
        seated.add(seat(w, slot, same, taken, usual));
      } else {
        rest.add(w);
      }
    }
    int table = 1;
    for (int w : rest) {
      while (taken[table]) {
        table++;
      }
      seated.add(seat(w, slot, table, taken, usual));
    }
    seated.sort(Comparator.comparingInt(Meeting::table));
    return seated;
  }

  private Meeting seat(
      int wish, int slot, int table, boolean[] taken, Map<Integer, Integer> usual) {
    taken[table] = true;
    usual.put(one[wish], table);
    Wish wished = wishes.get(wish);
    return new Meeting(wished.city(), wished.partner(), slot, table);
  }
}
