package greenpair.catalog;

import greenpair.catalog.value.Nearest;
import greenpair.catalog.value.Place;
import java.util.List;
import java.util.regex.Pattern;
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
    String country,
    @Nullable String region,
    @Nullable Text regionName,
    @Nullable Place place,
    @Nullable Population population,
    @Nullable String koppen,
    @Nullable String buildingZone,
    @Nullable HeatingNetwork heatingNetwork,
    @Nullable Grid grid,
    @Nullable Target target,
    List<String> memberships,
    @Nullable String website,
    @Nullable String contact,
    List<Partner.ContactPerson> contactPersons)
    implements Entry {
  private static final Pattern KOPPEN = Pattern.compile("[A-E][A-Za-z]{1,2}");

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

  /// Inhabitants, from 1.
  public record Population(long count, @Nullable Integer year, @Nullable Scope scope) {
    public Population {
      if (count < 1) {
        throw new IllegalArgumentException("population.count must be at least 1, but was " + count);
      }
    }
  }

  /// The electricity grid; factor in t CO2 per MWh, 0 to 2.
  public record Grid(
      @Nullable Double factor,
      @Nullable Integer year,
      @Nullable String region,
      @Nullable String utility) {
    public Grid {
      if (factor != null && !(factor >= 0 && factor <= 2)) {
        throw new IllegalArgumentException(
            "grid.factor must be from 0 to 2 t CO2 per MWh, but was " + factor);
      }
    }
  }

  /// What sort of climate target a city has set.
  public enum TargetSort {
    NET_ZERO,
    REDUCTION,
    NET_ZERO_ENERGY,
    PEAK
  }

  /// A stated climate target.
  public record Target(Text text, @Nullable TargetSort sort, @Nullable Integer year) {}

  public City {
    Place.checkRegion(country, region);
    if (koppen != null && !KOPPEN.matcher(koppen).matches()) {
      throw new IllegalArgumentException(
          "koppen must be a Köppen class of two or three letters, the first from A to E, such as"
              + " Dwa, but was \""
              + Nearest.shorten(koppen)
              + "\"");
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
