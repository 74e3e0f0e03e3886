package greenpair.plan.input;

import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Preferences;
import greenpair.catalog.value.Money;
import greenpair.index.read.Snapshot;
import greenpair.match.RecommendationRequest;
import greenpair.match.Recommender;
import greenpair.match.reason.Answer;
import greenpair.message.Message;
import greenpair.plan.ImpossibleException;
import greenpair.plan.allocation.AllocationProblem;
import greenpair.plan.allocation.AllocationProblem.Demand;
import greenpair.plan.allocation.Fit;
import greenpair.plan.allocation.Requirement;
import greenpair.plan.allocation.Supplier;
import greenpair.plan.input.PlanSettings.PanelSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The input of a plan for the open needs of cities. It contains only recommended entries, so no
/// gate is violated.
public final class PartnerInputs {
  private final Snapshot snapshot;
  private final Recommender recommender;

  public PartnerInputs(Snapshot snapshot, Recommender recommender) {
    this.snapshot = snapshot;
    this.recommender = recommender;
  }

  /// The wishes of a coordinator.
  ///
  /// @param most partners of a need, by kind
  /// @param least partners of a need that has any, by kind
  /// @param capacity cities of a partner that has not stated its capacity
  /// @param capacities of single partners, whatever they have stated
  /// @param declined places of an earlier plan that cities declined
  /// @param levels worst-off cities that come first
  /// @param previous places of an earlier plan, to be kept as far as possible
  /// @param amounts of money that single partners can take on, whatever they have stated; null for
  ///     no sums at all
  public record Wishes(
      Map<Kind, Integer> most,
      int least,
      int capacity,
      Map<EntryId, Integer> capacities,
      List<Requirement.Pin> pins,
      List<Requirement.Veto> vetoes,
      List<Requirement.Veto> declined,
      int levels,
      List<AllocationProblem.Place> previous,
      PanelSettings panels,
      @Nullable Map<EntryId, Money> amounts) {
    /// The partners that have a capacity or a sum of their own.
    Stream<EntryId> limited() {
      return Stream.concat(
          capacities.keySet().stream(),
          amounts == null ? Stream.empty() : amounts.keySet().stream());
    }
  }

  private record Scored(Need need, Kind kind, EntryId entry, int millionths) {}

  /// The complete input of a plan for these cities.
  ///
  /// @throws IllegalArgumentException if a wish names what takes no part
  public AllocationProblem instance(List<EntryId> cities, Wishes wishes) {
    List<Demand> demands = new ArrayList<>();
    List<Scored> scored = new ArrayList<>();
    for (EntryId city : cities) {
      for (Need need : snapshot.ownNeeds(city)) {
        if (need.isOpen()) {
          wishes
              .most()
              .forEach(
                  (kind, most) -> {
                    List<Scored> found = recommended(need, kind);
                    scored.addAll(found);
                    int least = Math.min(wishes.least(), Math.min(most, found.size()));
                    demands.add(new Demand(need.id(), city, kind, least, most));
                  });
        }
      }
    }
    Identities identities = identities(scored);
    Map<EntryId, EntryId> leaders = identities.leaders();
    PanelInputs panels = new PanelInputs(snapshot, identities);
    List<Supplier> suppliers = suppliers(leaders, panels, wishes);
    Map<AllocationProblem.Place, Fit> best =
        new TreeMap<>(java.util.Comparator.comparing(Object::toString));
    for (Scored each : scored) {
      EntryId supplier = java.util.Objects.requireNonNull(leaders.get(each.entry));
      Fit fit = new Fit(each.need.id(), each.kind, supplier, each.millionths);
      best.merge(
          new AllocationProblem.Place(fit.need(), fit.kind(), supplier),
          fit,
          (a, b) -> b.millionths() > a.millionths() ? b : a);
    }
    Map<EntryId, Money> amounts = wishes.amounts();
    return new AllocationProblem(
        demands,
        amounts == null
            ? suppliers
            : new AmountInputs(snapshot, cities, amounts, best.values()).limited(suppliers),
        List.copyOf(best.values()),
        wishes.pins(),
        Stream.concat(
                wishes.declined().stream().filter(each -> isAsked(each, best.keySet(), leaders)),
                wishes.vetoes().stream())
            .toList(),
        wishes.levels(),
        wishes.previous(),
        panels.panels(cities, best.values(), wishes.panels()));
  }

  /// Whether a declined place could be filled again: its need may be closed by now, or its partner
  /// no longer recommended.
  private static boolean isAsked(
      Requirement.Veto declined,
      Set<AllocationProblem.Place> places,
      Map<EntryId, EntryId> leaders) {
    EntryId supplier = leaders.get(declined.partner());
    return places.stream()
        .anyMatch(each -> each.need().equals(declined.need()) && each.supplier().equals(supplier));
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

  private Identities identities(List<Scored> scored) {
    Map<EntryId, Set<String>> marks = new TreeMap<>();
    for (Scored each : scored) {
      marks
          .computeIfAbsent(each.entry, key -> new TreeSet<>())
          .addAll(Identities.marks(snapshot, each.kind, each.entry));
    }
    return Identities.of(marks);
  }

  /// The given capacity, or else the one that the partner has stated openly, because a plan would
  /// disclose a confidential one.
  private int capacity(EntryId entry, Wishes wishes) {
    return Optional.ofNullable(wishes.capacities().get(entry))
        .or(() -> stated(entry))
        .orElse(wishes.capacity());
  }

  private Optional<Integer> stated(EntryId entry) {
    return Kind.PARTNERS.stream()
        .flatMap(kind -> snapshot.entry(kind, entry).stream())
        .flatMap(found -> Stream.ofNullable(Entry.partner(found).preferences()))
        .flatMap(stated -> Stream.ofNullable(stated.capacity()))
        .map(Preferences.Capacity::mostCities)
        .min(Integer::compare);
  }

  private List<Supplier> suppliers(
      Map<EntryId, EntryId> leaders, PanelInputs panels, Wishes wishes) {
    Map<EntryId, Set<EntryId>> members = new TreeMap<>();
    leaders.forEach(
        (entry, leader) -> members.computeIfAbsent(leader, key -> new TreeSet<>()).add(entry));
    wishes
        .limited()
        .forEach(
            each -> {
              if (!leaders.containsKey(each)) {
                List<String> known = leaders.keySet().stream().map(EntryId::value).toList();
                Object near = Message.near(each.value(), known);
                Message fault = Message.of("plan.capacity_unused", "partner", each, "near", near);
                throw new ImpossibleException(List.of(fault.text()));
              }
            });
    List<Supplier> suppliers = new ArrayList<>();
    members.forEach(
        (leader, all) -> {
          int capacity =
              all.stream()
                  .map(each -> capacity(each, wishes))
                  .min(Integer::compare)
                  .orElse(wishes.capacity());
          Integer lists = panels.lists(all, wishes.panels());
          suppliers.add(new Supplier(leader, all, capacity, 0, lists, null));
        });
    return suppliers;
  }
}
