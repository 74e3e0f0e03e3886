package greenpair.pages.city;

import greenpair.catalog.City;
import greenpair.catalog.Need;
import java.util.List;

/// All cities, by country, each with its needs.
///
/// @param total cities in the catalog, of which at most the first hundreds are shown
public record CitiesPage(List<Country> countries, long total) {
  /// The cities of one country.
  ///
  /// @param code ISO 3166-1 alpha-2
  public record Country(String code, List<Row> cities) {}

  /// One city with its needs.
  public record Row(City city, List<Need> needs) {}
}
