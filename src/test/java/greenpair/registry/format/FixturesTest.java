package greenpair.registry.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.Financier;
import greenpair.catalog.Firm;
import greenpair.catalog.PartialDate;
import greenpair.catalog.Provenance;
import greenpair.registry.LineResult;
import greenpair.registry.config.ConfigFolder;
import org.junit.jupiter.api.Test;

/// The demonstration cohort is valid by both the reader and the schema.
class FixturesTest {
  private static final Path FIXTURES = Path.of("fixtures");
  private static final Path CONFIG = Path.of("index-config");

  @Test
  void fixtures_areReadAndChecked_haveNoProblem() {
    assumeTrue(
        Files.exists(FIXTURES.resolve("firms.jsonl"))
            && Files.exists(CONFIG.resolve("taxonomy.jsonl")),
        "no fixtures here");
    ConfigFolder config = new ConfigFolder(CONFIG);
    CatalogJson json = new CatalogJson(config.taxonomy());
    CatalogFiles files = new CatalogFiles(List.of(FIXTURES), json);
    References references = new References();
    List<String> problems = new ArrayList<>();
    files.read(
        reading -> {
          switch (reading) {
            case LineResult.Accepted good -> {
              references.note(good.entry(), good.origin());
              CatalogSchemaTest.problems(new String(good.json(), StandardCharsets.UTF_8))
                  .forEach(each -> problems.add(good.origin() + " " + each));
              assertEquals(good.entry(), json.decode(json.encode(good.entry())));
            }
            case LineResult.Rejected bad -> problems.add(bad.toString());
          }
        });
    files.read(
        reading -> {
          if (reading instanceof LineResult.Accepted good) {
            references
                .problem(good.entry(), good.origin())
                .ifPresent(each -> problems.add(good.origin() + " " + each));
          }
        });
    assertEquals(List.of(), problems);
  }

  /// The year of a firm's work is not the date of the page that reports it.
  @Test
  void partnerInBusiness_restsOnADatedSourceThatIsNotOlder() {
    assumeTrue(Files.exists(FIXTURES.resolve("firms.jsonl")), "no fixtures here");
    ConfigFolder config = new ConfigFolder(CONFIG);
    List<String> problems = new ArrayList<>();
    new CatalogFiles(List.of(FIXTURES), new CatalogJson(config.taxonomy()))
        .read(
            reading -> {
              if (reading instanceof LineResult.Accepted good
                  && !isSeenByADatedSource(good.entry())) {
                problems.add(good.origin() + " " + good.entry().id());
              }
            });
    assertEquals(List.of(), problems);
  }

  private static boolean isSeenByADatedSource(Entry entry) {
    PartialDate seen =
        switch (entry) {
          case Firm firm -> firm.partner().seen();
          case Financier financier -> financier.partner().seen();
          default -> null;
        };
    return seen == null
        || Provenance.of("seen", entry.profile().provenance()).stream()
            .map(Provenance::published)
            .anyMatch(date -> date != null && !date.last().isBefore(seen.first()));
  }
}
