package greenpair.plan.allocation;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.message.Message;
import greenpair.plan.ImpossibleException;

/// The input of a plan.
///
/// @param fits in order of need, kind and supplier
/// @param previous the fits of an earlier plan, to be kept as far as possible
public record AllocationProblem(
    List<Demand> demands,
    List<Supplier> suppliers,
    List<Fit> fits,
    List<Requirement.Pin> pins,
    List<Requirement.Veto> vetoes,
    List<Assignment> previous) {
  /// A place that a partner takes on the list of a need.
  public record Assignment(EntryId need, Kind kind, EntryId supplier) {}

  record Slot(EntryId need, Kind kind) {}

  static final Comparator<Fit> ORDER =
      Comparator.comparing(Fit::need).thenComparing(Fit::kind).thenComparing(Fit::supplier);

  public AllocationProblem {
    demands =
        demands.stream()
            .sorted(Comparator.comparing(Demand::need).thenComparing(Demand::kind))
            .toList();
    suppliers = suppliers.stream().sorted(Comparator.comparing(Supplier::id)).toList();
    fits = fits.stream().sorted(ORDER).toList();
    pins = List.copyOf(pins);
    vetoes = List.copyOf(vetoes);
    previous = List.copyOf(previous);
    check(demands, suppliers, fits, pins, vetoes);
  }

  private static void check(
      List<Demand> demands,
      List<Supplier> suppliers,
      List<Fit> fits,
      List<Requirement.Pin> pins,
      List<Requirement.Veto> vetoes) {
    List<String> problems = new ArrayList<>();
    Set<Slot> slots = new HashSet<>();
    Set<EntryId> needs = new HashSet<>();
    Set<EntryId> cities = new HashSet<>();
    for (Demand each : demands) {
      if (!slots.add(each.slot())) {
        problems.add("need " + each.need() + " asks twice for kind " + each.kind().word());
      }
      needs.add(each.need());
      cities.add(each.city());
    }
    Map<EntryId, EntryId> owner = new HashMap<>();
    Set<EntryId> ids = new HashSet<>();
    for (Supplier each : suppliers) {
      ids.add(each.id());
      for (EntryId member : each.members()) {
        EntryId other = owner.put(member, each.id());
        if (other != null) {
          problems.add(member + " belongs to two partners, " + other + " and " + each.id());
        }
      }
    }
    Set<Assignment> places = new HashSet<>();
    for (Fit each : fits) {
      Assignment place = each.place();
      if (!slots.contains(each.slot()) || !ids.contains(each.supplier())) {
        problems.add("a fit must join a need and a partner of the instance, but is " + place);
      } else if (!places.add(place)) {
        problems.add("a fit is given twice: " + place);
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
    List<Message> unknown = new ArrayList<>();
    for (Requirement.Pin each : pins) {
      named(each.need(), needs, "need", unknown);
      named(each.partner(), owner.keySet(), "partner", unknown);
    }
    for (Requirement.Veto each : vetoes) {
      named(each.partner(), owner.keySet(), "partner", unknown);
      if (each.need() != null) {
        named(each.need(), needs, "need", unknown);
      }
      if (each.city() != null) {
        named(each.city(), cities, "city", unknown);
      }
    }
    if (!unknown.isEmpty()) {
      throw new ImpossibleException(unknown.stream().distinct().toList());
    }
  }

  private static void named(EntryId id, Set<EntryId> known, String sort, List<Message> unknown) {
    if (!known.contains(id)) {
      Message what = Message.of("words.common", "word", sort);
      Object near = Message.near(id.value(), known.stream().map(EntryId::value).toList());
      unknown.add(Message.of("plan.pin_takes_no_part", "sort", what, "id", id, "near", near));
    }
  }

  Optional<Supplier> supplier(EntryId entry) {
    return suppliers.stream().filter(each -> each.members().contains(entry)).findFirst();
  }

  public Map<EntryId, EntryId> cities() {
    Map<EntryId, EntryId> cities = new HashMap<>();
    demands.forEach(each -> cities.put(each.need(), each.city()));
    return cities;
  }

  /// Every requirement, those that are easiest to give up last.
  List<Requirement> requirements() {
    List<Requirement> all = new ArrayList<>();
    for (Demand each : demands) {
      all.add(new Requirement.NeedLimit(each.need(), each.kind(), each.most()));
    }
    for (Supplier each : suppliers) {
      all.add(new Requirement.Capacity(each.id(), each.mostCities()));
    }
    all.addAll(vetoes);
    all.addAll(pins);
    for (Demand each : demands) {
      if (each.least() > 0) {
        all.add(new Requirement.NeedFloor(each.need(), each.kind(), each.least()));
      }
    }
    Map<EntryId, Set<EntryId>> seen = new HashMap<>();
    for (Fit each : fits) {
      if (!seen.computeIfAbsent(each.need(), key -> new HashSet<>()).add(each.supplier())) {
        all.add(new Requirement.OneRole(each.need(), each.supplier()));
      }
    }
    return all;
  }

  boolean forbids(Requirement.Veto veto, Fit fit, Map<EntryId, EntryId> cities) {
    return (veto.need() == null || veto.need().equals(fit.need()))
        && (veto.city() == null || veto.city().equals(cities.get(fit.need())))
        && supplier(veto.partner()).orElseThrow().id().equals(fit.supplier());
  }

  /// The same with the best fits of each demand alone, and those that are pinned or were taken
  /// before.
  ///
  /// @param most fits, if each demand has as many
  AllocationProblem best(int most) {
    Set<Assignment> named = new HashSet<>(previous);
    Map<Slot, List<Fit>> bySlot = new HashMap<>();
    for (Fit each : fits) {
      bySlot.computeIfAbsent(each.slot(), slot -> new ArrayList<>()).add(each);
      if (pins.stream().anyMatch(pin -> isOf(pin, each))) {
        named.add(each.place());
      }
    }
    List<Fit> kept = new ArrayList<>();
    for (Demand each : demands) {
      List<Fit> own = bySlot.getOrDefault(each.slot(), List.of());
      Set<Fit> best = new LinkedHashSet<>();
      own.stream()
          .sorted(Fit.BEST_FIRST)
          .limit(Math.max(each.most, most / demands.size()))
          .forEach(best::add);
      own.stream().filter(fit -> named.contains(fit.place())).forEach(best::add);
      kept.addAll(best);
    }
    return new AllocationProblem(demands, suppliers, kept, pins, vetoes, previous);
  }

  private boolean isOf(Requirement.Pin pin, Fit fit) {
    return pin.need().equals(fit.need())
        && supplier(pin.partner()).orElseThrow().id().equals(fit.supplier());
  }

  /// The places of one need for partners of one kind.
  ///
  /// @param least partners that it must get, from 0
  /// @param most partners that it may get, from `least`
  public record Demand(EntryId need, EntryId city, Kind kind, int least, int most) {
    public Demand {
      if (least < 0) {
        throw new IllegalArgumentException(
            "the floor of need " + need + " must be an integer of at least 0, but was " + least);
      }
      if (most < Math.max(1, least)) {
        throw new IllegalArgumentException(
            "need %s must be allowed at least %s partners of kind %s, but was %s"
                .formatted(need, Math.max(1, least), kind.word(), most));
      }
    }

    AllocationProblem.Slot slot() {
      return new AllocationProblem.Slot(need, kind);
    }
  }
}
