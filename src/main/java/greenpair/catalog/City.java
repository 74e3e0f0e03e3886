package greenpair.catalog;

import greenpair.catalog.value.InvalidException;
import greenpair.catalog.value.Place;
import greenpair.catalog.value.Rule;
import greenpair.catalog.value.Sector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A city with the indicators by which cities are compared. Every indicator may be unknown (null).
///
/// @param country ISO 3166-1 alpha-2
/// @param region ISO 3166-2, beginning with the country
/// @param koppen Köppen climate class, two or three letters
/// @param buildingZone building climate zone of the national code
/// @param contactPersons people whom the programme knows there; never public
public record City(
    Profile profile,
    @Rule.Country String country,
    @Rule.Region @Nullable String region,
    @Nullable Text regionName,
    @Nullable Place place,
    @Nullable Population population,
    @Rule.Koppen @Nullable String koppen,
    @Rule.BuildingZone @Nullable String buildingZone,
    @Nullable HeatingNetwork heatingNetwork,
    @Nullable Grid grid,
    @Nullable Target target,
    List<String> memberships,
    @Rule.Address @Nullable String website,
    @Rule.Address @Nullable String contact,
    List<Partner.ContactPerson> contactPersons,
    @Nullable Emissions emissions)
    implements Entry {
  /// Winter district heating in a city.
  public enum HeatingNetwork {
    YES,
    PARTIAL,
    NO
  }

  /// The area that a population figure covers; figures of different scopes are compared on a log
  /// scale only.
  public enum Scope {
    PROPER,
    PREFECTURE,
    OTHER
  }

  /// Inhabitants; no city has a hundred million.
  public record Population(
      @Rule.Range(min = 1, max = 100_000_000) long count,
      @Rule.Year @Rule.Past @Nullable Integer year,
      @Nullable Scope scope) {}

  /// The electricity grid; factor in t CO2 per MWh, 0 to 2.
  public record Grid(
      @Rule.Range(max = 2) @Nullable Double factor,
      @Rule.Year @Rule.Past @Nullable Integer year,
      @Nullable String region,
      @Nullable String utility) {}

  /// Greenhouse gases that the city emits, in t CO2e a year by sector; null is unknown.
  public record Emissions(
      @Rule.Range @Nullable Double buildings,
      @Rule.Range @Nullable Double industry,
      @Rule.Range @Nullable Double transport,
      @Rule.Range @Nullable Double waste,
      @Rule.Range @Nullable Double land,
      @Rule.Year @Rule.Past @Nullable Integer year) {
    public @Nullable Double of(Sector sector) {
      return switch (sector) {
        case BUILDINGS -> buildings;
        case INDUSTRY -> industry;
        case TRANSPORT -> transport;
        case WASTE -> waste;
        case LAND -> land;
      };
    }
  }

  /// What sort of climate target a city has set.
  public enum TargetSort {
    NET_ZERO,
    REDUCTION,
    NET_ZERO_ENERGY,
    PEAK
  }

  /// A stated climate target. Cities have had such since 1988; an earlier year than 2000 is the one
  /// with which it compares.
  public record Target(
      Text text,
      @Nullable TargetSort sort,
      @Rule.Range(min = 2000, max = 2200) @Nullable Integer year) {}

  public City {
    Place.checkRegion(country, region);
    boolean isWord = buildingZone != null && Character.isLetter(buildingZone.charAt(0));
    if (buildingZone != null && isWord != country.equals("CN")) {
      throw new InvalidException("building_zone", "zone", buildingZone, "country", country);
    }
    memberships = List.copyOf(memberships);
    contactPersons = List.copyOf(contactPersons);
    Disclosure.checkPersons(profile, contactPersons);
  }

  @Override
  public Kind kind() {
    return Kind.CITY;
  }
}
