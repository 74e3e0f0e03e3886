package greenpair.registry.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.language.ConceptFinder;
import greenpair.registry.CatalogJson;
import greenpair.registry.config.ConfigFolder;
import greenpair.registry.source.convert.Account;
import greenpair.registry.source.convert.Conversion;
import greenpair.registry.source.map.Mapping;
import greenpair.registry.source.map.MappingReader;
import greenpair.registry.source.place.Gazetteer;
import greenpair.registry.source.read.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Owners, coordinates, regions and units of one plant in a mapping, on a small registry and a
/// gazetteer of three places.
class MappingLanguageTest {
  private static final Taxonomy TAXONOMY = new ConfigFolder(Path.of("index-config")).taxonomy();

  private static final String MAPPING =
      """
      source: https://example.org/plants
      verified: true
      files: plants.csv
      values:
        plant: Plant
        country: {from: Country, as: country_code}
        spot: {text: "{lat} {lon}", as: point, country: "{country}"}
        lat: Lat
        lon: Lon
        province: {from: Province, as: region, country: "{country}"}
        owner: {from: Owners, split: ";", unknown: [other], as: share}
        size: {from: MW, as: number}
        year: {from: Year, as: year}
        status: {from: Status, map: {runs: operating, planned: planned}}
      skip:
        - {when: {size: {above: 100}}, reason: too large}
      entries:
        - kind: city
          fields:
            id: "{country:lower}-{spot.city:squash}"
            name: {en: "{spot.city}"}
            country: "{country}"
            region: "{province}"
            place: {lat: "{spot.lat}", lon: "{spot.lon}"}
        - kind: firm
          each: owner
          fields: {id: "{owner:slug}", name: {en: "{owner}"}}
        - kind: deployment
          merge: {quantity: sum, attributes.size: sum, start: least, status: [operating, planned]}
          fields:
            id: "{plant:slug}"
            name: {en: "{plant}"}
            technologies: [ENE.BIO]
            city: "{country:lower}-{spot.city:squash}"
            firms: ["{owner:slug}"]
            parties: [{each: owner, firm: "{owner:slug}", role: owner, share: "{owner.share}"}]
            start: "{year}"
            quantity: {value: "{size}", unit: {en: MW}}
            attributes: {feedstock: [wood], size: {value: "{size}", unit: MW}}
            status: "{status}"
            grade: B
      """;

  private static final String HEADER = "Plant,Country,Province,Lat,Lon,Owners,MW,Year,Status\n";

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void layOut() throws IOException {
    Files.createDirectories(folder.resolve("sources"));
    Files.createDirectories(folder.resolve("geonames"));
    Files.createDirectories(folder.resolve("koppen"));
    Files.copy(Path.of("index-config/regions.csv"), folder.resolve("regions.csv"));
    Files.writeString(
        folder.resolve("geonames/admin1.json"),
        """
        [{"code":"CN.05","name":"Jilin"},{"code":"US.CA","name":"California"}]
        """);
    Files.writeString(
        folder.resolve("geonames/cities.json"),
        """
        [{"name":"Jilin","lat":"43.85","lng":"126.56","country":"CN","admin1":"05","admin2":""},
         {"name":"San Jose","lat":"37.34","lng":"-121.89","country":"US","admin1":"CA","admin2":""},
         {"name":"Suva","lat":"-18.14","lng":"178.44","country":"FJ","admin1":"01","admin2":""}]
        """);
    Files.writeString(
        folder.resolve("koppen/koppen_1901-2010.tsv"),
        "longitude\tlatitude\tclass\n126.75\t43.75\tDwa\n-121.75\t37.25\tCsb\n");
  }

  private Account convert(String mapping, String rows) throws IOException {
    Files.writeString(folder.resolve("sources/plants.yaml"), mapping);
    Files.writeString(folder.resolve("plants.csv"), HEADER + rows);
    MappingReader reader =
        new MappingReader(
            new ConfigFolder(folder),
            new ConceptFinder(TAXONOMY, Set.of()),
            Gazetteer.read(folder));
    Mapping plants = reader.read("plants");
    Conversion conversion = new Conversion(plants, new CatalogJson(TAXONOMY));
    return Conversion.run(
        List.of(new Conversion.Part(conversion, plants.files(folder))),
        folder.resolve("out.jsonl"),
        rejected -> {});
  }

  private String out() throws IOException {
    return Files.readString(folder.resolve("out.jsonl"));
  }

  private static void assertHas(String text, String part) {
    assertTrue(text.contains(part), part + " in " + text);
  }

  /// The message of the one row, which is rejected with nothing kept of it.
  private String rejection(String row) throws IOException {
    Account account = convert(MAPPING, row + "\n");
    assertEquals(1, account.rejected());
    assertEquals("", out());
    return account.firstRejections().getFirst().toString();
  }

