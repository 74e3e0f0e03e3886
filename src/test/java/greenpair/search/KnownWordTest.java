package greenpair.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.cli.Workbench;
import greenpair.index.LiveIndex;
import greenpair.index.contract.SearchWord;
import greenpair.index.read.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A word is a misspelling only if no kind has it.
class KnownWordTest {
  @TempDir private Path data;

  @Test
  void word_ofAnotherKind_isNoMisspelling() throws IOException {
    Path catalog = data.resolve("catalog.jsonl");
    Files.write(
        catalog,
        List.of(
            entry("firm", "Zorbatten", ",\"description\":{\"en\":\"Zorbatten\"}"),
            entry("solution", "Zorbaten", ",\"technologies\":[\"BLD.ENV.RET\"]")));
    Workbench workbench = new Workbench(Path.of("index-config"));
    workbench.reindexQuietly(List.of(catalog), data.resolve("index"));
    try (LiveIndex live = workbench.open(data.resolve("index"));
        Snapshot snapshot = live.acquire()) {
      assertEquals(List.of(), near(snapshot, "zorbatten"));
      assertEquals(List.of("zorbaten"), near(snapshot, "zorbatn"));
    }
  }

  private static List<String> near(Snapshot snapshot, String text) {
    Map<Kind, List<SearchWord>> words =
        snapshot.texts().words(List.of(Kind.FIRM, Kind.SOLUTION), text);
    return words.getOrDefault(Kind.SOLUTION, List.of()).getFirst().near();
  }

  private static String entry(String kind, String name, String more) {
    return "{\"kind\":\"%s\",\"id\":\"x\",\"name\":{\"en\":\"%s\"}%s,\"provenance\":[{\"source\":\"test\",\"verified\":false}]}"
        .formatted(kind, name, more);
  }
}
