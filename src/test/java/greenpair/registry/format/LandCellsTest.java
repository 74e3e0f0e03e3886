package greenpair.registry.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import module java.base;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LandCellsTest {
  @ParameterizedTest
  @CsvSource({
    "37.34, -121.89, true", // San Jose
    "43.85, 126.56, true", // Jilin
    "32.29, -64.78, true", // Hamilton, Bermuda: an island
    "21.31, -157.86, true", // Honolulu
    "-16.85, 179.97, true", // Taveuni: beside the date line
    "33.25, -119.50, true", // San Nicolas Island, California: no place is on it
    "0, 0, false",
    "30, -60, false",
    "87.6, 43.8, false", // Urumqi with latitude and longitude exchanged
    "10, -180, false",
  })
  void point_isOnLandOrInTheSea(double lat, double lon, boolean isLand) {
    assertEquals(isLand, LandCells.isNear(lat, lon));
  }

  @ParameterizedTest
  @CsvSource({
    "CN, 37, -121, false", // California
    "US, 37, -121, true",
    "CN, 43.85, 126.56, true", // Jilin
    "US, 43.85, 126.56, false",
    "CN, 22.32, 114.17, true", // Hong Kong, by either of its codes
    "HK, 22.32, 114.17, true",
    "MX, 32.53, -117.02, true", // Tijuana, which is 25 km from San Diego
    "US, 21.31, -157.86, true", // Honolulu
    "DE, 54.5, 6.4, true", // a wind farm in the sea
    "CN, 30, -60, true", // no place of any country is near
    "XK, 42.66, 21.17, true",
    "RS, 42.66, 21.17, true",
  })
  void point_isInACountry_orNowhereNear(String country, double lat, double lon, boolean mayBe) {
    assertEquals(mayBe, LandCells.mayBeIn(country, lat, lon));
  }

  @Test
  void file_hasTheCellsOfItsSources() throws IOException {
    Path data = Path.of(System.getProperty("greenpair.sources", "../shared/data"));
    Path climate = data.resolve("koppen/koppen_1901-2010.tsv");
    Path places = data.resolve("geonames/cities.json");
    assumeTrue(Files.exists(climate) && Files.exists(places), "no sources here");
    BitSet cells = new BitSet();
    try (Stream<String> lines = Files.lines(climate)) {
      lines
          .skip(1)
          .map(line -> line.split("\t", -1))
          .forEach(each -> cells.set(cell(each[1], each[0])));
    }
    Matcher place =
        Pattern.compile("\"lat\":\"([-.0-9]+)\",\"lng\":\"([-.0-9]+)\"")
            .matcher(Files.readString(places));
    while (place.find()) {
      cells.set(cell(place.group(1), place.group(2)));
    }
    try (var file = LandCells.class.getResourceAsStream("/greenpair/registry/land.bin")) {
      assertEquals(cells, BitSet.valueOf(file.readAllBytes()));
    }
  }

  /// Codes of territories, and disputed ones, that a country may be stated for as well.
  private static final Map<String, List<String>> WITHIN =
      Map.ofEntries(
          Map.entry("AU", List.of("CC", "CX", "NF")),
          Map.entry("CN", List.of("HK", "MO", "TW")),
          Map.entry("DK", List.of("FO", "GL")),
          Map.entry("FI", List.of("AX")),
          Map.entry(
              "FR", List.of("BL", "GF", "GP", "MF", "MQ", "NC", "PF", "PM", "RE", "WF", "YT")),
          Map.entry("GB", List.of("GG", "GI", "IM", "JE")),
          Map.entry("IL", List.of("PS")),
          Map.entry("MA", List.of("EH")),
          Map.entry("NL", List.of("AW", "BQ", "CW", "SX")),
          Map.entry("NO", List.of("SJ")),
          Map.entry("RS", List.of("XK")),
          Map.entry("RU", List.of("UA")),
          Map.entry("US", List.of("AS", "GU", "MP", "PR", "VI")));

  @Test
  void countries_haveTheCellsOfTheirPlaces() throws IOException {
    Path places =
        Path.of(System.getProperty("greenpair.sources", "../shared/data"), "geonames/cities.json");
    assumeTrue(Files.exists(places), "no sources here");
    Map<String, TreeSet<Integer>> own = new TreeMap<>();
    Matcher place =
        Pattern.compile("\"lat\":\"([-.0-9]+)\",\"lng\":\"([-.0-9]+)\",\"country\":\"(..)\"")
            .matcher(Files.readString(places));
    while (place.find()) {
      own.computeIfAbsent(place.group(3), country -> new TreeSet<>())
          .add(cell(place.group(1), place.group(2)));
    }
    List<String> lines = new ArrayList<>();
    own.forEach(
        (country, cells) -> {
          TreeSet<Integer> all = new TreeSet<>(cells);
          WITHIN
              .getOrDefault(country, List.of())
              .forEach(each -> all.addAll(own.getOrDefault(each, new TreeSet<>())));
          StringBuilder line = new StringBuilder(country);
          int last = 0;
          for (int each : all) {
            line.append(' ').append(each - last);
            last = each;
          }
          lines.add(line.toString());
        });
    try (var file = LandCells.class.getResourceAsStream("/greenpair/registry/countries.txt")) {
      assertEquals(
          lines, new String(file.readAllBytes(), StandardCharsets.US_ASCII).lines().toList());
    }
  }

  private static int cell(String lat, String lon) {
    return LandCells.cell(Double.parseDouble(lat), Double.parseDouble(lon));
  }
}
