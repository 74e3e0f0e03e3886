package greenpair.pages.city;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Programme;
import greenpair.index.contract.Participation;
import greenpair.index.read.Snapshot;
import org.jspecify.annotations.Nullable;

/// Queries the cities and needs of the programmes and those outside them.
public final class ProgrammePlaces {
  /// Cities that one page lists if there is no programme.
  private static final int CITIES = 500;

  private static final int OPPORTUNITIES = 50;

  private ProgrammePlaces() {}

  public static CitiesPage cities(Snapshot snapshot) {
    Participation participation = snapshot.participation();
    List<CitiesPage.Section> sections = new ArrayList<>();
    for (Programme programme : participation.programmes()) {
      List<City> cities =
          programme.participants().stream()
              .flatMap(each -> snapshot.entry(Kind.CITY, each.city()).stream())
              .map(City.class::cast)
              .toList();
      sections.add(new CitiesPage.Section(programme, countries(cities, snapshot)));
    }
    if (sections.isEmpty()) {
      List<CitiesPage.Country> all = countries(snapshot.participants(CITIES), snapshot);
      sections.add(new CitiesPage.Section(null, all));
    }
    long shown =
        participation.isEmpty()
            ? sections.getFirst().countries().stream().mapToLong(each -> each.cities().size()).sum()
            : participation.cities().size();
    return new CitiesPage(
        sections, snapshot.manifest().count(Kind.CITY) - shown, opportunities(snapshot));
  }

  private static List<CitiesPage.Country> countries(List<City> cities, Snapshot snapshot) {
    Map<String, List<CitiesPage.Row>> countries = new TreeMap<>();
    for (City city : cities) {
      countries
          .computeIfAbsent(city.country(), key -> new ArrayList<>())
          .add(new CitiesPage.Row(city, snapshot.ownNeeds(city.id())));
    }
    return countries.entrySet().stream()
        .map(each -> new CitiesPage.Country(each.getKey(), each.getValue()))
        .toList();
  }

  /// The number of needs outside all programmes; 0 without a programme.
  static long opportunities(Snapshot snapshot) {
    return snapshot.participation().isEmpty()
        ? 0
        : snapshot.manifest().count(Kind.NEED) - taking(snapshot).size();
  }

  /// How many needs of a city take part in no programme, though the city does.
  static long opportunities(City city, Snapshot snapshot) {
    return (long) snapshot.needs(city.id()).size() - snapshot.ownNeeds(city.id()).size();
  }

  private static Set<EntryId> taking(Snapshot snapshot) {
    Set<EntryId> ids = new HashSet<>();
    for (EntryId city : snapshot.participation().cities()) {
      snapshot.ownNeeds(city).forEach(need -> ids.add(need.id()));
    }
    return ids;
  }

  /// Needs that take part in no programme.
  ///
  /// @param city only its own; null for those of all cities
  /// @param from place of the first one, from 0
  public static OpportunitiesPage opportunities(@Nullable City city, int from, Snapshot snapshot) {
    List<EntryId> ids = city == null ? ids(snapshot) : ids(city, snapshot);
    Map<EntryId, City> cities = new HashMap<>();
    List<OpportunitiesPage.Opportunity> rows = new ArrayList<>();
    for (EntryId id : ids.stream().skip(from).limit(OPPORTUNITIES).toList()) {
      Need need = (Need) snapshot.entry(Kind.NEED, id).orElseThrow();
      City of =
          cities.computeIfAbsent(
              need.city(), each -> (City) snapshot.entry(Kind.CITY, each).orElseThrow());
      rows.add(new OpportunitiesPage.Opportunity(of, need));
    }
    return new OpportunitiesPage(city, rows, from, OPPORTUNITIES, ids.size());
  }

  private static List<EntryId> ids(Snapshot snapshot) {
    List<EntryId> ids = new ArrayList<>();
    if (!snapshot.participation().isEmpty()) {
      Set<EntryId> taking = taking(snapshot);
      snapshot.ids(
          Kind.NEED,
          id -> {
            if (!taking.contains(id)) {
              ids.add(id);
            }
          });
    }
    return ids;
  }

  private static List<EntryId> ids(City city, Snapshot snapshot) {
    Participation participation = snapshot.participation();
    return participation.isEmpty()
        ? List.of()
        : snapshot.needs(city.id()).stream()
            .filter(need -> !participation.has(need))
            .map(Need::id)
            .toList();
  }

  /// The cities of each programme, by country, each with its needs.
  ///
  /// @param others cities of the catalog outside the programmes, shown only as places of cases
  /// @param opportunities number of needs outside all programmes
  public record CitiesPage(List<Section> sections, long others, long opportunities) {
    /// One programme.
    ///
    /// @param programme null for all cities of a catalog without a programme
    public record Section(@Nullable Programme programme, List<Country> countries) {}

    /// The cities of one country.
    ///
    /// @param code ISO 3166-1 alpha-2
    public record Country(String code, List<Row> cities) {}

    public record Row(City city, List<Need> needs) {}

    /// The id of the heading of a country, which may stand in several programmes.
    public String anchor(Section section, Country country) {
      return "cities-" + country.code() + "-" + sections.indexOf(section);
    }
  }

  /// Needs outside all programmes, such as suitable sites listed by a registry.
  ///
  /// @param city city whose opportunities are shown; null for all cities
  /// @param from position of the first opportunity shown, from 0
  public record OpportunitiesPage(
      @Nullable City city, List<Opportunity> rows, int from, int size, long total) {
    public record Opportunity(City city, Need need) {}
  }
}
