package greenpair.registry.source.map;

import module java.base;

import greenpair.catalog.value.Place;
import greenpair.message.Message;
import greenpair.registry.source.place.Gazetteer;
import greenpair.registry.source.place.RegionNames;
import greenpair.registry.source.value.CellText;
import greenpair.registry.source.value.Item;
import greenpair.registry.source.value.RowRemarks;
import greenpair.registry.source.value.ValueFault;
import org.jspecify.annotations.Nullable;

/// Reads coordinates, and finds the nearest place of the gazetteer. Points in the sea, in another
/// country or with swapped coordinates are errors. Parts `lat`, `lon` and `koppen` are those of
/// that place, and without a gazetteer those of the point.
///
/// @param countries allowed countries; empty for any
/// @param within maximum distance to the nearest place, in kilometres
record PointType(
    Gazetteer gazetteer,
    RegionNames regions,
    RowRemarks remarks,
    List<Template.Words> countries,
    int within)
    implements ValueType {
  /// A point this near to a place of its country may be on its side of a border.
  private static final double BORDER_KM = 50;

  /// How many times nearer a place abroad must be.
  private static final double ABROAD = 3;

  /// Regions of China that have a code of their own.
  private static final Set<String> OF_CHINA = Set.of("HK", "MO", "TW");

  private static final String NUMBER = "(-?\\d+(?:\\.\\d+)?)";
  private static final Pattern TWO = Pattern.compile(NUMBER + "(?:\\s*[,;]\\s*|\\s+)" + NUMBER);

  @Override
  public List<Item> read(String text, Row row) throws ValueFault {
    Matcher found = TWO.matcher(CellText.trim(text));
    if (CellText.isLong(text) || !found.matches()) {
      throw new ValueFault(text, Message.of("row.point"));
    }
    double first = Double.parseDouble(found.group(1));
    double second = Double.parseDouble(found.group(2));
    Set<String> allowed = new LinkedHashSet<>();
    for (Template.Words each : countries) {
      for (Object country : each.all(row)) {
        allowed.add(Item.text(country));
      }
    }
    Place place = degrees(text, first, second, allowed);
    Map<String, Object> parts = new HashMap<>();
    Place city = gazetteer.hasPlaces() ? nearest(text, place, allowed, parts) : place;
    if (!gazetteer.hasPlaces() && !allowed.isEmpty()) {
      remarks.add(Message.of("note.point_unchecked", "countries", List.copyOf(allowed)));
    }
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
    Message rule = Message.of("row.degrees");
    throw new ValueFault(
        text,
        exchanged(/* lat= */ lon, /* lon= */ lat, allowed)
            .map(why -> Message.of("row.because", "rule", rule, "why", why))
            .orElse(rule));
  }

  private Place nearest(String text, Place place, Set<String> allowed, Map<String, Object> parts)
      throws ValueFault {
    Gazetteer.Near domestic = gazetteer.near(place, allowed, within).orElse(null);
    Gazetteer.Near abroad = abroad(place, domestic, allowed);
    boolean ofChina =
        abroad != null && allowed.contains("CN") && OF_CHINA.contains(abroad.country());
    Gazetteer.Near near = ofChina ? abroad : abroad == null ? domestic : null;
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

  /// A place of another country that is so much nearer that the point lies there. The gazetteer has
  /// no borders, so that a point near one passes.
  private Gazetteer.@Nullable Near abroad(
      Place place, Gazetteer.@Nullable Near near, Set<String> allowed) {
    double away = near == null ? within : near.kilometres();
    return allowed.isEmpty() || away < BORDER_KM
        ? null
        : gazetteer
            .near(place, Set.of(), within)
            .filter(any -> !allowed.contains(any.country()))
            .filter(any -> any.kilometres() * ABROAD < away)
            .orElse(null);
  }

  private Message rule(Place place, Set<String> allowed) {
    Message rule =
        allowed.isEmpty()
            ? Message.of("row.near_any_place", "km", within)
            : Message.of("row.near_place_of", "km", within, "countries", List.copyOf(allowed));
    return Message.of("row.because", "rule", rule, "why", why(place, allowed));
  }

  private Message why(Place place, Set<String> allowed) {
    Optional<Message> exchanged =
        exchanged(/* lat= */ place.lon(), /* lon= */ place.lat(), allowed);
    if (exchanged.isPresent()) {
      return exchanged.get();
    }
    Optional<Gazetteer.Near> foreign = gazetteer.near(place, Set.of(), within);
    if (foreign.isPresent()) {
      return Message.of(
          "row.lies_near", "place", foreign.get().name(), "country", foreign.get().country());
    }
    return Message.of(gazetteer.isSea(place) ? "row.lies_in_sea" : "row.check_signs");
  }

  /// What to say when they fit the other way round.
  private Optional<Message> exchanged(double lat, double lon, Set<String> allowed) {
    return Math.abs(lat) <= 90 && Math.abs(lon) <= 180
        ? gazetteer
            .near(new Place(lat, lon), allowed, within)
            .map(
                near ->
                    Message.of("row.exchanged", "place", near.name(), "country", near.country()))
        : Optional.empty();
  }

  private static double round(double degrees) {
    return Math.round(degrees * 1e4) / 1e4;
  }
}
