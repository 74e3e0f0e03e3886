package greenpair.registry.source.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Language;
import greenpair.concept.ConceptFinder;
import greenpair.message.Message;
import greenpair.registry.config.ConfigFolder;
import greenpair.registry.format.CatalogJson;
import greenpair.registry.source.map.Mapping;
import greenpair.registry.source.map.MappingReader;
import greenpair.registry.source.place.Gazetteer;
import greenpair.registry.source.read.RecordReader;
import greenpair.registry.source.read.SourceException;
import greenpair.registry.source.read.SourceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The template of docs/tutorial.md, taken from the document itself and tried on its own rows.
class ConversionTest {
  @TempDir private Path folder = Path.of("");

  private MappingReader reader() {
    ConfigFolder config = new ConfigFolder(folder);
    return new MappingReader(config, new ConceptFinder(taxonomy(), Set.of()), Gazetteer.empty());
  }

  private static greenpair.catalog.taxonomy.Taxonomy taxonomy() {
    return new ConfigFolder(Path.of("index-config")).taxonomy();
  }

  private static String block(String after) throws IOException {
    String text = Files.readString(Path.of("docs/tutorial.md"));
    int start = text.indexOf('\n', text.indexOf("```", text.indexOf(after))) + 1;
    return text.substring(start, text.indexOf("```", start));
  }

  private void template() throws IOException {
    mapping(block("`index-config/sources/solar.yaml`"));
    Files.writeString(folder.resolve("solar.tsv"), block("`solar.tsv`"));
  }

  private void mapping(String yaml) throws IOException {
    Files.createDirectories(folder.resolve("sources"));
    Files.writeString(folder.resolve("sources/solar.yaml"), yaml);
  }

  private RowResults convert(SourceFiles files, Path out) throws IOException {
    Conversion conversion = new Conversion(reader().read("solar"), new CatalogJson(taxonomy()));
    return conversion.run(files, out, Tolerance.ANY, rejected -> {});
  }

