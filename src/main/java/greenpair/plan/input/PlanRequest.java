package greenpair.plan.input;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.plan.allocation.AllocationProblem;
import greenpair.plan.allocation.Requirement;
import greenpair.plan.cohort.Conditions;
import greenpair.plan.meetings.Changes;
import greenpair.plan.meetings.Summit;
import greenpair.plan.meetings.Summit.Interpreters;
import greenpair.plan.meetings.Summit.Slot;
import greenpair.plan.meetings.Timetable.Meeting;
import org.jspecify.annotations.Nullable;

/// A request to planning. Null values are those of `planning.yaml`; if no city is named, those of
/// the programmes take part.
public sealed interface PlanRequest {
  /// The sort of plan: `cohort`, `pairs`, `partners` or `meetings`.
  default String sort() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /// A cohort of cities.
  ///
  /// @param places cities to choose, by country
  record Cohort(
      Map<String, Integer> places,
      Set<EntryId> must,
      Set<EntryId> mustNot,
      @Nullable Integer ofProvince,
      @Nullable Double difference)
      implements PlanRequest {
    Conditions conditions(PlanSettings settings) {
      return new Conditions(
          places,
          must,
          mustNot,
          ofProvince == null ? settings.mostOfProvince() : ofProvince,
          difference == null ? settings.difference() : difference);
    }
  }

  /// Pairs of cities.
  ///
  /// @param perCity pairs of a city at most, from 1
  record Pairs(List<String> sides, List<EntryId> cities, int perCity) implements PlanRequest {
    public Pairs {
      sides = List.copyOf(sides);
      cities = List.copyOf(cities);
    }
  }

  /// Partners for all open needs.
  ///
  /// @param least partners of each kind that a need gets, if there are any
  /// @param capacity cities of a partner that has not stated its capacity
  /// @param capacities of single partners, whatever they have stated
  /// @param previous places of an earlier plan, kept as far as possible
  /// @param declined what cities declined of an earlier plan, which rules out what still takes part
  record Partners(
      List<EntryId> cities,
      @Nullable Integer firms,
      @Nullable Integer financiers,
      int least,
      @Nullable Integer capacity,
      Map<EntryId, Integer> capacities,
      List<Requirement.Pin> pins,
      List<Requirement.Veto> vetoes,
      List<AllocationProblem.Assignment> previous,
      List<Requirement.Veto> declined)
      implements PlanRequest {
    public Partners {
      cities = List.copyOf(cities);
      capacities = new TreeMap<>(capacities);
      pins = List.copyOf(pins);
      vetoes = List.copyOf(vetoes);
      previous = List.copyOf(previous);
      declined = List.copyOf(declined);
    }

    /// Partners of a kind that a need gets at most, from 0.
    int most(Kind kind, PlanSettings settings) {
      Integer given = kind == Kind.FIRM ? firms : financiers;
      int usual = kind == Kind.FIRM ? settings.firms() : settings.financiers();
      return given != null ? given : usual == 0 ? 0 : Math.max(usual, least);
    }

    int usualCapacity(PlanSettings settings) {
      return capacity == null ? settings.capacity() : capacity;
    }
  }

  /// The timetable of a summit.
  ///
  /// @param zone of the place, a name of the time zone database
  /// @param root what all timetables of the summit have in common; calendars know meetings by it
  /// @param sequence number of times that the timetable was changed, from 0
  record Meetings(Summit summit, String zone, String root, int sequence) implements PlanRequest {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /// When a slot begins, in the time of the place.
    public String time(Slot slot) {
      return TIME.format(slot.start().atZone(ZoneId.of(zone)));
    }

    /// The slot that begins at a time of the place, such as `2027-05-10T14:05`; empty for none.
    public OptionalInt slot(String time) {
      String start = time.replace('T', ' ');
      return IntStream.range(0, summit.slots().size())
          .filter(each -> time(summit.slots().get(each)).equals(start))
          .findFirst();
    }

    /// When the slots begin, in the time of the place.
    public List<String> times() {
      return summit.slots().stream().map(this::time).toList();
    }

    /// The same summit again, with what stays.
    ///
    /// @param held the meetings of the earlier timetable
    /// @throws greenpair.plan.ImpossibleException if there are too many wishes
    public Meetings again(
        Set<EntryId> cancelled, Changes changes, List<Meeting> held, Predicate<EntryId> isChinese) {
      Set<EntryId> gone = new TreeSet<>(summit.cancelled());
      gone.addAll(cancelled);
      Interpreters before = summit.interpreters();
      Set<EntryId> chinese = new TreeSet<>(before == null ? Set.of() : before.chinese());
      changes.pins().stream()
          .flatMap(pin -> Stream.of(pin.city(), pin.partner()))
          .filter(isChinese)
          .forEach(chinese::add);
      return new Meetings(
          new Summit(
              summit.slots(),
              summit.stays(),
              changes.wishes(summit),
              gone,
              changes.previous(summit, held),
              before == null ? null : new Interpreters(before.count(), chinese)),
          zone,
          root,
          sequence + 1);
    }
  }
}
