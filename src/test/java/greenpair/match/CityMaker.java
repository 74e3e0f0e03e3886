package greenpair.match;

import greenpair.catalog.City;
import greenpair.catalog.EntryId;
import greenpair.catalog.value.Place;
import greenpair.index.contract.CityTraits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Builds cities; by default in China.
public final class CityMaker {
  private final EntryId id;
  private String country = "CN";
  private @Nullable String region;
  private @Nullable Place place;
  private @Nullable Long population;
  private @Nullable String koppen;
  private @Nullable String zone;
  private City.@Nullable HeatingNetwork network;
  private @Nullable Double grid;
  private List<String> memberships = List.of();

  CityMaker(String id) {
    this.id = new EntryId(id);
  }

  public CityMaker country(String country) {
    this.country = country;
    return this;
  }

  public CityMaker region(@Nullable String region) {
    this.region = region;
    return this;
  }

  public CityMaker place(double lat, double lon) {
    this.place = new Place(lat, lon);
    return this;
  }

  public CityMaker population(long population) {
    this.population = population;
    return this;
  }

  public CityMaker koppen(String koppen) {
    this.koppen = koppen;
    return this;
  }

  public CityMaker zone(String zone) {
    this.zone = zone;
    return this;
  }

  public CityMaker network(City.HeatingNetwork network) {
    this.network = network;
    return this;
  }

  public CityMaker grid(double grid) {
    this.grid = grid;
    return this;
  }

  public CityMaker member(String... networks) {
    this.memberships = List.of(networks);
    return this;
  }

  // NullAway misses the annotation of a nested type in a class file.
  @SuppressWarnings("NullAway")
  public CityTraits make() {
    return new CityTraits(
        id, country, region, place, population, koppen, zone, network, grid, memberships);
  }
}
