package greenpair.registry.source.map;

import greenpair.catalog.Place;
import greenpair.registry.source.place.Gazetteer;
import greenpair.registry.source.place.Projection;
import greenpair.registry.source.place.RegionNames;
import greenpair.registry.source.value.Item;
import greenpair.registry.source.value.ValueFault;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads coordinates, and finds the nearest place of the gazetteer. What lies in the sea, in
/// another
/// country or the wrong way round is a fault. Parts `lat`, `lon` and `koppen` are those of that
/// place, and without a gazetteer those of the point.
///
/// @param countries those that it may lie in; none: any
/// @param within kilometres to the nearest place at most
/// @param grid of eastings and northings; null for latitude and longitude in degrees
record Points(
    Gazetteer gazetteer,
    RegionNames regions,
    List<Template.Words> countries,
    int within,
    @Nullable Projection grid)
    implements Reads {
  private static final Pattern TWO =
      Pattern.compile("\\s*(-?\\d+(?:\\.\\d+)?)\\s*[,;\\s]\\s*(-?\\d+(?:\\.\\d+)?)\\s*");

  @Override
  public List<Item> read(String text, Row row) throws ValueFault {
    Matcher found = TWO.matcher(text);
    if (!found.matches()) {
      throw new ValueFault(text, "is two numbers, such as 43.85 126.56");
    }
    double first = Double.parseDouble(found.group(1));
    double second = Double.parseDouble(found.group(2));
    Set<String> allowed = new LinkedHashSet<>();
    for (Template.Words each : countries) {
      for (Object country : each.all(row)) {
        allowed.add(Item.text(country));
      }
    }
    Place place = grid == null ? degrees(text, first, second, allowed) : grid.place(first, second);
    Map<String, Object> parts = new HashMap<>();
    Place city = gazetteer.hasPlaces() ? nearest(text, place, allowed, parts) : place;
    parts.put("lat", round(city.lat()));
    parts.put("lon", round(city.lon()));
    gazetteer.climate(city).ifPresent(climate -> parts.put("koppen", climate));
    return List.of(new Item(text, parts));
  }

  private Place degrees(String text, double lat, double lon, Set<String> allowed)
      throws ValueFault {
    if (Math.abs(lat) <= 90 && Math.abs(lon) <= 180) {
      return new Place(lat, lon);
    }
    throw new ValueFault(
        text,
        "is a latitude from -90 to 90 and a longitude from -180 to 180"
            + exchanged(/* lat= */ lon, /* lon= */ lat, allowed)
                .map(name -> "; " + name)
                .orElse(""));
  }

  private Place nearest(String text, Place place, Set<String> allowed, Map<String, Object> parts)
      throws ValueFault {
    Gazetteer.Near near = gazetteer.near(place, allowed, within).orElse(null);
    if (near == null) {
      throw new ValueFault(text, rule(place, allowed));
    }
    parts.put("city", near.name());
    parts.put("country", near.country());
    parts.put("km", Math.round(near.kilometres() * 10) / 10.0);
    near.region()
        .flatMap(name -> regions.code(near.country(), name))
        .ifPresent(code -> parts.put("region", code));
    return near.place();
  }

  private String rule(Place place, Set<String> allowed) {
    String where =
        allowed.isEmpty() ? "any known place" : "a place of " + String.join(", ", allowed);
    String rule = "lies within " + within + " km of " + where;
    Optional<String> exchanged = exchanged(/* lat= */ place.lon(), /* lon= */ place.lat(), allowed);
    if (exchanged.isPresent()) {
      return rule + "; " + exchanged.get();
    }
    Optional<Gazetteer.Near> foreign = gazetteer.near(place, Set.of(), within);
    if (foreign.isPresent()) {
      return rule + "; it lies near " + foreign.get().name() + ", " + foreign.get().country();
    }
    return gazetteer.isSea(place)
        ? rule + "; it lies in the sea"
        : rule + "; check the signs, or give a larger \"within\" for remote sites";
  }

  /// What to say when they fit the other way round.
  private Optional<String> exchanged(double lat, double lon, Set<String> allowed) {
    return grid == null && Math.abs(lat) <= 90 && Math.abs(lon) <= 180
        ? gazetteer
            .near(new Place(lat, lon), allowed, within)
            .map(
                near ->
                    "latitude and longitude seem exchanged: the other way round it lies near "
                        + near.name()
                        + ", "
                        + near.country())
        : Optional.empty();
  }

  private static double round(double degrees) {
    return Math.round(degrees * 1e4) / 1e4;
  }
}
