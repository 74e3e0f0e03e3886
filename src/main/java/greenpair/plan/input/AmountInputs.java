package greenpair.plan.input;

import greenpair.catalog.Disclosure;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Preferences;
import greenpair.catalog.value.Money;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import greenpair.plan.ImpossibleException;
import greenpair.plan.allocation.Fit;
import greenpair.plan.allocation.PartnerBudget;
import greenpair.plan.allocation.Supplier;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The sums of money that firms and financiers can take on, against the budgets of needs.
///
/// A need counts with the upper end of its budget, or the lower one if only that is known. A budget
/// that is unknown, confidential or in another currency counts as the median of the known ones in
/// this currency, and as the whole sum if none is known: unknown is not zero, and no exchange rate
/// is assumed.
///
/// Of several sums of one partner the lowest counts, and a given one before any stated one. Where
/// the entries of a partner state different currencies, none can be called the lowest, so the
/// partner is not limited; given sums in different currencies are refused.
final class AmountInputs {
  private final Snapshot snapshot;
  private final Map<EntryId, Money> given;
  private final Map<EntryId, Set<EntryId>> needs = new HashMap<>();
  private final Map<EntryId, Money> budgets = new HashMap<>();
  private final Map<String, OptionalDouble> medians = new HashMap<>();

  /// @param given amounts of single partners, whatever they have stated
  AmountInputs(
      Snapshot snapshot, List<EntryId> cities, Map<EntryId, Money> given, Collection<Fit> fits) {
    this.snapshot = snapshot;
    this.given = given;
    for (EntryId city : cities) {
      for (Need need : snapshot.ownNeeds(city)) {
        if (need.isOpen() && need.budget() != null && !Disclosure.hidesBudget(need)) {
          budgets.put(need.id(), need.budget());
        }
      }
    }
    for (Fit each : fits) {
      if (each.kind() != Kind.EXPERT) {
        needs.computeIfAbsent(each.supplier(), key -> new TreeSet<>()).add(each.need());
      }
    }
  }

  /// The partners, each limited to the sum that it can take on, if there is one.
  ///
  /// @throws ImpossibleException if sums of one partner are given in different currencies
  List<Supplier> limited(List<Supplier> suppliers) {
    return suppliers.stream()
        .map(each -> amount(each).map(amount -> each.with(purse(each, amount))).orElse(each))
        .toList();
  }

  private static double most(Money money) {
    return Objects.requireNonNull(money.max() == null ? money.min() : money.max());
  }

  private Optional<Money> amount(Supplier partner) {
    List<Money> own =
        partner.members().stream().flatMap(each -> Stream.ofNullable(given.get(each))).toList();
    if (!own.isEmpty() && !haveOneCurrency(own)) {
      throw new ImpossibleException(
          List.of(Message.of("plan.amount_currencies", "partner", partner.id()).text()));
    }
    List<Money> sums =
        own.isEmpty() ? partner.members().stream().flatMap(this::stated).toList() : own;
    return haveOneCurrency(sums)
        ? sums.stream().min(Comparator.comparingDouble(AmountInputs::most))
        : Optional.empty();
  }

  private static boolean haveOneCurrency(List<Money> sums) {
    return sums.stream().map(Money::currency).distinct().count() == 1;
  }

  /// The projects that a partner can start, each of the largest size that it has stated openly,
  /// because a plan would disclose a confidential one.
  private Stream<Money> stated(EntryId partner) {
    return Stream.of(Kind.FIRM, Kind.FINANCIER)
        .flatMap(kind -> snapshot.entry(kind, partner).stream())
        .filter(entry -> !Disclosure.hidesPreferences(entry.profile()))
        .flatMap(entry -> Stream.ofNullable(Entry.partner(entry).preferences()))
        .flatMap(stated -> total(stated).stream());
  }

  private static Optional<Money> total(Preferences stated) {
    Money size = stated.projectSize();
    Preferences.Capacity capacity = stated.capacity();
    if (size == null || capacity == null) {
      return Optional.empty();
    }
    Double largest = size.max();
    Integer projects = capacity.projects();
    return largest == null || largest <= 0 || projects == null
        ? Optional.empty()
        : Optional.of(new Money(null, projects * largest, size.currency()));
  }

  private PartnerBudget purse(Supplier supplier, Money amount) {
    double all = most(amount);
    double unknown = medians.computeIfAbsent(amount.currency(), this::median).orElse(all);
    Map<EntryId, Double> costs = new TreeMap<>();
    for (EntryId need : needs.getOrDefault(supplier.id(), Set.of())) {
      Money budget = budgets.get(need);
      costs.put(
          need,
          budget != null && budget.currency().equals(amount.currency()) ? most(budget) : unknown);
    }
    return new PartnerBudget(all, amount.currency(), costs);
  }

  /// The median of the known budgets in a currency; empty without any.
  private OptionalDouble median(String currency) {
    double[] known =
        budgets.values().stream()
            .filter(each -> each.currency().equals(currency))
            .mapToDouble(AmountInputs::most)
            .sorted()
            .toArray();
    return known.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((known[(known.length - 1) / 2] + known[known.length / 2]) / 2);
  }
}
