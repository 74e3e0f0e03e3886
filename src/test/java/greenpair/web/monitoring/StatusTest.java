package greenpair.web.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.index.generation.Manifest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The public data of a generation.
class StatusTest {
  @ParameterizedTest
  @CsvSource({
    "/srv/registries/firms.jsonl, firms.jsonl",
    "C:\\data\\firms.jsonl, firms.jsonl",
    "firms.jsonl, firms.jsonl",
    "changes /srv/day 2/firms.jsonl, changes firms.jsonl",
    "changes firms.jsonl, changes firms.jsonl"
  })
  void source_isNamedWithoutItsFolder(String name, String shown) {
    Manifest manifest =
        new Manifest(
            "20260101T000000.000Z",
            "c",
            "i",
            Instant.EPOCH,
            null,
            Map.of(Kind.CITY, 1L),
            List.of(new Manifest.Source(name, 5, "d")),
            Map.of(),
            null);
    assertEquals(
        List.of(new Manifest.Source(shown, 5, "d")), Status.Generation.of(manifest).sources());
  }
}
