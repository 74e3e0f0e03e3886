package greenpair.pages.city;

import greenpair.catalog.City;
import greenpair.catalog.Need;
import java.util.List;

/// The cities of the programme, by country, each with its needs.
///
/// @param others cities of the catalog that take no part and stand here only as places of cases
public record CitiesPage(List<Country> countries, long others) {
  /// The cities of one country.
  ///
  /// @param code ISO 3166-1 alpha-2
  public record Country(String code, List<Row> cities) {}

  /// One city with its needs.
  public record Row(City city, List<Need> needs) {}
}
