package greenpair.plan.input;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.value.Money;
import greenpair.plan.allocation.AllocationProblem;
import greenpair.plan.allocation.Requirement;
import greenpair.plan.cohort.Conditions;
import greenpair.plan.input.PlanSettings.PanelSettings;
import greenpair.plan.meetings.Changes;
import greenpair.plan.meetings.Summit;
import greenpair.plan.meetings.Summit.Slot;
import greenpair.plan.meetings.Timetable.Meeting;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A request to planning. Null values are those of `planning.yaml`; if no city is named, all
/// of the catalog take part.
public sealed interface PlanRequest {
  /// The sort of plan: `cohort`, `pairs`, `partners` or `meetings`.
  default String sort() {
    return switch (this) {
      case Cohort cohort -> "cohort";
      case Pairs pairs -> "pairs";
      case Partners partners -> "partners";
      case Meetings meetings -> "meetings";
    };
  }

  /// A cohort of cities.
  ///
  /// @param places cities to choose, by country
  /// @param draws of weights, from 1
  record Cohort(
      Map<String, Integer> places,
      Set<EntryId> must,
      Set<EntryId> mustNot,
      @Nullable Integer ofProvince,
      @Nullable Double difference,
      int draws,
      long seed)
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
  /// @param preferences by city, best first; if there are any, the pairs are stable
  record Pairs(
      List<String> sides,
      List<EntryId> cities,
      int perCity,
      Map<EntryId, List<EntryId>> preferences)
      implements PlanRequest {
    public Pairs {
      sides = List.copyOf(sides);
      cities = List.copyOf(cities);
      preferences = new TreeMap<>(preferences);
    }
  }

  /// Partners for all open needs.
  ///
  /// @param least partners of each kind that a need gets, if there are any
  /// @param levels worst-off cities that come before the total
  /// @param previous places of an earlier plan, kept as far as possible
  /// @param experts of a need at most, as `panel` is of a city
  /// @param daysPerNeed days that an expert spends on a need
  /// @param amounts the sums of money that single partners can take on; null for no sums at
  ///     all, as in plans of older versions
  /// @param declined what cities declined of an earlier plan, which rules out what still takes
  ///     part; null in plans of older versions, which have it among their vetoes
  record Partners(
      List<EntryId> cities,
      @Nullable Integer firms,
      @Nullable Integer financiers,
      int least,
      @Nullable Integer capacity,
      Map<EntryId, Integer> capacities,
      List<Requirement.Pin> pins,
      List<Requirement.Veto> vetoes,
      int levels,
      List<AllocationProblem.Place> previous,
      @Nullable Integer experts,
      @Nullable Integer panel,
      @Nullable Integer daysPerNeed,
      @Nullable Map<EntryId, Money> amounts,
      @Nullable List<Requirement.Veto> declined)
      implements PlanRequest {
    public Partners {
      amounts = amounts == null ? null : new TreeMap<>(amounts);
      cities = List.copyOf(cities);
      capacities = new TreeMap<>(capacities);
      pins = List.copyOf(pins);
      vetoes = List.copyOf(vetoes);
      previous = List.copyOf(previous);
      declined = declined == null ? null : List.copyOf(declined);
    }

    PartnerInputs.Wishes wishes(PlanSettings settings) {
      PanelSettings usual = settings.panels();
      PanelSettings panels =
          new PanelSettings(
              experts == null ? usual.experts() : experts,
              panel == null ? usual.panel() : panel,
              daysPerNeed == null ? usual.daysPerNeed() : daysPerNeed);
      Map<Kind, Integer> most = new TreeMap<>();
      most.put(Kind.FIRM, firms == null ? settings.firms() : firms);
      most.put(Kind.FINANCIER, financiers == null ? settings.financiers() : financiers);
      most.put(Kind.EXPERT, panels.experts());
      most.values().removeIf(each -> each == 0);
      return new PartnerInputs.Wishes(
          most,
          least,
          capacity == null ? settings.capacity() : capacity,
          capacities,
          pins,
          vetoes,
          declined == null ? List.of() : declined,
          levels,
          previous,
          panels,
          amounts);
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
        Set<EntryId> cancelled, Set<String> interpreters, Changes changes, List<Meeting> held) {
      Set<EntryId> gone = new TreeSet<>(summit.cancelled());
      gone.addAll(cancelled);
      return new Meetings(
          new Summit(
              summit.slots(),
              summit.stays(),
              changes.wishes(summit),
              gone,
              changes.previous(summit, held),
              summit.conditions().without(interpreters)),
          zone,
          root,
          sequence + 1);
    }
  }

  static Set<EntryId> ids(List<String> words) {
    Set<EntryId> ids = new TreeSet<>();
    words.forEach(each -> ids.add(new EntryId(each)));
    return ids;
  }
}
