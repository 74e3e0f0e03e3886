package greenpair.match;

import greenpair.Records;
import greenpair.catalog.City;
import greenpair.catalog.EntryId;
import greenpair.catalog.value.Place;
import greenpair.index.contract.CityTraits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Builds cities; by default in China.
public final class CityMaker {
  private CityTraits made;

  CityMaker(String id) {
    made = Records.make(CityTraits.class, "id", new EntryId(id), "country", "CN");
  }

  private CityMaker with(String part, @Nullable Object value) {
    made = Records.with(made, part, value);
    return this;
  }

  public CityMaker country(String country) {
    return with("country", country);
  }

  public CityMaker region(@Nullable String region) {
    return with("region", region);
  }

  public CityMaker place(double lat, double lon) {
    return with("place", new Place(lat, lon));
  }

  public CityMaker population(long population) {
    return with("population", population);
  }

  public CityMaker koppen(String koppen) {
    return with("koppen", koppen);
  }

  public CityMaker zone(String zone) {
    return with("buildingZone", zone);
  }

  public CityMaker network(City.HeatingNetwork network) {
    return with("heatingNetwork", network);
  }

  public CityMaker grid(double grid) {
    return with("gridFactor", grid);
  }

  public CityMaker member(String... networks) {
    return with("memberships", List.of(networks));
  }

  public CityTraits make() {
    return made;
  }
}
