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
import greenpair.registry.source.read.SourceFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lists of objects in JSON records, and records in such lists.
class JsonListsTest {
  private static final Taxonomy TAXONOMY = new ConfigFolder(Path.of("index-config")).taxonomy();

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void layOut() throws IOException {
    Files.createDirectories(folder.resolve("sources"));
    Files.writeString(
        folder.resolve("sources/parties.yaml"),
        """
        source: https://example.org
        files: parties.json
        record: "{id}"
        values:
          id: id
          owner: parties.name
        entries:
          - kind: firm
            each: owner
            fields: {id: "{owner:slug}", name: {en: "{owner}"}, role: operator}
        """);
  }

  private RowResults convert(Path... files) throws IOException {
    MappingReader reader =
        new MappingReader(
            new ConfigFolder(folder), new ConceptFinder(TAXONOMY, Set.of()), Gazetteer.empty());
    Mapping mapping = reader.read("parties");
    SourceFiles source = files.length == 0 ? mapping.files(folder) : mapping.files(List.of(files));
    Conversion conversion = new Conversion(mapping, new CatalogJson(TAXONOMY));
    return conversion.run(source, folder.resolve("out.jsonl"), Tolerance.ANY, bad -> {});
  }

  @Test
  void recordWithAListOfIds_isKnownByAllOfThem() throws IOException {
    Files.writeString(
        folder.resolve("parties.json"),
        "[{\"id\": [1, 2], \"parties\": [{\"name\": \"A Works\"}]}]");
    convert();
    String all = Files.readString(folder.resolve("out.jsonl"));
    assertTrue(all.contains("\"record\":\"1, 2\""), all);
  }

  @Test
  void registryOfOperatorsOnly_isSaidNeverToBeRecommended() throws IOException {
    Files.writeString(
        folder.resolve("parties.json"), "[{\"id\": 1, \"parties\": [{\"name\": \"A Works\"}]}]");
    String notes = convert().notes().toString();
    assertTrue(notes.contains("operators are never recommended"), notes);
  }

  /// 40.000 of a German file is 40,000.
  @ParameterizedTest
  @CsvSource({"40.000 t, true", "1.200, true", "1.25, false", "2500.000, false", "0.500, false"})
  void numberWhosePointMayGroupThousands_isNoted(String size, boolean isNoted) throws IOException {
    Files.writeString(
        folder.resolve("sources/parties.yaml"),
        """
        source: https://example.org
        files: parties.json
        values:
          id: id
          size: {from: size, as: number}
        entries:
          - kind: city
            fields:
              id: "city-{id}"
              name: {en: "Riverton"}
              country: US
              population: {count: "{size}"}
        """);
    Files.writeString(folder.resolve("parties.json"), "[{\"id\": 1, \"size\": \"" + size + "\"}]");
    String notes = convert().notes().toString();
    assertEquals(isNoted, notes.contains("set decimal_comma: true"), notes);
  }

  @Test
  void recordInLists_knowsWhatTheObjectsAroundItSay_alsoInRejects() throws IOException {
    Files.writeString(
        folder.resolve("sources/parties.yaml"),
        """
        source: https://example.org
        files: parties.json
        format: {records: /regions/*/towns/*/plants}
        record: "{id}"
        values:
          id: id
          town: ../name
          region: ../../name
          size: {from: size, as: whole}
        entries:
          - kind: city
            fields:
              id: "{region:squash}-{town:squash}"
              name: {en: "{town}"}
              country: US
              population: {count: "{size}"}
        """);
    Files.writeString(
        folder.resolve("parties.json"),
        """
        {"edition": 3, "regions": [
          {"name": "North", "towns": [
            {"name": "Riverton", "mayor": null, "plants": [{"id": 1, "size": 5}, {"id": 2, "size": 5}]},
            {"name": "Lakeside", "plants": [{"id": 3, "size": "1/2 or so \\ud800"}]}]},
          {"name": "South", "towns": [{"name": "Riverton", "plants": [{"id": 4, "size": 5}]}]}]}
        """);
    RowResults account = convert();
    assertEquals(
        List.of(2L, 1L, 1L),
        List.of(account.accepted(), account.merged(), account.rejected()),
        account::toString);
    String all = Files.readString(folder.resolve("out.jsonl"));
    assertTrue(all.contains("\"north-riverton\""), all);
    assertTrue(all.contains("\"south-riverton\""), all);
    Path mended = folder.resolve("mended.jsonl");
    Files.writeString(
        mended,
        Files.readString(folder.resolve("out.rejects.jsonl")).replace("1/2 or so \\ud800", "7"));
    assertEquals(1, convert(mended).accepted());
    assertTrue(Files.readString(folder.resolve("out.jsonl")).contains("\"north-lakeside\""));
  }
}
