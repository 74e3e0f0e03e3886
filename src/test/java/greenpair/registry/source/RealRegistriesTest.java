package greenpair.registry.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import module java.base;

import greenpair.catalog.Deployment;
import greenpair.catalog.Firm;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.catalog.value.Attribute;
import greenpair.concept.ConceptFinder;
import greenpair.registry.LineResult;
import greenpair.registry.config.ConfigFolder;
import greenpair.registry.format.CatalogFiles;
import greenpair.registry.format.CatalogJson;
import greenpair.registry.format.References;
import greenpair.registry.source.convert.Conversion;
import greenpair.registry.source.convert.RowResults;
import greenpair.registry.source.convert.Tolerance;
import greenpair.registry.source.map.Mapping;
import greenpair.registry.source.map.MappingReader;
import greenpair.registry.source.place.Gazetteer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The registries of `../shared/data`, which a clone does not have; `-Dgreenpair.sources=DIR` names
/// another folder.
@Tag("slow")
class RealRegistriesTest {
  private static final ConfigFolder CONFIG = new ConfigFolder(Path.of("index-config"));
  private static final Taxonomy TAXONOMY = CONFIG.taxonomy();
  private static final CatalogJson JSON = new CatalogJson(TAXONOMY);
  private static Path data = Path.of("");
  private static Gazetteer gazetteer = Gazetteer.empty();

  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void findData() throws IOException {
    data = Path.of(System.getProperty("greenpair.sources", "../shared/data"));
    assumeTrue(
        Files.isDirectory(data.resolve("epa-lmop")),
        "skipped: no registries in " + data + "; name their folder with -Dgreenpair.sources=DIR");
    gazetteer = Gazetteer.read(data);
  }

  private static MappingReader mappings() {
    return new MappingReader(CONFIG, new ConceptFinder(TAXONOMY, Set.of()), gazetteer);
  }

  private RowResults convert(Path out, String name) throws IOException {
    Mapping mapping = mappings().read(name);
    return new Conversion(mapping, JSON)
        .run(mapping.files(data), out, Tolerance.ANY, rejected -> {});
  }

  private static List<LineResult.Accepted> read(Path catalog) {
    List<LineResult.Accepted> good = new ArrayList<>();
    new CatalogFiles(List.of(catalog), JSON)
        .read(reading -> good.add((LineResult.Accepted) reading));
    return good;
  }

  @Test
  void everyRegistry_addsUpAndResolves() throws IOException {
    long read = 0;
    long rejected = 0;
    for (String name : mappings().names()) {
      Path out = folder.resolve(name + ".jsonl");
      RowResults account = convert(out, name);
      read += account.read();
      rejected += account.rejected();
      References references = new References();
      List<LineResult.Accepted> entries = read(out);
      entries.forEach(each -> assertTrue(references.note(each.entry(), each.origin()), name));
      for (LineResult.Accepted each : entries) {
        assertEquals(Optional.empty(), references.problem(each.entry(), each.origin()), name);
      }
    }
    assertEquals(964 + 478 + 2622 + 67 + 1520 + 3457 + 4486 + 2114 + 11879, read);
    assertEquals(1, rejected);
  }

  /// Names identify an entity by the state of a public body, not by the legal form of a firm.
  @Test
  void landfillGas_publicBodiesAreOperators_andFirmsAreNot() throws IOException {
    Path out = folder.resolve("roles.jsonl");
    convert(out, "landfill-gas");
    Map<String, Firm.Role> roles = new HashMap<>();
    for (LineResult.Accepted each : read(out)) {
      if (each.entry() instanceof Firm firm && firm.role() != null) {
        roles.put(String.valueOf(firm.name().en()), firm.role());
      }
    }
    for (String firm :
        List.of(
            "Carlson Environmental Consultants, PC",
            "Lego-V, LP",
            "Ameresco, Inc.",
            "West County Energy Recovery Corp.",
            "Will County Energy",
            "Bi-County Gas Producers, LLC")) {
      assertEquals(Firm.Role.DEVELOPER, roles.get(firm), firm);
    }
    for (String body :
        List.of(
            "City of Corona, CA",
            "Burlington County",
            "Burbank Water & Power",
            "University of California at Davis",
            "Omaha Public Power District",
            "Public Utility District No. 1 of Klickitat County")) {
      assertEquals(Firm.Role.OPERATOR, roles.get(body), body);
    }
  }

  /// Dominion Energy and Dominion Energy South Carolina share a name there and no number.
  @Test
  void operators_haveTheirNumbers_soThatNamesakesStayApart() throws IOException {
    Path out = folder.resolve("nsi.jsonl");
    // Another name of one is a web page, which is left out.
    assertEquals(0, convert(out, "nsi-operators").rejected());
    Map<String, List<String>> numbers = new HashMap<>();
    for (LineResult.Accepted each : read(out)) {
      if (each.entry() instanceof Firm firm) {
        numbers.put(firm.id().value(), firm.partner().identifiers());
      }
    }
    assertEquals(List.of("wikidata:Q677464"), numbers.get("nsi-q677464"));
    assertEquals(List.of("wikidata:Q114367619"), numbers.get("nsi-q114367619"));
  }

  /// Two units of Foshan run since 2021, and a third is planned.
  @Test
  void bioenergyPlants_haveOwnersWithShares_andTheSumOfTheirUnits() throws IOException {
    Path out = folder.resolve("gem.jsonl");
    RowResults account = convert(out, "gem-bioenergy");
    assertEquals(2114, account.read());
    assertEquals(1662, account.accepted());
    assertEquals(449, account.merged());
    assertEquals(1, account.rejected());
    Map<String, Deployment> plants = new HashMap<>();
    for (LineResult.Accepted each : read(out)) {
      if (each.entry() instanceof Deployment plant) {
        plants.put(plant.id().value(), plant);
      }
    }
    Deployment foshan = notNull(plants.get("gem-guangdong-foshan-power-station"));
    assertEquals(70, notNull(foshan.quantity()).value());
    assertEquals(Deployment.Status.OPERATING, foshan.status());
    assertEquals(List.of("refuse"), foshan.attributes().of(Attribute.FEEDSTOCK));
    Deployment next = notNull(plants.get("gem-guangdong-foshan-power-station-next"));
    assertEquals(Deployment.Status.PLANNED, next.status());
    Deployment zhongmu = notNull(plants.get("gem-henan-zhongmu-power-station"));
    assertEquals(
        List.of(66.0, 34.0), zhongmu.parties().stream().map(Deployment.Party::share).toList());
  }

  private static <T> T notNull(@Nullable T value) {
    return java.util.Objects.requireNonNull(value);
  }

  @Test
  void theListOfDoubtfulNames_hasTheLeastTrust() {
    MappingReader reader = mappings();
    for (String name : reader.names()) {
      if (!name.equals("cn-firms")) {
        assertTrue(reader.read(name).trust() > reader.read("cn-firms").trust(), name);
      }
    }
  }
}
