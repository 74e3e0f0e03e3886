package greenpair.plan.input;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Preferences;
import greenpair.index.read.Snapshot;
import greenpair.match.RecommendationRequest;
import greenpair.match.Recommender;
import greenpair.match.reason.Answer;
import greenpair.message.Message;
import greenpair.plan.ImpossibleException;
import greenpair.plan.allocation.AllocationProblem;
import greenpair.plan.allocation.AllocationProblem.Demand;
import greenpair.plan.allocation.Fit;
import greenpair.plan.allocation.Supplier;
import org.jspecify.annotations.Nullable;

/// The input of a plan for the open needs of cities. It contains only recommended entries, so no
/// gate is violated.
///
/// @param settings what a request leaves open
record PartnerInputs(Snapshot snapshot, Recommender recommender, PlanSettings settings) {
  private record Scored(Need need, Kind kind, EntryId entry, int millionths) {}

  /// The complete input of a plan for these cities.
  ///
  /// @throws IllegalArgumentException if a condition names what takes no part
  AllocationProblem instance(List<EntryId> cities, PlanRequest.Partners request) {
    List<Demand> demands = new ArrayList<>();
    List<Scored> scored = new ArrayList<>();
    for (EntryId city : cities) {
      for (Need need : snapshot.ownNeeds(city)) {
        if (need.isOpen()) {
          for (Kind kind : List.of(Kind.FIRM, Kind.FINANCIER)) {
            int most = request.most(kind, settings);
            if (most > 0) {
              List<Scored> found = recommended(need, kind);
              scored.addAll(found);
              int least = Math.min(request.least(), Math.min(most, found.size()));
              demands.add(new Demand(need.id(), city, kind, least, most));
            }
          }
        }
      }
    }
    if (demands.isEmpty()) {
      throw new ImpossibleException(List.of(Message.of("plan.nothing")));
    }
    Map<EntryId, EntryId> leaders = leaders(scored);
    Map<AllocationProblem.Assignment, Fit> best =
        new TreeMap<>(java.util.Comparator.comparing(Object::toString));
    for (Scored each : scored) {
      EntryId supplier = java.util.Objects.requireNonNull(leaders.get(each.entry));
      Fit fit = new Fit(each.need.id(), each.kind, supplier, each.millionths);
      best.merge(
          new AllocationProblem.Assignment(fit.need(), fit.kind(), supplier),
          fit,
          (a, b) -> b.millionths() > a.millionths() ? b : a);
    }
    Set<EntryId> needs = demands.stream().map(Demand::need).collect(Collectors.toSet());
    List<Message> pins =
        request.pins().stream()
            .filter(each -> needs.contains(each.need()) && leaders.containsKey(each.partner()))
            .filter(each -> !isPlace(each.need(), each.partner(), best.keySet(), leaders))
            .map(
                each ->
                    Message.of(
                        "plan.pin_not_recommended", "partner", each.partner(), "need", each.need()))
            .toList();
    if (!pins.isEmpty()) {
      throw new ImpossibleException(pins);
    }
    return new AllocationProblem(
        demands,
        suppliers(leaders, request),
        List.copyOf(best.values()),
        request.pins(),
        Stream.concat(
                request.declined().stream()
                    .filter(each -> isPlace(each.need(), each.partner(), best.keySet(), leaders)),
                request.vetoes().stream())
            .toList(),
        request.previous());
  }

  /// Whether a place could be filled: the need of a declined one may be closed by now, or its
  /// partner no longer recommended.
  private static boolean isPlace(
      @Nullable EntryId need,
      EntryId partner,
      Set<AllocationProblem.Assignment> places,
      Map<EntryId, EntryId> leaders) {
    EntryId supplier = leaders.get(partner);
    return places.stream()
        .anyMatch(each -> each.need().equals(need) && each.supplier().equals(supplier));
  }

  private List<Scored> recommended(Need need, Kind kind) {
    Answer answer =
        recommender.recommend(
            RecommendationRequest.ofNeed(
                kind, need.city(), need.id(), RecommendationRequest.MAX_LIMIT),
            snapshot);
    return answer.recommendations().stream()
        .map(each -> new Scored(need, kind, each.id(), (int) Math.round(each.score() * Fit.WHOLE)))
        .toList();
  }

  /// The entry that represents the real partner of each entry: entries are the same partner if they
  /// share an id or a number of a registry.
  private Map<EntryId, EntryId> leaders(List<Scored> scored) {
    Map<EntryId, Set<String>> numbers = new TreeMap<>();
    for (Scored each : scored) {
      Set<String> own = numbers.computeIfAbsent(each.entry, key -> new TreeSet<>());
      snapshot
          .entry(each.kind, each.entry)
          .ifPresent(entry -> own.addAll(Entry.partner(entry).identifiers()));
    }
    Map<EntryId, EntryId> leaders = new HashMap<>();
    Map<String, EntryId> owners = new HashMap<>();
    numbers.forEach(
        (entry, own) -> {
          EntryId leader = entry;
          for (String each : own) {
            EntryId other = owners.getOrDefault(each, leader);
            leader = other.compareTo(leader) < 0 ? other : leader;
          }
          for (String each : own) {
            EntryId old = owners.put(each, leader);
            if (old != null && !old.equals(leader)) {
              EntryId now = leader;
              leaders.replaceAll((key, value) -> value.equals(old) ? now : value);
              owners.replaceAll((key, value) -> value.equals(old) ? now : value);
            }
          }
          leaders.put(entry, leader);
        });
    return leaders;
  }

  /// The given capacity, or else the one that the partner has stated openly, because a plan would
  /// disclose a confidential one.
  private int capacity(EntryId entry, PlanRequest.Partners request) {
    return Optional.ofNullable(request.capacities().get(entry))
        .or(() -> stated(entry))
        .orElseGet(() -> request.usualCapacity(settings));
  }

  private Optional<Integer> stated(EntryId entry) {
    return Kind.PARTNERS.stream()
        .flatMap(kind -> snapshot.entry(kind, entry).stream())
        .flatMap(found -> Stream.ofNullable(Entry.partner(found).preferences()))
        .flatMap(stated -> Stream.ofNullable(stated.capacity()))
        .map(Preferences.Capacity::mostCities)
        .min(Integer::compare);
  }

  private List<Supplier> suppliers(Map<EntryId, EntryId> leaders, PlanRequest.Partners request) {
    for (EntryId each : request.capacities().keySet()) {
      if (!leaders.containsKey(each)) {
        List<String> known = leaders.keySet().stream().map(EntryId::value).toList();
        Object near = Message.near(each.value(), known);
        Message fault = Message.of("plan.capacity_unused", "partner", each, "near", near);
        throw new ImpossibleException(List.of(fault));
      }
    }
    Map<EntryId, Set<EntryId>> members = new TreeMap<>();
    leaders.forEach(
        (entry, leader) -> members.computeIfAbsent(leader, key -> new TreeSet<>()).add(entry));
    List<Supplier> suppliers = new ArrayList<>();
    members.forEach(
        (leader, all) -> {
          int capacity = all.stream().mapToInt(each -> capacity(each, request)).min().orElseThrow();
          suppliers.add(new Supplier(leader, all, capacity));
        });
    return suppliers;
  }
}
