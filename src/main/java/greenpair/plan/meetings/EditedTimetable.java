package greenpair.plan.meetings;

import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import greenpair.message.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A timetable after edits by hand. Whether an edit clashes is left to [TimetableCheck], which
/// checks the solver by the same rules.
///
/// @param summit with the meetings that were added among its wishes, without those that were
///     cancelled, and with every earlier place of a meeting as previous ones
public record EditedTimetable(Summit summit, Timetable timetable) {
  /// Worth of a meeting that was not requested: that of a wish for which none is stated.
  private static final int WORTH = 1_000_000;

  /// Applies edits in their order; they may clash.
  ///
  /// @param undone edits that no longer count, but that calendars may already contain
  public static EditedTimetable of(
      Summit summit, Timetable made, List<Edit> edits, List<Edit> undone) {
    Map<String, Wish> wishes = new LinkedHashMap<>();
    summit.wishes().forEach(each -> wishes.put(each.pair(), each));
    Map<String, Wish> left = new LinkedHashMap<>(wishes);
    Map<String, Meeting> held = new LinkedHashMap<>();
    made.meetings().forEach(each -> held.put(each.pair(), each));
    Map<String, Meeting> earlier = new LinkedHashMap<>();
    summit.previous().forEach(each -> earlier.put(each.pair(), each));
    earlier.putAll(held);
    undone.stream()
        .filter(each -> each.action() == Edit.Action.PUT)
        .forEach(each -> earlier.put(each.pair(), each.meeting()));
    for (Edit each : edits) {
      String pair = each.pair();
      if (each.action() == Edit.Action.CANCEL) {
        held.remove(pair);
        left.remove(pair);
      } else {
        held.put(pair, each.meeting());
        earlier.put(pair, each.meeting());
        left.put(pair, wishes.getOrDefault(pair, new Wish(each.city(), each.partner(), WORTH)));
      }
    }
    long added = left.keySet().stream().filter(each -> !wishes.containsKey(each)).count() * WORTH;
    Summit now =
        new Summit(
            summit.slots(),
            summit.stays(),
            List.copyOf(left.values()),
            summit.cancelled(),
            List.copyOf(earlier.values()),
            summit.arrangements());
    return new EditedTimetable(now, timetable(now, held, made.bound() + added));
  }

  private static Timetable timetable(Summit summit, Map<String, Meeting> held, long bound) {
    List<Meeting> meetings = new ArrayList<>(held.values());
    meetings.sort(Comparator.comparingInt(Meeting::slot).thenComparingInt(Meeting::table));
    List<Wish> waiting = new ArrayList<>(summit.wishes());
    waiting.removeIf(each -> held.containsKey(each.pair()));
    waiting.sort(
        Comparator.comparingInt(Wish::millionths)
            .reversed()
            .thenComparing(Wish::city)
            .thenComparing(Wish::partner));
    long worth =
        summit.wishes().stream()
            .filter(each -> held.containsKey(each.pair()))
            .mapToLong(Wish::millionths)
            .sum();
    return new Timetable(meetings, waiting, worth, bound, idle(summit, meetings));
  }

  private static int idle(Summit summit, List<Meeting> meetings) {
    Map<EntryId, Integer> last = new HashMap<>();
    int idle = 0;
    for (Meeting each : meetings) {
      for (EntryId who : List.of(each.city(), each.partner())) {
        Integer before = last.put(who, each.slot());
        if (before != null
            && summit.slots().get(before).day() == summit.slots().get(each.slot()).day()) {
          idle += Math.max(0, each.slot() - before - 1);
        }
      }
    }
    return idle;
  }

  /// Why two delegations have no meeting that could be changed so; empty if they have one.
  public Optional<Message> refusal(Edit.Action action, EntryId one, EntryId other) {
    boolean held = meeting(one, other).isPresent();
    if (held == (action == Edit.Action.PUT) || one.equals(other)) {
      return Optional.of(Message.of(held ? "plan.meets_already" : "plan.meets_not"));
    }
    String pair = Meeting.pair(one, other);
    boolean isNew = summit.wishes().stream().noneMatch(each -> each.pair().equals(pair));
    return isNew && summit.wishes().size() >= Summit.MOST
        ? Optional.of(Message.of("plan.no_room", "most", Summit.MOST))
        : Optional.empty();
  }

