package greenpair.pages.front;

import greenpair.catalog.City;
import greenpair.catalog.Need;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.read.Snapshot;
import greenpair.match.reason.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Collects the open needs of cities.
public record NeedsPageBuilder(Taxonomy taxonomy) {
  private static final int CITIES = 500;

  public NeedsPage of(NeedsPage.Chosen asked, Snapshot snapshot) {
    List<OpenNeeds.Of> all = OpenNeeds.of(snapshot.participants(CITIES), snapshot);
    Map<String, List<OpenNeeds.Of>> bySector =
        all.stream().collect(Collectors.groupingBy(NeedsPageBuilder::sector));
    List<Answer.NamedCode> sectors =
        taxonomy.concepts().stream()
            .filter(each -> each.parent() == null && bySector.containsKey(each.code().value()))
            .map(each -> new Answer.NamedCode(each.code(), each.label()))
            .toList();
    List<String> countries =
        all.stream().map(each -> each.city().country()).distinct().sorted().toList();
    String sector = asked.sector();
    String country = asked.country();
    List<NeedsPage.Sector> shown = new ArrayList<>();
    for (Answer.NamedCode each : sectors) {
      List<NeedsPage.Row> rows =
          bySector.getOrDefault(each.code().value(), List.of()).stream()
              .filter(row -> country.isEmpty() || row.city().country().equals(country))
              .map(row -> new NeedsPage.Row(row.city(), row.need()))
              .toList();
      if (!rows.isEmpty() && (sector.isEmpty() || sector.equals(each.code().value()))) {
        shown.add(new NeedsPage.Sector(each, rows));
      }
    }
    return new NeedsPage(shown, sectors, countries, asked, all.size());
  }

  private static String sector(OpenNeeds.Of each) {
    return each.need().technologies().isEmpty() ? "" : each.need().technologies().getFirst().root();
  }

  /// The open needs of cities, for firms and financiers.
  ///
  /// @param sectors with something to show, in the order of the taxonomy
  /// @param total number of open needs without filters
  public record NeedsPage(
      List<Sector> sectors,
      List<Answer.NamedCode> allSectors,
      List<String> countries,
      Chosen chosen,
      int total) {
    /// What narrows the list.
    ///
    /// @param sector root of the taxonomy; empty for all
    /// @param country ISO 3166-1 alpha-2; empty for all
    public record Chosen(String sector, String country) {}

    public record Sector(Answer.NamedCode sector, List<Row> needs) {}

    public record Row(City city, Need need) {}

    public int shown() {
      return sectors.stream().mapToInt(each -> each.needs().size()).sum();
    }

    public boolean isNarrowed() {
      return !chosen.sector().isEmpty() || !chosen.country().isEmpty();
    }
  }

  /// The needs for which partners are sought, in the order of the cities.
  static final class OpenNeeds {
    private OpenNeeds() {}

    record Of(City city, Need need) {}

    static List<Of> of(List<City> cities, Snapshot snapshot) {
      return of(cities, snapshot, Integer.MAX_VALUE);
    }

    static List<Of> of(List<City> cities, Snapshot snapshot, int most) {
      return cities.stream()
          .flatMap(
              city ->
                  snapshot.ownNeeds(city.id()).stream()
                      .filter(Need::isOpen)
                      .map(need -> new Of(city, need)))
          .limit(most)
          .toList();
    }
  }
}
