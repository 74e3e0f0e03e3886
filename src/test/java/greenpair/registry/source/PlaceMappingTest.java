package greenpair.registry.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;

import greenpair.registry.source.convert.RowResults;
import greenpair.registry.source.place.Countries;
import greenpair.registry.source.value.ValueFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Coordinates, places, regions and countries in a mapping.
class PlaceMappingTest extends PlantMapping {
  @Test
  void coordinates_giveTheNearestPlace_itsRegionAndItsClimate() throws IOException {
    String mapping =
        MAPPING.replace(
            "region: \"{province}\"", "region: \"{spot.region}\"\n      koppen: \"{spot.koppen}\"");
    RowResults account = convert(mapping, "East,CN,,43.8,126.5,Acme,30,2019,runs\n");
    assertEquals(1, account.accepted(), () -> account.firstRejections().toString());
    assertHas(out(), "\"id\":\"cn-jilin\",\"name\":{\"en\":\"Jilin\"}");
    assertHas(
        out(), "\"region\":\"CN-JL\",\"place\":{\"lat\":43.85,\"lon\":126.56},\"koppen\":\"Dwa\"");
  }

  @Test
  void coordinates_thatAreWrong_sayInWhichWay() throws IOException {
    assertHas(
        rejection("East,US,,-121.9,37.3,Acme,30,2019,runs"),
        "spot: must be a latitude from -90 to 90 and a longitude from -180 to 180 (latitude and"
            + " longitude seem to be swapped: in the other order, the point lies near San Jose,"
            + " US), but was \"-121.9 37.3\"");
    assertHas(
        rejection("East,FJ,,-18.1,-178.44,Acme,30,2019,runs"),
        "spot: must lie within 100 km of a place in FJ (it lies in the sea), but was");
    assertHas(
        rejection("East,China,,37.3,-121.9,Acme,30,2019,runs"),
        "a place in CN (it lies near San Jose, US), but was \"37.3 -121.9\"");
    assertHas(rejection("East,CN,,43.8 E,126.5,Acme,30,2019,runs"), "must be two numbers");
  }

  /// San Diego is nearer to Tijuana than to any place of its country that the gazetteer has, but
  /// not by much; Tijuana is not in the United States.
  @Test
  void coordinates_inTheNextCountry_rejectTheRow() throws IOException {
    Files.writeString(
        folder.resolve("geonames/cities.json"),
        """
        [{"name":"Tijuana","lat":"32.53","lng":"-117.02","country":"MX","admin1":"02","admin2":""},
         {"name":"Vista","lat":"33.20","lng":"-117.24","country":"US","admin1":"CA","admin2":""},
         {"name":"Central","lat":"22.28","lng":"114.16","country":"HK","admin1":"","admin2":""},
         {"name":"Heyuan","lat":"23.07","lng":"114.42","country":"CN","admin1":"30","admin2":""}]
        """);
    assertHas(
        rejection("East,US,,32.5,-117.0,Acme,30,2019,runs"),
        "must lie within 100 km of a place in US (it lies near Tijuana, MX)");
    assertEquals(1, convert(MAPPING, "East,US,,32.8,-117.1,Acme,30,2019,runs\n").accepted());
    assertEquals(1, convert(MAPPING, "East,China,,22.28,114.17,Acme,30,2019,runs\n").accepted());
    assertHas(out(), "cn-central");
  }

  @Test
  void coordinates_withoutAGazetteer_areReportedAsUnchecked() throws IOException {
    Files.delete(folder.resolve("geonames/cities.json"));
    String mapping = MAPPING.replaceAll("(?s)  - kind: city.*?  - kind: firm", "  - kind: firm");
    assertHas(
        convert(mapping, "East,US,,37.8,122.4,Acme,30,2019,runs\n").notes().toString(),
        "it was not checked that a point lies in US");
  }

  @ParameterizedTest
  @CsvSource({
    "PRC,CN",
    "中华人民共和国,CN",
    "U.S.,US",
    "Hong Kong,HK",
    "香港,HK",
    "Macau,MO",
    "Taiwan,TW",
    "UK,GB",
    "Czech Republic,CZ",
    "Bosnia and Herzegovina,BA",
    "Saint Kitts and Nevis,KN"
  })
  void country_byAnyUsualName_isItsCode(String name, String code) throws ValueFault {
    assertEquals(code, Countries.code(name));
  }

  /// The date line is within 100 km.
  @Test
  void coordinates_beyondTheDateline_areNear() throws IOException {
    Files.writeString(
        folder.resolve("geonames/cities.json"),
        """
        [{"name":"Taveuni","lat":"-16.85","lng":"179.97","country":"FJ","admin1":"","admin2":""}]
        """);
    assertEquals(1, convert(MAPPING, "East,FJ,,-16.9,-179.9,Acme,30,2019,runs\n").accepted());
    assertHas(out(), "fj-taveuni");
  }