  @Test
  void owners_withShares_areFirmsAndParties_withoutTheOthers() throws IOException {
    Account account =
        convert(
            MAPPING,
            "East,China,Jilin,43.8,126.5,Acme Co Ltd [77%]; Beta (6 %); other"
                + " [17%],30,2019,runs\n");
    assertEquals(1, account.accepted(), () -> account.firstRejections().toString());
    assertHas(
        out(),
        "\"firms\":[\"acme-co-ltd\",\"beta\"],\"parties\":[{\"firm\":\"acme-co-ltd\",\"role\":\"owner\","
            + "\"share\":77},{\"firm\":\"beta\",\"role\":\"owner\",\"share\":6}]");
    assertFalse(out().contains("other"), out());
  }

  /// What is unknown is not zero, so the rest may belong to owners whom the register does not know.
  @ParameterizedTest
  @ValueSource(
      strings = {"Acme [77%]; other [17%]", "other [17%]; Acme [77%]", "Acme [77%]; other"})
  void shares_besideAnUnknownOwner_mayAddUpToLess(String owners) throws IOException {
    Account account = convert(MAPPING, "East,CN,Jilin,43.8,126.5," + owners + ",30,2019,runs\n");
    assertEquals(1, account.accepted(), () -> account.firstRejections().toString());
    assertHas(
        out(),
        "\"firms\":[\"acme\"],\"parties\":[{\"firm\":\"acme\",\"role\":\"owner\",\"share\":77}]");
    assertFalse(out().contains("other"), out());
  }

  @Test
  void owner_whoIsNobody_givesNoFirm() throws IOException {
    Account account = convert(MAPPING, "East,CN,Jilin,43.8,126.5,other [100%],30,2019,runs\n");
    assertEquals(1, account.accepted());
    assertEquals(null, account.entries().get("firm"));
  }

  /// The mapping of this registry does not treat the owner "unknown" as unknown.
  @Test
  void owner_calledUnknown_thatTheMappingKeeps_isRejected() throws IOException {
    assertHas(
        rejection("East,CN,Jilin,43.8,126.5,Unknown [100%],30,2019,runs"),
        "plants.csv:2: firm: name must be the name of an organisation or person");
  }

  @Test
  void shares_thatDoNotAddUp_rejectTheRow() throws IOException {
    assertHas(
        rejection("East,CN,Jilin,43.8,126.5,Acme [77%]; Beta [17%],30,2019,runs"),
        "plants.csv:2: Owners: must have shares that add up to 100 %, unless an owner is unknown"
            + " (correct them, or add the owner other), but was \"94 % of 2 owners\"");
    assertHas(
        rejection("East,CN,Jilin,43.8,126.5,Acme [77%]; Beta [27%],30,2019,runs"),
        "but was \"104 % of 2 owners\"");
    assertHas(
        rejection("East,CN,Jilin,43.8,126.5,Acme [103%]; Beta,30,2019,runs"), "at most 100 %");
    assertHas(
        rejection("East,CN,Jilin,43.8,126.5,Acme [77%]; other [27%],30,2019,runs"),
        "must have shares that add up to at most 100 %, but was \"104 % of 2 owners\"");
    assertHas(
        rejection("East,CN,Jilin,43.8,126.5,Acme 77%,30,2019,runs"),
        "must be an owner, or an owner with a share such as Owner Ltd [77%], but was \"Acme 77%\"");
  }

  @Test
  void shares_rounded_addUp() throws IOException {
    assertEquals(
        1,
        convert(MAPPING, "East,CN,Jilin,43.8,126.5,A [33%]; B [33%]; C [33%],30,2019,runs\n")
            .accepted());
  }

  @Test
  void coordinates_giveTheNearestPlace_itsRegionAndItsClimate() throws IOException {
    String mapping =
        MAPPING.replace(
            "region: \"{province}\"", "region: \"{spot.region}\"\n      koppen: \"{spot.koppen}\"");
    Account account = convert(mapping, "East,CN,,43.8,126.5,Acme,30,2019,runs\n");
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
            + " longitude seem to be exchanged: the other way round it lies near San Jose, US), but"
            + " was \"-121.9 37.3\"");
    assertHas(
        rejection("East,FJ,,-18.1,-178.44,Acme,30,2019,runs"),
        "spot: must lie within 100 km of a place in FJ (it lies in the sea), but was");
    assertHas(
        rejection("East,China,,37.3,-121.9,Acme,30,2019,runs"),
        "a place in CN (it lies near San Jose, US), but was \"37.3 -121.9\"");
    assertHas(rejection("East,CN,,43.8 E,126.5,Acme,30,2019,runs"), "must be two numbers");
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

