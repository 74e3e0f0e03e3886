package greenpair.cli.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Shared;
import greenpair.cli.Ran;
import greenpair.cli.ServedCohort;
import greenpair.cli.TextFile;
import greenpair.cli.app.Exit;
import greenpair.index.GenerationStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Commands that build, check and show what is served.
class ReindexCommandTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  @RegisterExtension static final Shared<ServedCohort> COHORT = ServedCohort.shared();

  @TempDir private Path folder;
  private final ServedCohort cohort = COHORT.get();

  @Test
  void reindex_ofTheFixtures_countsThemAndNamesTheGeneration() {
    for (String line :
        List.of(
            "city        272\n",
            "need        66\n",
            "firm        552\n",
            "financier   116\n",
            "solution    111\n",
            "deployment  790\n")) {
      assertTrue(cohort.reindexed.contains(line), cohort.reindexed);
    }
    String id = new GenerationStore(cohort.data).published().orElseThrow();
    assertTrue(cohort.reindexed.endsWith("published generation " + id + "\n"), cohort.reindexed);
  }

  @Test
  void reindex_ofAFileWrittenByHand_isServedAtOnce() throws IOException {
    Path mine =
        TextFile.in(
            folder,
            "mine.jsonl",
            """
            {"kind":"city","id":"xx-riverton","name":{"en":"Riverton","zh":"里弗顿"},\
            "country":"US","region":"US-CA","place":{"lat":37.1,"lon":-121.9},\
            "provenance":[{"source":"https://example.org/riverton","verified":true}]}
            """,
            """
            {"kind":"need","id":"xx-riverton-n1","city":"xx-riverton",\
            "name":{"en":"Electric buses for two routes","zh":"两条线路的纯电动公交"},\
            "technologies":["TRN.PUB.EBS"],\
            "provenance":[{"source":"https://example.org/riverton","verified":true}]}
            """);
    Path elsewhere = folder.resolve("data");
    Ran reindex = Ran.on(elsewhere, "reindex", mine.toString());
    assertEquals(Exit.OK, reindex.code(), reindex::toString);
    assertTrue(reindex.out().contains("kind        entries\ncity        1\nneed        1\n"));
    assertTrue(reindex.out().contains("The ranking uses the shipped weights"), reindex.out());

    Ran none = Ran.on(elsewhere, "recommend", "xx-riverton");
    assertEquals(Exit.OK, none.code());
    assertTrue(none.out().contains("No new firm can be recommended to Riverton"), none.out());
  }

  @Test
  void reindex_again_keepsAsManyGenerationsAsAsked() throws IOException {
    Path elsewhere = folder.resolve("data");
    for (int i = 0; i < 3; i++) {
      String firm =
          "{\"kind\":\"firm\",\"id\":\"acme\",\"name\":{\"en\":\"Acme "
              + i
              + "\"},\"provenance\":[{\"source\":\"by hand\",\"verified\":true}]}";
      String mine = TextFile.in(folder, "mine.jsonl", firm).toString();
      assertEquals(Exit.OK, Ran.on(elsewhere, "reindex", mine, "--keep", "2").code());
      Ran again = Ran.on(elsewhere, "reindex", mine, "--keep", "2");
      assertTrue(again.out().contains("nothing changed since generation"), again::toString);
    }
    GenerationStore store = new GenerationStore(elsewhere);
    assertEquals(2, store.list().size());
    assertEquals(3, store.journal().size());

    String last = store.published().orElseThrow();
    Ran back = Ran.on(elsewhere, "rollback", "--reason", "a slip");
    assertEquals(Exit.OK, back.code(), back::toString);
    assertTrue(store.published().orElseThrow().compareTo(last) < 0);
    Ran status = Ran.on(elsewhere, "status");
    assertTrue(status.out().contains(": a slip"), status::toString);
    assertEquals(Exit.BAD_DATA, Ran.on(elsewhere, "rollback").code(), "none is older");
  }

  @Test
  void status_json_isTheHttpDocumentWithoutTheServer() throws Exception {
    ObjectNode served = (ObjectNode) MAPPER.readTree(cohort.http("/api/v1/status"));
    served.remove("server");
    assertEquals(served, cohort.json("status", "--json"));
  }
}
