package greenpair.registry.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

  private static int cell(String lat, String lon) {
    return LandCells.cell(Double.parseDouble(lat), Double.parseDouble(lon));
  }
}
