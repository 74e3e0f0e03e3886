package greenpair.registry.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A list of objects in a JSON record, of which a mapping selects some by neighbouring values.
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
          start: {from: start, as: year}
          builder: {from: parties.name, where: {parties.role: [Developer, EPC]}}
          owner: {from: parties.name, where: {parties.role: owner}}
          site: {from: parties.site, where: {parties.role: owner}}
        entries:
          - kind: firm
            each: builder
            fields: {id: "{builder:slug}", name: {en: "{builder}"}, role: developer, founded: "{start}"}
          - kind: firm
            each: owner
            fields: {id: "{owner:slug}", name: {en: "{owner}"}, role: operator, website: "{site}"}
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

  /// Null and missing keys leave a gap, so that what follows keeps its place; also in the rejects.
  @Test
  void objects_keepTogether_alsoWithGaps_andInRejects() throws IOException {
    Files.writeString(
        folder.resolve("parties.json"),
        """
        [{"id": 1, "start": "some day", "parties": [
          {"name": "Nobody Known"},
          {"name": "Sun Builders", "role": "developer", "site": "https://sun.example"},
          {"role": "EPC", "name": null},
          {"name": "City Works", "role": "Owner", "site": "https://city.example"},
          {"name": "Wire Works", "role": "epc"},
          {"name": "Last"}]}]
        """);
    assertEquals(1, convert().rejected());
    Path rejects = folder.resolve("out.rejects.jsonl");
    Path mended = folder.resolve("mended.jsonl");
    Files.writeString(mended, Files.readString(rejects).replace("\"some day\"", "\"2019\""));
    RowResults account = convert(mended);
    assertEquals(1, account.accepted());
    assertFalse(account.notes().toString().contains("operator"), account.notes().toString());
    String all = Files.readString(folder.resolve("out.jsonl"));
    assertEquals(3, all.lines().count(), all);
    for (String each : List.of("sun-builders", "wire-works")) {
      String firm = all.lines().filter(line -> line.contains(each)).findFirst().orElse("");
      assertTrue(firm.contains("\"role\":\"developer\""), all);
    }
    String owner = all.lines().filter(line -> line.contains("city-works")).findFirst().orElse("");
    assertTrue(owner.contains("\"role\":\"operator\""), all);
    assertTrue(owner.contains("https://city.example"), all);
  }

  @Test
  void recordWithAListOfIds_isKnownByAllOfThem() throws IOException {
    Files.writeString(
        folder.resolve("parties.json"),
        "[{\"id\": [1, 2], \"parties\": [{\"name\": \"A Works\", \"role\": \"owner\"}]}]");
    convert();
    String all = Files.readString(folder.resolve("out.jsonl"));
    assertTrue(all.contains("\"record\":\"1, 2\""), all);
  }

  @Test
  void registryOfOperatorsOnly_isSaidNeverToBeRecommended() throws IOException {
    Files.writeString(
        folder.resolve("parties.json"),
        "[{\"id\": 1, \"parties\": [{\"name\": \"A Works\", \"role\": \"owner\"}]}]");
    String notes = convert().notes().toString();
    assertTrue(notes.contains("operators are never recommended"), notes);
  }

  /// It is unknown which of the sites is the owner's, although there are as many as parties.
  @Test
  void listInAnObject_isRefusedRatherThanMixedUp() throws IOException {
    Files.writeString(
        folder.resolve("parties.json"),
        """
        [{"id": 1, "parties": [
          {"name": "A", "role": "developer", "site": ["https://a.example", "https://b.example"]},
          {"name": "B", "role": "owner"}]}]
        """);
    RowResults account = convert();
    assertEquals(1, account.rejected());
    String why = account.firstRejections().getFirst().toString();
    assertTrue(why.contains("parties.site: must have one item for each item of parties.role"), why);
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
            {"name": "Lakeside", "plants": [{"id": 3, "size": "1/2 or so"}]}]},
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
        mended, Files.readString(folder.resolve("out.rejects.jsonl")).replace("1/2 or so", "7"));
    assertEquals(1, convert(mended).accepted());
    assertTrue(Files.readString(folder.resolve("out.jsonl")).contains("\"north-lakeside\""));
  }
}
