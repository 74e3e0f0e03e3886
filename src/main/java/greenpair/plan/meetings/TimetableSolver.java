package greenpair.plan.meetings;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.plan.PlanObserver;
import greenpair.plan.meetings.Summit.Slot;
import greenpair.plan.meetings.Summit.Wish;
import greenpair.plan.meetings.Timetable.Meeting;
import greenpair.plan.solve.IntegerProgram;
import greenpair.plan.solve.SolverResult;

/// Assigns times and tables to wishes.
///
/// A linear program selects wishes of the largest value such that no delegation has more meetings
/// than slots in which it is present, and tables and interpreters suffice over all slots; its value
/// is the bound. If all delegations are present throughout, cities meet only partners and
/// interpreters are no limit, the selection can always be scheduled (Koenig 1916; de Werra, INFOR
/// 9, 1971).
///
/// It is placed wish by wish; where no slot is free for both, or has no table or interpreter, a
/// chain of meetings changes places between two slots (Kempe chains, as in the proofs for
/// colourings of bipartite graphs). While less than the bound is reached, other orders are tried,
/// drawn with a fixed seed. Then chains are exchanged as long as this reduces waiting, which does
/// not change the value. Not thread-safe.
final class TimetableSolver {
  /// An explicit algorithm, not the default of the JDK, so that a new JDK does not change
  /// timetables.
  private static final String ALGORITHM = "L64X128MixRandom";

  private static final int ORDERS = 40;
  private static final double MILLION = 1e6;

  /// The tolerance for the solver's rounding.
  private static final double ROUNDING = 1e-6;

  /// Meetings in a row at most: who is asked for more has every seventh slot of a day free, not all
  /// the same one, so that tables are used. A break moves no meeting of an earlier timetable.
  /// Breaks are set before the program is solved: with others a timetable could be worth more.
  private static final int ROW = 6;

