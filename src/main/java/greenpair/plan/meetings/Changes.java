package greenpair.plan.meetings;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.plan.meetings.Summit.Wish;
import greenpair.plan.meetings.Timetable.Meeting;
import org.jspecify.annotations.Nullable;

/// What a coordinator wants of the next timetable of a summit. The other meetings stay where they
/// are, except those in the way of a pin, which get another free place if there is one.
///
/// @param pins meetings with their slot, requested or not
/// @param vetoes meetings that are not held; a pin goes before
public record Changes(List<Pin> pins, List<Veto> vetoes) {
  public static final Changes NONE = new Changes(List.of(), List.of());

  /// Worth of a meeting that was not requested: that of a wish for which none is stated.
  private static final int WORTH = 1_000_000;

  /// A meeting with its slot.
  ///
  /// @param slot its position among the slots of the summit
  public record Pin(EntryId city, EntryId partner, int slot) {
    public String pair() {
      return Meeting.pair(city, partner);
    }
  }

  public record Veto(EntryId city, EntryId partner) {
    public String pair() {
      return Meeting.pair(city, partner);
    }
  }

  public Changes {
    pins = List.copyOf(pins);
    vetoes = List.copyOf(vetoes);
  }

  /// The pinned meetings with the table that each had, or the first suitable one; one that no
  /// other meeting has comes first.
  ///
  /// @param held the meetings of the earlier timetable
  public List<Meeting> pinned(Summit summit, List<Meeting> held) {
    List<Meeting> pinned = new ArrayList<>();
    for (Pin pin : pins) {
      pinned.add(placed(pin, summit, held, pinned));
    }
    return pinned;
  }

  /// The wishes of the summit with the pinned meetings and without those that are not held.
  public List<Wish> wishes(Summit summit) {
    Map<String, Wish> wishes = new LinkedHashMap<>();
    summit.wishes().forEach(each -> wishes.put(each.pair(), each));
    vetoes.stream()
        .filter(veto -> pins.stream().noneMatch(pin -> pin.pair().equals(veto.pair())))
        .forEach(veto -> wishes.remove(veto.pair()));
    pins.forEach(
        each -> wishes.putIfAbsent(each.pair(), new Wish(each.city(), each.partner(), WORTH)));
    return List.copyOf(wishes.values());
  }

  /// The meetings that stay: the pinned ones first, which go before the others.
  public List<Meeting> previous(Summit summit, List<Meeting> held) {
    List<Meeting> pinned = pinned(summit, held);
    Set<String> pairs = new HashSet<>();
    pinned.forEach(each -> pairs.add(each.pair()));
    return Stream.concat(
            pinned.stream(), held.stream().filter(each -> !pairs.contains(each.pair())))
        .toList();
  }

  private static Meeting placed(Pin pin, Summit summit, List<Meeting> held, List<Meeting> pinned) {
    Meeting old =
        held.stream().filter(each -> each.pair().equals(pin.pair())).findFirst().orElse(null);
    Wish wish =
        summit.wishes().stream()
            .filter(each -> each.pair().equals(pin.pair()))
            .findFirst()
            .orElse(new Wish(pin.city(), pin.partner(), WORTH));
    List<Meeting> fixed = pinned.stream().filter(each -> each.slot() == pin.slot()).toList();
    List<Meeting> all =
        Stream.concat(
                fixed.stream(),
                held.stream()
                    .filter(each -> each.slot() == pin.slot() && !each.pair().equals(pin.pair())))
            .toList();
    return new Meeting(
        wish.city(),
        wish.partner(),
        pin.slot(),
        table(old, summit.slots().get(pin.slot()).tables(), fixed, all));
  }

  /// The table of a pinned meeting; 0 if other pinned ones have all.
  private static int table(
      @Nullable Meeting old, int tables, List<Meeting> fixed, List<Meeting> all) {
    List<Integer> suitable =
        IntStream.concat(
                IntStream.of(old == null ? 0 : old.table()), IntStream.rangeClosed(1, tables))
            .filter(each -> each > 0)
            .boxed()
            .toList();
    return Stream.of(all, fixed)
        .flatMap(
            taken ->
                suitable.stream()
                    .filter(each -> taken.stream().noneMatch(other -> other.table() == each)))
        .findFirst()
        .orElse(0);
  }
}