  private RowResults convert() throws IOException {
    return convert(reader().read("solar").files(folder), folder.resolve("solar.jsonl"));
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file));
  }

  @Test
  void template_ofTheDocument_converts() throws IOException {
    template();
    RowResults account = convert();
    assertEquals(2, account.accepted());
    assertEquals(Map.of("city", 2L, "deployment", 2L, "firm", 2L), account.entries());
    String all = String.join("\n", lines("solar.jsonl"));
    assertTrue(all.contains("\"firms\":[\"sunny-inc\",\"roof-and-co\"]"), all);
    assertTrue(all.contains("\"quantity\":{\"value\":27.5,\"unit\":{\"en\":\"MW\"}}"), all);
    assertTrue(all.contains("\"start\":2019"), all);
    assertFalse(all.contains("null"), all);
    assertTrue(lines("solar.dates.csv").contains("solar-7,us-ca-riverton,sunny-inc,2019-08-01"));
    assertFalse(Files.exists(folder.resolve("solar.rejects.csv")));
  }

  @Test
  void fileWithoutARow_stopsTheConversion() throws IOException {
    template();
    Files.writeString(folder.resolve("solar.tsv"), "<html><body>502 Bad Gateway</body></html>\n");
    Conversion conversion = new Conversion(reader().read("solar"), new CatalogJson(taxonomy()));
    SourceFiles files = reader().read("solar").files(folder);
    Path out = folder.resolve("solar.jsonl");
    SourceException refused =
        assertThrows(
            SourceException.class,
            () -> conversion.run(files, out, Tolerance.DEFAULT, rejected -> {}));
    assertTrue(String.valueOf(refused.getMessage()).contains("no row"), refused::toString);
    assertFalse(Files.exists(out));
  }

  @Test
  void rowsOfACheckWithoutAnEntry_sayWhyInBothLanguages() throws IOException {
    template();
    Files.writeString(
        folder.resolve("solar.tsv"),
        """
        Ref\tTown\tST\tInstaller\tSize\tFinished\tState of play\tNotes
        2\t\tCA\tSunny\t\t\tdone\t
        3\tLakeside\tCA\tSunny\tmany\t\tdone\t
        """);
    Mapping mapping = reader().read("solar");
    Conversion conversion = new Conversion(mapping, new CatalogJson(taxonomy()));
    try (RecordReader rows = mapping.files(folder).open()) {
      List<String> why =
          SourceCheck.of(mapping, conversion, rows, 2).samples().stream()
              .map(each -> Objects.requireNonNull(each.why()).in(Language.ZH))
              .toList();
      assertEquals("跳过：no town", why.getFirst());
      assertTrue(why.getLast().contains("Size：须为数值"), why::toString);
    }
  }

  @Test
  void fieldThatNoRowHas_isCountedAsNeverKnown() throws IOException {
    template();
    Mapping mapping = reader().read("solar");
    Conversion conversion = new Conversion(mapping, new CatalogJson(taxonomy()));
    try (RecordReader rows = mapping.files(folder).open()) {
      Map<String, SourceCheck.Fill> fields = SourceCheck.of(mapping, conversion, rows, 0).fields();
      assertEquals(new SourceCheck.Fill(2, 2), fields.get("city.region"));
      assertEquals(new SourceCheck.Fill(0, 2), fields.get("city.koppen"), "there is no gazetteer");
    }
  }

  @Test
  void rows_areAllAccountedFor_andRejectsCanBeFedAgain() throws IOException {
    template();
    Files.writeString(
        folder.resolve("solar.tsv"),
        """
        Ref\tTown\tST\tInstaller\tSize\tFinished\tState of play\tNotes
        1\tRiverton\tCA\tSunny Inc.\t5 kW\t2019\tdone\tsolar power
        1\tRiverton\tCA\tSunny INC\t6 kW\t2020\tdone\tsolar power
        2\t\tCA\tSunny\t\t\tdone\t
        3\tLakeside\tCA\tSunny\tmany\t\tdone\t
        4\tLakeside\tCalifornia\tSunny\t\t\tdone\t
        5\tLakeside\tCA\tSunny\t\t\tdonee\t
        """);
    RowResults account = convert();
    assertEquals(6, account.read());
    assertEquals(1, account.accepted());
    assertEquals(1, account.merged());
    assertEquals(Map.of("no town", 1L), account.skipped());
    assertEquals("no town", RowResults.said("no town"));
    assertTrue(
        ((Message) RowResults.said(RowResults.NO_ENTRY)).in(Language.ZH).contains("映射"),
        "not in English");
    assertEquals(3, account.rejected());
    assertTrue(
        account
            .firstRejections()
            .getFirst()
            .toString()
            .contains("solar.tsv:5: Size: must be a number"));
    assertTrue(account.firstRejections().get(2).toString().contains("did you mean \"done\""));
    String all = String.join("\n", lines("solar.jsonl"));
    assertTrue(all.contains("\"aliases\":[\"Sunny INC\"]"), all);
    assertTrue(all.contains("\"value\":5"), all);

    List<String> rejects = lines("solar.rejects.csv");
    assertEquals(4, rejects.size());
    Path mended = folder.resolve("mended.csv");
    Files.writeString(
        mended,
        String.join("\n", rejects)
            .replace("many", "9 kW")
            .replace("California", "CA")
            .replace("donee", "done"));
    RowResults second =
        convert(reader().read("solar").files(List.of(mended)), folder.resolve("m.jsonl"));
    assertEquals(3, second.accepted());
  }

  @Test
  void faultsOfAMapping_comeAllAtOnce() throws IOException {
    mapping(
        """
        sorce: x
        values:
          a: {from: A, splt: ";", as: numbr}
          b: {text: "{c}"}
        entries:
          - kind: frim
            fields: {id: "{aa}"}
          - kind: firm
            when: {e: known}
            fields: {name: {en: "{a:slugg}{a.unit}"}}
        """);
    SourceException fault = assertThrows(SourceException.class, () -> reader().read("solar"));
    String chinese = fault.text().in(Language.ZH);
    assertTrue(chinese.contains("是否应为“number”"), chinese);
    for (String english : List.of("must", "unknown", "but was", "line", "required")) {
      assertFalse(chinese.contains(english), english + " in " + chinese);
    }
    String message = String.valueOf(fault.getMessage());
    assertFalse(message.contains("solar.yaml.entries is required"), "two are written");
    assertFalse(message.contains("a part of a;"), "nobody knows the parts of numbr");
    for (String part :
        List.of(
            "source is required",
            "unknown key \"sorce\" (did you mean \"source\"?)",
            "unknown key \"splt\" (did you mean \"split\"?)",
            "but was numbr (did you mean \"number\"?)",
            "must name a value, but was c",
            "kind must be one of",
            "must name a value, but was aa",
            "must name a value, but was e",
            "must have at least an id",
            "{a:slugg}")) {
      assertTrue(message.contains(part), part + " in " + message);
    }
  }

  @Test
  void valueThatIsDerivedFromItself_rejectsItsRow() throws IOException {
    Files.writeString(folder.resolve("solar.tsv"), "Name\nSunny\n");
    mapping(
        """
        source: x
        files: solar.tsv
        values: {a: {text: "{b}"}, b: {text: "{a}"}}
        entries: [{kind: firm, fields: {id: "{a}"}}]
        """);
    RowResults account = convert();
    assertEquals(1, account.rejected());
    String rejection = account.firstRejections().getFirst().toString();
    assertTrue(rejection.contains("must not be derived from itself"), rejection);
  }

  @Test
  void shippedMappings_areGood_andFitTheSchema() throws IOException {
    ConfigFolder config = new ConfigFolder(Path.of("index-config"));
    MappingReader reader =
        new MappingReader(config, new ConceptFinder(taxonomy(), Set.of()), Gazetteer.empty());
    var schema =
        com.networknt.schema.SchemaRegistry.withDefaultDialect(
                com.networknt.schema.SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(Path.of("index-config/source.schema.json")));
    assertEquals(9, reader.names().size());
    for (String name : reader.names()) {
      reader.read(name);
      var document = config.document("sources/" + name + ".yaml", new greenpair.config.Problems());
      tools.jackson.databind.JsonNode node =
          tools.jackson.databind.json.JsonMapper.shared().valueToTree(document);
      assertEquals(List.of(), schema.validate(node), name);
    }
  }
}
