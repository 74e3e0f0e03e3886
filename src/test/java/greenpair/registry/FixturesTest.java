package greenpair.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import greenpair.registry.config.ConfigFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    CatalogSchema schema = new CatalogSchema(config.schema());
    CatalogJson json = new CatalogJson(config.taxonomy());
    CatalogFiles files = new CatalogFiles(List.of(FIXTURES), json);
    References references = new References();
    List<String> problems = new ArrayList<>();
    files.read(
        reading -> {
          switch (reading) {
            case Reading.Accepted good -> {
              references.note(good.entry(), good.origin());
              schema
                  .problems(good.json())
                  .forEach(each -> problems.add(good.origin() + " " + each));
              assertEquals(good.entry(), json.decode(json.encode(good.entry())));
            }
            case Reading.Rejected bad -> problems.add(bad.toString());
          }
        });
    files.read(
        reading -> {
          if (reading instanceof Reading.Accepted good) {
            references
                .problem(good.entry(), good.origin())
                .ifPresent(each -> problems.add(good.origin() + " " + each));
          }
        });
    assertEquals(List.of(), problems);
  }
}
