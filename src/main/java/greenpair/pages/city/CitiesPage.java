package greenpair.pages.city;

import greenpair.catalog.City;
import greenpair.catalog.Need;
import greenpair.catalog.Programme;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
