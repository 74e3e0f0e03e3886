package greenpair.registry.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.concept.ConceptFinder;
import greenpair.registry.config.ConfigFolder;
import greenpair.registry.format.CatalogJson;
import greenpair.registry.source.convert.Conversion;
import greenpair.registry.source.convert.RowResults;
import greenpair.registry.source.convert.Tolerance;
import greenpair.registry.source.map.Mapping;
import greenpair.registry.source.map.MappingReader;
import greenpair.registry.source.place.Gazetteer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A mapping of a small registry of plants, and a gazetteer of three places.
abstract class PlantMapping {
  private static final Taxonomy TAXONOMY = new ConfigFolder(Path.of("index-config")).taxonomy();

  static final String MAPPING =
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
        status: {from: Status, map: {runs: operating, planned: building}}
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
          merge: {quantity: sum, attributes.size: sum, start: least, status: [operating, building]}
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

  @TempDir Path folder = Path.of("");

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

  RowResults convert(String mapping, String rows) throws IOException {
    return convert(mapping, rows, Tolerance.ANY);
  }

  RowResults convert(String mapping, String rows, Tolerance tolerance) throws IOException {
    Files.writeString(folder.resolve("sources/plants.yaml"), mapping);
    Files.writeString(folder.resolve("plants.csv"), HEADER + rows);
    MappingReader reader =
        new MappingReader(
            new ConfigFolder(folder),
            new ConceptFinder(TAXONOMY, Set.of()),
            Gazetteer.read(folder));
    Mapping plants = reader.read("plants");
    Conversion conversion = new Conversion(plants, new CatalogJson(TAXONOMY));
    return conversion.run(
        plants.files(folder), folder.resolve("out.jsonl"), tolerance, rejected -> {});
  }

  String out() throws IOException {
    return Files.readString(folder.resolve("out.jsonl"));
  }

  static void assertHas(String text, String part) {
    assertTrue(text.contains(part), part + " in " + text);
  }

  /// The message of the one row, which is rejected with nothing kept of it.
  String rejection(String row) throws IOException {
    RowResults account = convert(MAPPING, row + "\n");
    assertEquals(1, account.rejected());
    assertEquals("", out());
    return account.firstRejections().getFirst().toString();
  }
}
