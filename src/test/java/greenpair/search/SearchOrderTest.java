package greenpair.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Shared;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Financier;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Need;
import greenpair.catalog.value.Money;
import greenpair.catalog.value.Place;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.Facet;
import greenpair.search.read.QueryBounds;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The orders by a number, over all pages.
class SearchOrderTest {
  @RegisterExtension static final Shared<SearchedCohort> COHORT = SearchedCohort.shared();

  private final SearchedCohort cohort = COHORT.get();

  @ParameterizedTest
  @EnumSource(
      value = EntryQuery.Order.class,
      names = {"SIZE", "DEADLINE", "DATE", "DISTANCE"})
  void order_holdsAcrossKindsAndPages(EntryQuery.Order order) {
    EntryId city = new EntryId("us-ca-sanfrancisco");
    boolean isFar = order == EntryQuery.Order.DISTANCE;
    SearchRequest anywhere =
        new SearchRequest(
            isFar ? List.of(Kind.DEPLOYMENT) : List.of(Kind.DEPLOYMENT, Kind.NEED, Kind.FINANCIER),
            Set.of(),
            "",
            isFar
                ? new SearchRequest.Narrowing(Map.of(), city, 0, null, QueryBounds.Years.ANY)
                : SearchRequest.Narrowing.NONE,
            order,
            Language.EN,
            37,
            null);
    List<Double> values = new ArrayList<>();
    Set<Entry.Key> seen = new HashSet<>();
    SearchResponse page = cohort.search.search(anywhere, cohort.snapshot);
    while (true) {
      for (Hit hit : page.hits()) {
        Entry entry = cohort.snapshot.entry(hit.kind(), hit.id()).orElseThrow();
        assertTrue(seen.add(new Entry.Key(hit.kind(), hit.id())), () -> hit.id().value());
        values.add(value(entry, order, place(city)));
      }
      if (page.next() == null) {
        break;
      }
      page =
          cohort.search.search(
              anywhere.behind(SearchCursor.of(page.next()).orElseThrow()), cohort.snapshot);
    }
    assertEquals(
        cohort.search.ranking(anywhere, Integer.MAX_VALUE, cohort.snapshot).size(), seen.size());
    List<Double> sorted = values.stream().sorted().toList();
    assertTrue(values.stream().distinct().count() > 3, values::toString);
    assertEquals(sorted, values);
  }

  /// What comes first is least; unknown is last.
  private double value(Entry entry, EntryQuery.Order order, Place origin) {
    double unknown = Double.POSITIVE_INFINITY;
    return switch (order) {
      case SIZE ->
          -(switch (entry) {
                case Need need when need.budget() != null -> Stream.of(need.budget());
                case Financier financier when financier.ticket() != null ->
                    Stream.of(financier.ticket());
                case Financier financier -> financier.deals().stream();
                default -> Stream.<Money>of();
              })
              .filter(each -> Facet.DOLLARS.containsKey(each.currency()))
              .mapToDouble(SearchOrderTest::dollars)
              .max()
              .orElse(-unknown);
      case DEADLINE ->
          entry instanceof Need need && need.purchase().due() != null
              ? need.purchase().due().last().toEpochDay()
              : unknown;
      case DATE ->
          switch (entry) {
            case Deployment deployment when deployment.start() != null ->
                -LocalDate.of(deployment.start(), 1, 1).toEpochDay();
            case Need need when need.standing() != null && need.standing().stated() != null ->
                -need.standing().stated().first().toEpochDay();
            default -> unknown;
          };
      case DISTANCE ->
          entry instanceof Deployment deployment
              ? Math.round(place(deployment.city()).kilometresTo(origin))
              : 0;
      default -> throw new IllegalArgumentException(order.name());
    };
  }

  private Place place(EntryId city) {
    return Objects.requireNonNull(cohort.snapshot.city(city).orElseThrow().place());
  }

  private static double dollars(Money deal) {
    Double most = deal.max() == null ? deal.min() : deal.max();
    double rate = Facet.DOLLARS.getOrDefault(deal.currency(), 0.0);
    return Math.round(rate * Objects.requireNonNull(most));
  }
}