  private final Summit summit;
  private final List<Wish> wishes;
  private final List<EntryId> names = new ArrayList<>();
  private final int[] one;
  private final int[] other;
  private final boolean[][] there;
  private final boolean[] interpreted;
  private final List<Integer> selected = new ArrayList<>();
  private final long bound;
  private final Seating seating;
  private Board board;

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
    Map<EntryId, Integer> numbers = new HashMap<>();
    wishes.stream().map(Wish::city).distinct().sorted().forEach(id -> number(numbers, id));
    wishes.stream().map(Wish::partner).distinct().sorted().forEach(id -> number(numbers, id));
    this.one = wishes.stream().mapToInt(each -> numbers.getOrDefault(each.city(), 0)).toArray();
    this.other =
        wishes.stream().mapToInt(each -> numbers.getOrDefault(each.partner(), 0)).toArray();
    this.there = new boolean[names.size()][summit.slots().size()];
    int[] times = timesOfDay();
    for (int who = 0; who < there.length; who++) {
      EntryId name = names.get(who);
      boolean isBusy = ROW < wishes.stream().filter(each -> each.isOf(name)).count();
      Set<Integer> held = new HashSet<>();
      summit.previous().stream().filter(each -> each.isOf(name)).forEach(m -> held.add(m.slot()));
      for (int s = 0; s < times.length; s++) {
        boolean isBreak = isBusy && (times[s] + who) % (ROW + 1) == ROW && !held.contains(s);
        there[who][s] = !isBreak && summit.isThere(name, summit.slots().get(s));
      }
    }
    this.interpreted = new boolean[wishes.size()];
    for (int w = 0; w < interpreted.length; w++) {
      interpreted[w] = summit.isInterpreted(wishes.get(w).city(), wishes.get(w).partner());
    }
    this.seating = new Seating(summit.slots(), wishes);
    this.bound = select();
    this.board = board();
  }

  /// Which slot of its day each is, from 0.
  private int[] timesOfDay() {
    int[] times = new int[summit.slots().size()];
    for (int s = 1; s < times.length; s++) {
      boolean isSameDay = summit.slots().get(s).day() == summit.slots().get(s - 1).day();
      times[s] = isSameDay ? times[s - 1] + 1 : 0;
    }
    return times;
  }

  private void number(Map<EntryId, Integer> numbers, EntryId id) {
    if (numbers.putIfAbsent(id, names.size()) == null) {
      names.add(id);
    }
  }

  /// Fills the selection.
  ///
  /// @return no timetable is worth more, in millionths
  private long select() {
    IntegerProgram program = new IntegerProgram();
    List<Integer> possible =
        IntStream.range(0, wishes.size()).filter(this::isPossible).boxed().toList();
    List<List<Integer>> ofDelegations = new ArrayList<>();
    names.forEach(each -> ofDelegations.add(new ArrayList<>()));
    for (int wish : possible) {
      int unknown = program.choice(wishes.get(wish).millionths() / MILLION);
      ofDelegations.get(one[wish]).add(unknown);
      ofDelegations.get(other[wish]).add(unknown);
    }
    for (int who = 0; who < there.length; who++) {
      boolean[] own = there[who];
      double slots = IntStream.range(0, own.length).filter(s -> own[s]).count();
      program.sum(ofDelegations.get(who)).atMost(slots);
    }
    program
        .sum(IntStream.range(0, possible.size()).boxed().toList())
        .atMost(summit.slots().stream().mapToInt(Slot::tables).sum());
    program
        .sum(
            IntStream.range(0, possible.size())
                .filter(x -> interpreted[possible.get(x)])
                .boxed()
                .toList())
        .atMost((double) summit.interpretedAtOnce() * summit.slots().size());
    SolverResult relaxed = program.relaxed();
    if (!relaxed.isFound()) {
      selected.addAll(possible);
      return possible.stream().mapToLong(each -> wishes.get(each).millionths()).sum();
    }
    double[] values = relaxed.values();
    double worth = 0;
    boolean isWhole = true;
    for (int x = 0; x < values.length; x++) {
      worth += values[x] * wishes.get(possible.get(x)).millionths();
      isWhole &= Math.abs(values[x] - Math.rint(values[x])) < ROUNDING;
      if (values[x] > ROUNDING) {
        selected.add(possible.get(x));
      }
    }
    return isWhole ? Math.round(worth) : (long) Math.ceil(worth * (1 + ROUNDING));
  }

  /// Whether a wish could be in a slot of its own.
  private boolean isPossible(int wish) {
    return IntStream.range(0, summit.slots().size())
        .anyMatch(s -> there[one[wish]][s] && there[other[wish]][s]);
  }

  private Board board() {
    return new Board(one, other, there, summit.slots(), interpreted, summit.interpretedAtOnce());
  }

  /// Places the best wishes, then as many of the others as find a place.
  void fill(PlanObserver watch) {
    List<Integer> chosen = new ArrayList<>(selected);
    var random = RandomGeneratorFactory.of(ALGORITHM).create(1);
    long best = -1;
    Board found = board;
    for (int tried = 0; tried < ORDERS && best < bound; tried++) {
      board = board();
      for (int each : chosen) {
        watch.seen(tried, best < 0 ? Double.NaN : best / MILLION, bound / MILLION);
        place(each);
      }
      long worth = worth();
      for (int w = 0; w < wishes.size() && worth < bound; w++) {
        if (board.slotOf(w) == Board.FREE) {
          place(w);
        }
      }
      worth = worth();
      if (worth > best) {
        best = worth;
        found = board;
      }
      watch.seen(tried + 1, best / MILLION, bound / MILLION);
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
  void closeGaps(PlanObserver watch) {
    do {
      watch.at(PlanObserver.Step.SOLVING, 2, 2);
    } while (board.closeAGap());
  }

  /// Leaves the meetings of the earlier timetable where they are, as far as both sides are there,
  /// and fills what is free.
  void keep() {
    Map<String, Integer> wishOf = new HashMap<>();
    for (int w = 0; w < wishes.size(); w++) {
      wishOf.put(wishes.get(w).pair(), w);
    }
    Set<String> taken = new HashSet<>();
    summit.previous().forEach(each -> keep(each, wishOf, taken));
    for (int w = 0; w < wishes.size(); w++) {
      if (board.slotOf(w) == Board.FREE) {
        var _ = board.putWhereFree(w);
      }
    }
  }

  private void keep(Meeting meeting, Map<String, Integer> wishOf, Set<String> taken) {
    Integer wish = wishOf.get(meeting.pair());
    if (wish != null && meeting.slot() < summit.slots().size()) {
      String table = meeting.slot() + " #" + meeting.table();
      if (!taken.contains(table) && board.isFreeFor(wish, meeting.slot())) {
        seating.keep(wish, meeting);
        board.put(wish, meeting.slot());
        taken.add(table);
      }
    }
  }

  Timetable timetable() {
    List<Meeting> meetings = new ArrayList<>();
    Map<EntryId, Integer> usual = new HashMap<>();
    for (int s = 0; s < summit.slots().size(); s++) {
      meetings.addAll(seating.seated(s, board.held(s), usual));
    }
    List<Wish> waiting =
        IntStream.range(0, wishes.size())
            .filter(w -> board.slotOf(w) == Board.FREE)
            .mapToObj(wishes::get)
            .toList();
    long worth = worth();
    return new Timetable(meetings, waiting, worth, Math.max(bound, worth), board.idle());
  }
}