  @Test
  void region_thatDoesNotExist_isLeftOut_andSaid() throws IOException {
    RowResults account =
        convert(
            MAPPING,
            """
            East,CN,Jillin,43.8,126.5,Acme,30,2021,runs
            West,CN,吉林省,43.8,126.5,Acme,30,2019,runs
            South,FJ,Central,-18.1,178.4,Acme,30,2019,runs
            """);
    assertEquals(3, account.accepted());
    String notes = account.notes().toString();
    assertHas(notes, "1 times: no region of CN is named \"Jillin\" (did you mean \"jilin\"?)");
    assertHas(notes, "regions of FJ are not listed in regions.csv");
    assertHas(out(), "\"region\":\"CN-JL\"");
  }

  /// `regions.csv` lists the communities of Spain, not its provinces.
  @Test
  void regionOfACountryOfTwoLevels_isTakenAsInACatalogLine() throws IOException {
    String firm = "name: {en: \"{owner}\"}";
    String mapping =
        MAPPING.replace(firm + "}", firm + ", headquarters: {country: ES, region: ES-B}}");
    RowResults account = convert(mapping, "East,CN,Jilin,43.8,126.5,Acme,30,2021,runs\n");
    assertEquals(1, account.accepted(), () -> account.firstRejections().toString());
    assertHas(out(), "\"region\":\"ES-B\"");
  }

  @Test
  void region_thatIsInvented_rejectsTheRow() throws IOException {
    RowResults account =
        convert(
            MAPPING
                .replace("region: \"{province}\"", "region: \"CN-{size}1\"")
                .replace("Lat\n", "{from: Year}\n")
                .replace("{lat} {lon}", "43.8 126.5"),
            "East,CN,XX,43.8,126.5,Acme,30,2021,runs\n");
    assertEquals(1, account.rejected());
    assertHas(
        account.firstRejections().getFirst().toString(),
        "region must be a region of ISO 3166-2 that exists, but was \"CN-301\"");
  }

  @Test
  void regionOfAPlace_thatTheGazetteerDoesNotHave_isReported() throws IOException {
    String mapping =
        MAPPING
            .replace(
                "plant: Plant\n",
                """
                plant: Plant
                  town: {text: Jilin, as: place, country: CN, region: "{given}"}
                  given: Province
                """)
            .replace(
                "place: {lat: \"{spot.lat}\", lon: \"{spot.lon}\"}",
                "place: {lat: \"{town.lat}\", lon: \"{town.lon}\"}");
    RowResults account = convert(mapping, "East,CN,Kirin,43.8,126.5,Acme,30,2021,runs\n");
    assertHas(account.notes().toString(), "the gazetteer has no region \"Kirin\" of CN");
  }

  /// GeoNames has `State of Berlin`, which nobody writes.
  @ParameterizedTest
  @ValueSource(strings = {"Berlin", "DE-BE", "BE", "柏林", "Land Berlin", "State of Berlin"})
  void regionOfAPlace_byAnyUsualName_isFoundInTheGazetteer(String region) throws IOException {
    Files.writeString(
        folder.resolve("geonames/cities.json"),
        """
        [{"name":"Mitte","lat":"52.52","lng":"13.40","country":"DE","admin1":"16","admin2":""},
         {"name":"Mitte","lat":"53.55","lng":"10.00","country":"DE","admin1":"04","admin2":""}]
        """);
    Files.writeString(
        folder.resolve("geonames/admin1.json"),
        """
        [{"code":"DE.16","name":"State of Berlin"},{"code":"DE.04","name":"Hamburg"}]
        """);
    String mapping =
        MAPPING
            .replace(
                "plant: Plant\n",
                """
                plant: Plant
                  town: {text: Mitte, as: place, country: DE, region: "{given}"}
                  given: Province
                """)
            .replace(
                "{lat: \"{spot.lat}\", lon: \"{spot.lon}\"}",
                "{lat: \"{town.lat}\", lon: \"{town.lon}\"}");
    RowResults account = convert(mapping, "East,DE," + region + ",52.5,13.4,Acme,30,2021,runs\n");
    assertEquals(List.of(), account.notes());
    assertHas(out(), "\"place\":{\"lat\":52.52,\"lon\":13.4}");
  }

  /// GeoNames numbers the regions of China; the row has the code of ISO 3166-2.
  @Test
  void regionOfAPlace_byItsIsoCode_isFoundInTheGazetteer() throws IOException {
    String mapping =
        MAPPING
            .replace(
                "plant: Plant\n",
                """
                plant: Plant
                  town: {text: Jilin, as: place, country: CN, region: "{given}"}
                  given: Province
                """)
            .replace(
                "{lat: \"{spot.lat}\", lon: \"{spot.lon}\"}",
                "{lat: \"{town.lat}\", lon: \"{town.lon}\"}");
    RowResults account = convert(mapping, "East,CN,JL,43.8,126.5,Acme,30,2021,runs\n");
    assertEquals(List.of(), account.notes());
    assertHas(out(), "\"place\":{\"lat\":43.85,\"lon\":126.56}");
  }

  @Test
  void country_thatIsInvalid_rejectsTheRow() throws IOException {
    assertHas(
        rejection("East,Chinna,,43.8,126.5,Acme,30,2019,runs"),
        "Country: must be the name or code of a country; map other names to two-letter codes (did"
            + " you mean \"china\"?)");
  }
}
