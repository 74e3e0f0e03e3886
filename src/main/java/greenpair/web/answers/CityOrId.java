package greenpair.web.answers;

import greenpair.catalog.City;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Profile;
import greenpair.catalog.Provenance;
import greenpair.catalog.Text;
import greenpair.catalog.value.Place;
import greenpair.catalog.value.Rule;
import greenpair.message.Message;
import greenpair.registry.format.LandCells;
import greenpair.web.input.Binder;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Request;
import greenpair.web.input.Rules;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The city of a request: one of the catalog, or one that the request describes.
sealed interface CityOrId {
  /// The id of a city of the catalog; null for a described one.
  default @Nullable EntryId known() {
    return this instanceof CityOrId.Known known ? known.id() : null;
  }

  @Rules.AsText
  record Known(@Rules.Known(Kind.CITY) EntryId id) implements CityOrId, Binder.Identified {}

  /// A city with the field names of the catalog format. Only its country must be there; what is
  /// left out is unknown.
  record CityDescription(
      @Nullable Name name,
      @Rules.Form(value = "[A-Z]{2}", rule = "value.country", next = "check.country.next")
          @Rules.Required(example = "\"CN\"")
          String country,
      @Rules.Form(value = "[A-Z]{2}-[A-Z0-9]{1,3}", rule = "city.region") @Nullable String region,
      @Nullable Point place,
      @Nullable Population population,
      @Rules.Form(value = City.KOPPEN, rule = "value.koppen") @Nullable String koppen,
      @Rules.Form(
              value =
                  "[0-8][A-C]?|severe-cold|cold|hot-summer-cold-winter|hot-summer-warm-winter|mild",
              rule = "value.zone")
          @Nullable String buildingZone,
      City.@Nullable HeatingNetwork heatingNetwork,
      @Nullable Grid grid,
      List<String> memberships)
      implements CityOrId, Request {
    /// No city of a catalog is likely to have this id; it never occurs in an answer.
    static final EntryId ID = new EntryId("described:city");

    private static final Text UNNAMED = Message.of("city.described").text();
    private static final Provenance SOURCE = new Provenance("the request", null, null, false, null);

    @Override
    public void check(BodyFields fields) {
      if (country != null && !Rule.Standard.COUNTRIES.has(country)) {
        Message next = Message.of("check.country.next");
        fields.checks().fault(fields.path("country"), country, Message.of("value.country"), next);
      }
      if (region != null && country != null && !region.startsWith(country)) {
        Message next = Message.of("next.leave_out_unknown");
        fields.checks().fault(fields.path("region"), region, Message.of("city.region"), next);
      } else if (region != null) {
        fields.checks().region(fields.path("region"), region);
      }
      if (country != null
          && place != null
          && place.lat() != null
          && place.lon() != null
          && !LandCells.mayBeIn(country, place.lat(), place.lon())) {
        Message rule = Message.of("value.place_of_country", "country", country);
        Message next = Message.of("next.leave_out_unknown");
        fields.checks().fault(fields.path("place"), place.lat() + ", " + place.lon(), rule, next);
      }
      past("population.year", population == null ? null : population.year(), fields);
      past("grid.year", grid == null ? null : grid.year(), fields);
    }

    private static void past(String key, @Nullable Integer year, BodyFields fields) {
      if (year != null && year > Year.now(ZoneOffset.MAX).getValue()) {
        Message next = Message.of("next.leave_out_unknown");
        fields.checks().fault(fields.path(key), year.toString(), Message.of("value.past"), next);
      }
    }

    City city() {
      return new City(
          new Profile(
              ID,
              name == null ? UNNAMED : new Text(name.en(), name.zh()),
              null,
              List.of(),
              List.of(SOURCE),
              Set.of(),
              Map.of()),
          country,
          region,
          null,
          place == null ? null : new Place(place.lat(), place.lon()),
          population == null
              ? null
              : new City.Population(population.count(), population.year(), population.scope()),
          koppen,
          buildingZone,
          heatingNetwork,
          grid == null
              ? null
              : new City.Grid(grid.factor(), grid.year(), grid.region(), grid.utility()),
          null,
          memberships,
          null,
          null,
          List.of(),
          null);
    }
  }

  /// In either language or both.
  record Name(@Nullable String en, @Nullable String zh) implements Request {
    @Override
    public void check(BodyFields fields) {
      if (fields.isMissing("en") && fields.isMissing("zh")) {
        fields.fault(
            "en", Message.of("check.or_required", "other", "zh"), Message.of("city.name.next"));
      }
    }
  }

  /// In degrees of WGS84.
  record Point(
      @Rules.Range(min = -90, max = 90) @Rules.Required(next = "next.add_or_leave_out") Double lat,
      @Rules.Range(min = -180, max = 180) @Rules.Required(next = "next.add_or_leave_out")
          Double lon) {}

  record Population(
      @Rules.Range(min = 1, max = 1e15) @Rules.Required(next = "next.add_or_leave_out") long count,
      @Rules.Range(min = 1800, max = 2200) @Nullable Integer year,
      City.@Nullable Scope scope) {}

  /// Its electricity.
  ///
  /// @param factor t CO2 per MWh
  record Grid(
      @Rules.Range(min = 0, max = 2) @Nullable Double factor,
      @Rules.Range(min = 1800, max = 2200) @Nullable Integer year,
      @Nullable String region,
      @Nullable String utility) {}
}