  /// Bath Abbey is at ST 750 647 of the British National Grid.
  @Test
  void coordinates_ofAMapGrid_areDegrees() throws IOException {
    Files.writeString(
        folder.resolve("geonames/cities.json"),
        """
        [{"name":"Bath","lat":"51.3815","lng":"-2.3587","country":"GB","admin1":"ENG","admin2":""}]
        """);
    String grid =
        "grid: \"+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000"
            + " +ellps=airy +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m\","
            + " within: 2";
    String mapping =
        MAPPING.replace(
            "country: \"{country}\"}\n  lat", "country: \"{country}\", " + grid + "}\n  lat");
    Account account = convert(mapping, "Works,GB,,375050,164750,Acme,30,2019,runs\n");
    assertEquals(1, account.accepted(), () -> account.firstRejections().toString());
    assertHas(out(), "\"id\":\"gb-bath\"");
    SourceException fault =
        assertThrows(
            SourceException.class,
            () -> convert(mapping.replace("+proj=tmerc", "+proj=nosuch"), "x\n"));
    assertHas(String.valueOf(fault.getMessage()), "must be a PROJ definition");
  }

  @Test
  void unitsOfOnePlant_areOneDeployment_ofTheirSum() throws IOException {
    Account account =
        convert(
            MAPPING,
            """
            East,CN,Jilin,43.8,126.5,Acme [100%],30,2021,planned
            East,CN,Jilin,43.8,126.5,Acme [100%],12.5,2019,runs
            East,CN,Jilin,43.8,126.5,Acme [100%],30,,runs
            """);
    assertEquals(1, account.accepted());
    assertEquals(2, account.merged());
    assertEquals(1, account.entries().get("deployment"));
    assertHas(out(), "\"start\":2019,\"quantity\":{\"value\":72.5,\"unit\":{\"en\":\"MW\"}}");
    assertHas(out(), "\"size\":{\"value\":72.5,\"unit\":\"MW\"}");
    assertHas(out(), "\"status\":\"operating\"");
  }

  @Test
  void sum_ofWhichOneIsUnknown_isUnknown() throws IOException {
    convert(
        MAPPING,
        """
        East,CN,Jilin,43.8,126.5,Acme,30,2021,runs
        East,CN,Jilin,43.8,126.5,Acme,,2019,runs
        """);
    assertFalse(out().contains("quantity"), out());
    assertFalse(out().contains("size"), out());
  }

  @Test
  void condition_above_comparesNumbers() throws IOException {
    Account account =
        convert(
            MAPPING,
            """
            East,CN,Jilin,43.8,126.5,Acme,100,2021,runs
            West,CN,Jilin,43.8,126.5,Acme,100.5,2019,runs
            """);
    assertEquals(java.util.Map.of("too large", 1L), account.skipped());
  }

  @Test
  void region_thatDoesNotExist_isLeftOut_andSaid() throws IOException {
    Account account =
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

  @Test
  void region_thatIsInvented_rejectsTheRow() throws IOException {
    Account account =
        convert(
            MAPPING
                .replace("region: \"{province}\"", "region: \"CN-{lat}\"")
                .replace("Lat\n", "{from: Year}\n")
                .replace("{lat} {lon}", "43.8 126.5"),
            "East,CN,XX,43.8,126.5,Acme,30,2021,runs\n");
    assertEquals(1, account.rejected());
    assertHas(
        account.firstRejections().getFirst().toString(),
        "region: must be an ISO 3166-2 code listed in regions.csv (as: region reads names"
            + " and codes, and leaves out unknown ones), but was \"CN-2021\"");
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
    Account account = convert(mapping, "East,CN,Kirin,43.8,126.5,Acme,30,2021,runs\n");
    assertHas(account.notes().toString(), "the gazetteer has no region \"Kirin\" of CN");
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
    Account account = convert(mapping, "East,CN,JL,43.8,126.5,Acme,30,2021,runs\n");
    assertEquals(List.of(), account.notes());
    assertHas(out(), "\"place\":{\"lat\":43.85,\"lon\":126.56}");
  }

  @Test
  void country_thatIsInvalid_rejectsTheRow() throws IOException {
    assertHas(
        rejection("East,Chinna,,43.8,126.5,Acme,30,2019,runs"),
        "Country: must be the name or code of a country (did you mean \"china\"?");
  }

  @Test
  void mapping_withFaults_namesThemAll() throws IOException {
    String mapping =
        MAPPING
            .replace("quantity: sum", "quantity: add")
            .replace("each: owner, firm", "each: ownr, firm")
            .replace("above: 100", "above: many")
            .replace("kind: city", "kind: town");
    SourceException fault = assertThrows(SourceException.class, () -> convert(mapping, ""));
    String message = String.valueOf(fault.getMessage());
    assertHas(message, "merge.quantity must be sum, least, most or a list of words, but was [add]");
    assertHas(
        message, "parties[0].each must name a value, but was \"ownr\" (did you mean \"owner\"?)");
    assertHas(message, "above must be a number, but was many");
    assertHas(
        message, "kind must be one of city, need, firm, financier, solution, deployment, expert");
  }
}
