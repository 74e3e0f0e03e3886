package greenpair.pages.front;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.Need;
import greenpair.catalog.taxonomy.Concept;
import greenpair.index.read.Snapshot;

/// Collects the open needs of cities.
public final class NeedsPageBuilder {
  private static final int CITIES = 500;

  private NeedsPageBuilder() {}

  public static NeedsPage of(NeedsPage.Chosen asked, Snapshot snapshot) {
    List<OpenNeed> all = open(snapshot.participants(CITIES), snapshot).toList();
    Map<String, List<OpenNeed>> bySector =
        all.stream().collect(Collectors.groupingBy(NeedsPageBuilder::sector));
    List<Concept> sectors =
        snapshot.taxonomy().roots().stream()
            .filter(each -> bySector.containsKey(each.code().value()))
            .toList();
    List<String> countries =
        all.stream().map(each -> each.city().country()).distinct().sorted().toList();
    String sector = asked.sector();
    String country = asked.country();
    List<NeedsPage.Sector> shown = new ArrayList<>();
    for (Concept each : sectors) {
      List<OpenNeed> needs =
          bySector.getOrDefault(each.code().value(), List.of()).stream()
              .filter(need -> country.isEmpty() || need.city().country().equals(country))
              .toList();
      if (!needs.isEmpty() && (sector.isEmpty() || sector.equals(each.code().value()))) {
        shown.add(new NeedsPage.Sector(each, needs));
      }
    }
    return new NeedsPage(shown, sectors, countries, asked, all.size());
  }

  private static String sector(OpenNeed each) {
    return each.need().technologies().isEmpty() ? "" : each.need().technologies().getFirst().root();
  }

  /// The needs for which partners are sought, in the order of the cities.
  static Stream<OpenNeed> open(List<City> cities, Snapshot snapshot) {
    return cities.stream()
        .flatMap(
            city ->
                snapshot.ownNeeds(city.id()).stream()
                    .filter(Need::isOpen)
                    .map(need -> new OpenNeed(city, need)));
  }

  public record OpenNeed(City city, Need need) {}

  /// The open needs of cities, for firms and financiers.
  ///
  /// @param sectors with something to show, in the order of the taxonomy
  /// @param total number of open needs without filters
  public record NeedsPage(
      List<Sector> sectors,
      List<Concept> allSectors,
      List<String> countries,
      Chosen chosen,
      int total) {
    /// What narrows the list.
    ///
    /// @param sector root of the taxonomy; empty for all
    /// @param country ISO 3166-1 alpha-2; empty for all
    public record Chosen(String sector, String country) {}

    /// The needs in the API, from which files are had.
    public String table() {
      return "/api/v1/search?kind=need&limit=100"
          + (chosen.sector.isEmpty() ? "" : "&sector=" + chosen.sector)
          + (chosen.country.isEmpty() ? "" : "&country=" + chosen.country);
    }

    public record Sector(Concept sector, List<OpenNeed> needs) {}

    public int shown() {
      return sectors.stream().mapToInt(each -> each.needs().size()).sum();
    }

    public boolean isNarrowed() {
      return !chosen.sector().isEmpty() || !chosen.country().isEmpty();
    }
  }
}
