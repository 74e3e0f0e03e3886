package greenpair.pages.city;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.Concept;
import greenpair.index.read.Snapshot;
import greenpair.match.ByGeneration;
import greenpair.match.Gaps;
import greenpair.match.RecommendationRequest;
import greenpair.match.Recommender;
import greenpair.match.reason.Answer;

/// Collects the contents of the cohort page.
public final class CohortPageBuilder {
  /// Cities on one page: each of their needs is ranked again for the first reader of a generation.
  private static final int CITIES = 30;

  /// Cities of a programme at most.
  private static final int MOST = 10_000;

  private static final int FIRST = 3;
  private static final int LEAST = 2;

  private final Function<Snapshot, Recommender> recommender;

  /// The last computed pages. They are the same in every language and for every visitor, and made
  /// once: after a start, the first visitor and the server itself want one at the same time.
  private final ByGeneration<ConcurrentMap<Integer, CohortPage>> kept = new ByGeneration<>();

  public CohortPageBuilder(Function<Snapshot, Recommender> recommender) {
    this.recommender = recommender;
  }

  /// The page that shows the participant at a position of their list, from 0. The empty ones beyond
  /// the longest list are not kept, as there is no end of them.
  public CohortPage of(int place, Snapshot snapshot) {
    int from = place - place % CITIES;
    if (from >= MOST) {
      return make(from, snapshot);
    }
    return kept.get(snapshot, ConcurrentHashMap::new)
        .computeIfAbsent(from, absent -> make(from, snapshot));
  }

  private CohortPage make(int from, Snapshot snapshot) {
    List<City> all = snapshot.participants(MOST);
    List<City> cities = all.stream().skip(from).limit(CITIES).toList();
    List<Map<String, List<CohortPage.Served>>> served =
        cities.stream().map(city -> bySector(city, snapshot)).toList();
    List<Concept> sectors =
        snapshot.taxonomy().roots().stream()
            .filter(each -> served.stream().anyMatch(one -> one.containsKey(each.code().value())))
            .toList();
    List<CohortPage.Row> rows = new ArrayList<>();
    for (int at = 0; at < cities.size(); at++) {
      Map<String, List<CohortPage.Served>> needs = served.get(at);
      rows.add(
          new CohortPage.Row(
              cities.get(at),
              sectors.stream()
                  .map(each -> needs.getOrDefault(each.code().value(), List.of()))
                  .toList()));
    }
    long total =
        snapshot.participation().isEmpty() ? snapshot.manifest().count(Kind.CITY) : all.size();
    return new CohortPage(sectors, rows, exposed(cities, snapshot), from, CITIES, total);
  }

  private Map<String, List<CohortPage.Served>> bySector(City city, Snapshot snapshot) {
    List<Need> open = snapshot.ownNeeds(city.id()).stream().filter(Need::isOpen).toList();
    return recommender.apply(snapshot).coverage(open, snapshot).stream()
        .map(each -> new CohortPage.Served(city, each))
        .collect(Collectors.groupingBy(each -> root(each.coverage())));
  }

  /// The sector of a need: that of its first technology; empty if it names none.
  private static String root(Gaps.Coverage coverage) {
    return coverage.technologies().isEmpty()
        ? ""
        : coverage.technologies().getFirst().code().root();
  }

  private List<CohortPage.Exposed> exposed(List<City> cities, Snapshot snapshot) {
    Map<Entry.Key, List<City>> where = new LinkedHashMap<>();
    Map<Entry.Key, Text> names = new LinkedHashMap<>();
    for (City city : cities) {
      for (Kind kind : List.of(Kind.FIRM, Kind.FINANCIER)) {
        Answer answer =
            recommender
                .apply(snapshot)
                .recommend(RecommendationRequest.ofCity(kind, city.id(), FIRST), snapshot);
        for (Answer.Recommendation each : answer.recommendations()) {
          Entry.Key partner = new Entry.Key(kind, each.id());
          names.put(partner, each.name());
          where.computeIfAbsent(partner, key -> new ArrayList<>()).add(city);
        }
      }
    }
    return where.entrySet().stream()
        .filter(each -> each.getValue().size() >= LEAST)
        .map(
            each ->
                new CohortPage.Exposed(
                    each.getKey().kind(),
                    each.getKey().id(),
                    names.getOrDefault(each.getKey(), new Text(each.getKey().id().value(), null)),
                    each.getValue()))
        .sorted(
            Comparator.comparingInt((CohortPage.Exposed each) -> -each.cities().size())
                .thenComparing(CohortPage.Exposed::kind)
                .thenComparing(CohortPage.Exposed::id))
        .toList();
  }
}
