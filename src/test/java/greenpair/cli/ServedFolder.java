package greenpair.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import module java.base;

import greenpair.cli.app.Exit;
import greenpair.index.GenerationStore;
import tools.jackson.databind.json.JsonMapper;

/// A folder of a test in which a small good generation is served, and has to stay so whatever is
/// tried.
///
/// @param data the data folder in it
/// @param good the generation that is served
record ServedFolder(Path folder, Path data, String good) {
  static ServedFolder in(Path folder) throws IOException {
    ServedFolder served = new ServedFolder(folder, folder.resolve("data"), "");
    Path catalog =
        served.file("good.jsonl", CatalogLines.CITY, CatalogLines.NEED, CatalogLines.FIRM);
    Ran ran = Ran.on(served.data, "reindex", catalog.toString());
    assertEquals(Exit.OK, ran.code(), ran::toString);
    String good = new GenerationStore(served.data).published().orElseThrow();
    return new ServedFolder(folder, served.data, good);
  }

  /// A file in the folder, of these lines.
  Path file(String name, String... lines) throws IOException {
    return TextFile.in(folder, name, lines);
  }

  /// That the good generation is served as it was, and nothing else is left.
  void assertStays() throws IOException {
    GenerationStore store = new GenerationStore(data);
    assertEquals(good, store.published().orElseThrow());
    try (var left = Files.list(data.resolve("generations"))) {
      assertEquals(List.of(good), left.map(each -> each.getFileName().toString()).toList());
    }
    Ran status = Ran.on(data, "status");
    assertEquals(Exit.OK, status.code(), status::toString);
    assertFalse(status.out().contains("refused"), status.out());
    Ran answer = Ran.on(data, "recommend", "xx-a", "--json");
    assertEquals(good, new JsonMapper().readTree(answer.out()).get("generation").asString());
  }

  /// That a run with these arguments fails and leaves all as it was.
  void assertReindexFails(int code, List<String> arguments, String... words) throws IOException {
    String[] all = Stream.concat(Stream.of("reindex"), arguments.stream()).toArray(String[]::new);
    Ran.on(data, all).assertFails(code, words);
    assertStays();
  }
}
