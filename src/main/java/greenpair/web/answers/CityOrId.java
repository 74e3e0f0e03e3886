package greenpair.web.answers;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Profile;
import greenpair.catalog.Provenance;
import greenpair.catalog.Text;
import greenpair.catalog.value.Place;
import greenpair.catalog.value.Rule;
import greenpair.message.Message;
import greenpair.web.input.Binder;
import greenpair.web.input.Rules;
import org.jspecify.annotations.Nullable;

/// The city of a request: one of the catalog, or one that the request describes.
sealed interface CityOrId {
  /// The id of a city of the catalog; null for a described one.
  default @Nullable EntryId known() {
    return this instanceof CityOrId.Known known ? known.id() : null;
  }

  @Rules.AsText
  record Known(@Rules.Known(Kind.CITY) EntryId id) implements CityOrId, Binder.Identified {}

  /// Fields of a city of the catalog. Only its country must be there; what is left out is unknown.
  @Rules.OfCatalog
  record CityDescription(
      @Nullable Text name,
      @Rule.Country String country,
      @Rule.Region @Nullable String region,
      @Nullable Place place,
      City.@Nullable Population population,
      @Rule.Koppen @Nullable String koppen,
      @Rule.BuildingZone @Nullable String buildingZone,
      City.@Nullable HeatingNetwork heatingNetwork,
      City.@Nullable Grid grid,
      List<String> memberships)
      implements CityOrId {
    /// No city of a catalog is likely to have this id; it never occurs in an answer.
    private static final EntryId ID = new EntryId("described:city");

    private static final Text UNNAMED = Message.of("city.described").text();
    private static final Provenance SOURCE = new Provenance("the request", null, null, false, null);

    City city() {
      Text known = Objects.requireNonNullElse(name, UNNAMED);
      return new City(
          new Profile(ID, known, null, List.of(), List.of(SOURCE), Set.of(), Map.of()),
          country,
          region,
          null,
          place,
          population,
          koppen,
          buildingZone,
          heatingNetwork,
          grid,
          null,
          memberships,
          null,
          null,
          List.of(),
          null);
    }
  }
}
