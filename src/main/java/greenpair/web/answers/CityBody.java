package greenpair.web.answers;

import greenpair.catalog.City;
import greenpair.catalog.EntryId;
import greenpair.catalog.Profile;
import greenpair.catalog.Provenance;
import greenpair.catalog.Text;
import greenpair.catalog.value.Place;
import greenpair.message.Message;
import greenpair.web.http.ValueParser;
import greenpair.web.input.BodyFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a city that a request describes, with the field names of the catalog format. Only its
/// country must be there; what is left out is unknown.
final class CityBody {
  /// No city of a catalog is likely to have this id; it never occurs in an answer.
  static final EntryId ID = new EntryId("described:city");

  private static final Text UNNAMED = Message.of("city.described").text();
  private static final Provenance SOURCE = new Provenance("the request", null, null, false, null);
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern KOPPEN = Pattern.compile("[A-E][A-Za-z]{1,2}");
  private static final Pattern ZONE =
      Pattern.compile(
          "[0-8][A-C]?|severe-cold|cold|hot-summer-cold-winter|hot-summer-warm-winter|mild");
  private static final Map<String, City.HeatingNetwork> HEATING =
      ValueParser.words(City.HeatingNetwork.values());
  private static final Map<String, City.Scope> SCOPES = ValueParser.words(City.Scope.values());
  private static final long MOST_PEOPLE = 1_000_000_000_000_000L;
  private static final int FIRST_YEAR = 1800;
  private static final int LAST_YEAR = 2200;

  private CityBody() {}

  /// The city; errors are recorded, and a city of an unknown country is the placeholder.
  static City read(BodyFields fields) {
    String country = country(fields);
    return new City(
        profile(fields),
        country == null ? "ZZ" : country,
        region(fields, country),
        null,
        place(fields.object("place")),
        population(fields.object("population")),
        fields.form("koppen", KOPPEN, Message.of("city.koppen")),
        fields.form("building_zone", ZONE, Message.of("city.zone")),
        fields.choice("heating_network", HEATING),
        grid(fields.object("grid")),
        null,
        fields.list("memberships", (where, text) -> Optional.of(text)),
        null,
        null,
        List.of());
  }

  private static @Nullable String country(BodyFields fields) {
    Message rule = Message.of("check.country");
    String country = fields.form("country", COUNTRY, rule);
    if (country == null && fields.isMissing("country")) {
      fields.missing(
          "country",
          Message.of("check.required_what", "what", Message.of("what.country")),
          Message.of("next.add_such_as", "example", "\"CN\""));
    }
    return country;
  }

  /// The region; null if the country that it must begin with is missing or wrong.
  private static @Nullable String region(BodyFields fields, @Nullable String country) {
    Pattern form = Pattern.compile((country == null ? "[A-Z]{2}" : country) + "-[A-Z0-9]{1,3}");
    String region = fields.form("region", form, Message.of("city.region"));
    return country == null ? null : region;
  }

  private static Profile profile(BodyFields fields) {
    Text name = text(fields.object("name"));
    return new Profile(
        ID, name == null ? UNNAMED : name, null, List.of(), List.of(SOURCE), Set.of(), Map.of());
  }

  private static @Nullable Text text(@Nullable BodyFields fields) {
    if (fields == null) {
      return null;
    }
    String en = fields.string("en");
    String zh = fields.string("zh");
    if (fields.isMissing("en") && fields.isMissing("zh")) {
      fields.missing(
          "en", Message.of("check.or_required", "other", "zh"), Message.of("city.name.next"));
    }
    return en == null && zh == null ? null : new Text(en, zh);
  }

  private static @Nullable Place place(@Nullable BodyFields fields) {
    if (fields == null) {
      return null;
    }
    Double lat = fields.number("lat", -90, 90);
    Double lon = fields.number("lon", -180, 180);
    for (String key : List.of("lat", "lon")) {
      if (fields.isMissing(key)) {
        fields.missing(
            key,
            Message.of("check.required_what", "what", Message.of("what.degrees")),
            Message.of("next.add_or_leave_out", "field", "place"));
      }
    }
    return lat == null || lon == null ? null : new Place(lat, lon);
  }

  private static City.@Nullable Population population(@Nullable BodyFields fields) {
    if (fields == null) {
      return null;
    }
    Long count = fields.whole("count", 1, MOST_PEOPLE);
    if (fields.isMissing("count")) {
      fields.missing(
          "count",
          Message.of("check.required_what", "what", Message.of("what.population")),
          Message.of("next.add_or_leave_out", "field", "population"));
    }
    Integer year = year(fields);
    City.Scope scope = fields.choice("scope", SCOPES);
    return count == null ? null : new City.Population(count, year, scope);
  }

  private static City.@Nullable Grid grid(@Nullable BodyFields fields) {
    if (fields == null) {
      return null;
    }
    return new City.Grid(
        fields.number("factor", 0, 2),
        year(fields),
        fields.string("region"),
        fields.string("utility"));
  }

  private static @Nullable Integer year(BodyFields fields) {
    Long year = fields.whole("year", FIRST_YEAR, LAST_YEAR);
    return year == null ? null : (Integer) year.intValue();
  }
}