  /// The meeting of two delegations; empty if they have none.
  public Optional<Meeting> meeting(EntryId one, EntryId other) {
    String pair = Meeting.pair(one, other);
    return timetable.meetings().stream().filter(each -> each.pair().equals(pair)).findFirst();
  }

  /// Completes an edit: a meeting keeps its table and interpreter where they are free, otherwise it
  /// gets the first that is free and suitable, if there is one.
  ///
  /// @param table null for any; an online meeting has none
  /// @param interpreter null for any
  public Edit placed(
      Edit.Action action,
      EntryId city,
      EntryId partner,
      int slot,
      @Nullable Integer table,
      @Nullable String interpreter) {
    Meeting old = meeting(city, partner).orElse(null);
    EntryId one = old == null ? city : old.city();
    EntryId other = old == null ? partner : old.partner();
    Set<Integer> tables = new HashSet<>();
    Set<String> busy = new HashSet<>();
    timetable.meetings().stream()
        .filter(each -> each.slot() == slot && !each.pair().equals(Meeting.pair(one, other)))
        .forEach(
            each -> {
              tables.add(each.table());
              busy.add(String.valueOf(each.interpreter()));
            });
    return new Edit(
        action,
        one,
        other,
        slot,
        table(one, other, slot, table, tables, old),
        interpreter != null ? interpreter : interpreter(one, other, busy, old));
  }

  private int table(
      EntryId one,
      EntryId other,
      int slot,
      @Nullable Integer wanted,
      Set<Integer> taken,
      @Nullable Meeting old) {
    Arrangements with = summit.conditions();
    if (with.isOnline(one, other)) {
      return 0; // The solver has no table in mind for it, and would give the same one away.
    }
    if (wanted != null) {
      return wanted;
    }
    int places = with.places(one, other);
    return IntStream.concat(
            IntStream.of(old == null ? 0 : old.table()),
            IntStream.rangeClosed(1, summit.slots().get(slot).tables()))
        .filter(each -> each > 0 && !taken.contains(each))
        .filter(each -> with.rooms().isEmpty() || with.rooms().get(each - 1) >= places)
        .findFirst()
        .orElse(0);
  }

  private @Nullable String interpreter(
      EntryId one, EntryId other, Set<String> busy, @Nullable Meeting old) {
    Arrangements with = summit.conditions();
    if (!with.needInterpreter(one, other)) {
      String kept = old == null ? null : old.interpreter();
      return kept == null || busy.contains(kept) ? null : kept;
    }
    Set<String> able = new TreeSet<>();
    with.between(one, other).forEach(each -> able.add(each.name()));
    able.removeAll(busy);
    return old != null && old.interpreter() != null && able.contains(old.interpreter())
        ? old.interpreter()
        : able.stream().findFirst().orElse(null);
  }

  /// The clashes that an edit would bring.
  public List<Text> clashes(
      Edit edit, Function<EntryId, Text> names, Function<Slot, String> times) {
    // Meetings of other slots cannot clash with it.
    List<Meeting> held =
        timetable.meetings().stream().filter(each -> each.slot() == edit.slot()).toList();
    List<Text> before = TimetableCheck.clashes(summit, held, names, times);
    List<Meeting> meetings = new ArrayList<>(held);
    meetings.removeIf(each -> each.pair().equals(edit.pair()));
    if (edit.action() != Edit.Action.CANCEL) {
      meetings.add(edit.meeting());
    }
    List<Text> after = new ArrayList<>(TimetableCheck.clashes(summit, meetings, names, times));
    after.removeAll(before);
    return after;
  }

  /// The slots nearest in time to the one of an edit in which it would not clash.
  public List<Slot> nearest(Edit edit, int most) {
    return IntStream.range(0, summit.slots().size())
        .boxed()
        .filter(each -> each != edit.slot())
        .sorted(Comparator.comparingInt((Integer each) -> Math.abs(each - edit.slot())))
        .filter(each -> isFree(edit, each))
        .limit(most)
        .map(summit.slots()::get)
        .sorted(Comparator.comparing(Slot::start))
        .toList();
  }

  private boolean isFree(Edit edit, int slot) {
    Edit other = placed(edit.action(), edit.city(), edit.partner(), slot, null, null);
    return clashes(other, id -> new Text(id.value(), id.value()), each -> each.start().toString())
        .isEmpty();
  }
}
