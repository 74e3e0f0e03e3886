package greenpair.index.contract;

import greenpair.catalog.City;
import greenpair.catalog.EntryId;
import greenpair.catalog.value.Place;
import org.jspecify.annotations.Nullable;

/// The data of a city that ranking needs: its indicators without texts. Kept in memory for all
/// cities of a generation. Null is unknown.
///
/// @param population inhabitants
/// @param gridFactor t CO2 per MWh
public record CityTraits(
    EntryId id,
    String country,
    @Nullable String region,
    @Nullable Place place,
    @Nullable Long population,
    @Nullable String koppen,
    @Nullable String buildingZone,
    City.@Nullable HeatingNetwork heatingNetwork,
    @Nullable Double gridFactor,
    java.util.List<String> memberships) {
  /// Countries, regions and climate zones are few, and are shared by all cities.
  public CityTraits {
    country = country.intern();
    region = shared(region);
    koppen = shared(koppen);
    buildingZone = shared(buildingZone);
    memberships = java.util.List.copyOf(memberships);
  }

  private static @Nullable String shared(@Nullable String value) {
    return value == null ? null : value.intern();
  }

  /// A city of which only the id is known yet.
  public static CityTraits named(EntryId id) {
    return new CityTraits(id, "", null, null, null, null, null, null, null, java.util.List.of());
  }

  /// The traits of that city.
  public static CityTraits of(City city) {
    City.Population population = city.population();
    City.Grid grid = city.grid();
    return new CityTraits(
        city.id(),
        city.country(),
        city.region(),
        city.place(),
        population == null ? null : population.count(),
        city.koppen(),
        city.buildingZone(),
        city.heatingNetwork(),
        grid == null ? null : grid.factor(),
        city.memberships());
  }
}
