package greenpair.catalog;

import greenpair.catalog.value.Nearest;
import greenpair.catalog.value.Place;
import greenpair.catalog.value.Rule;
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
    @Rule.Country String country,
    @Rule.Region @Nullable String region,
    @Nullable Text regionName,
    @Nullable Place place,
    @Nullable Population population,
    @Rule.Form(value = City.KOPPEN_FORM, rule = "value.koppen") @Nullable String koppen,
    @Rule.Form(
            value =
                "[0-8][A-C]?|severe-cold|cold|hot-summer-cold-winter|hot-summer-warm-winter|mild",
            rule = "value.zone")
        @Nullable String buildingZone,
    @Nullable HeatingNetwork heatingNetwork,
    @Nullable Grid grid,
    @Nullable Target target,
    List<String> memberships,
    @Rule.Address @Nullable String website,
    @Rule.Address @Nullable String contact,
    List<Partner.ContactPerson> contactPersons)
    implements Entry {
  private static final String KOPPEN_FORM = "[A-E][A-Za-z]{1,2}";
  private static final Pattern KOPPEN = Pattern.compile(KOPPEN_FORM);

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
  public record Population(
      @Rule.Range(min = 1) long count, @Rule.Year @Nullable Integer year, @Nullable Scope scope) {
    public Population {
      if (count < 1) {
        throw new IllegalArgumentException("population.count must be at least 1, but was " + count);
      }
    }
  }

  /// The electricity grid; factor in t CO2 per MWh, 0 to 2.
  public record Grid(
      @Rule.Range(max = 2) @Nullable Double factor,
      @Rule.Year @Nullable Integer year,
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
  public record Target(Text text, @Nullable TargetSort sort, @Rule.Year @Nullable Integer year) {}

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
