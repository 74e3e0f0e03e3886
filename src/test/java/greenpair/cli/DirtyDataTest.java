package greenpair.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import greenpair.match.RecommendationRequest;
import greenpair.web.answers.StoredRequest;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A catalog like real registries: all optional data is missing and records contradict each other.
/// No request may fail, and contradictions are reported in both languages.
@NullUnmarked // Set by JUnit.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DirtyDataTest {
  private static final String SOURCE = ",\"provenance\":[{\"source\":\"s\",\"verified\":true}]}";
  private static final List<String> LINES =
      List.of(
          "{\"kind\":\"city\",\"id\":\"nowhere\",\"name\":{\"en\":\"Nowhere\"},\"country\":\"US\"",
          "{\"kind\":\"city\",\"id\":\"there\",\"name\":{\"zh\":\"彼处\"},\"country\":\"CN\"",
          "{\"kind\":\"need\",\"id\":\"n1\",\"name\":{\"en\":\"Light\"},\"city\":\"nowhere\","
              + "\"technologies\":[\"LGT.LED\"],\"budget\":{\"max\":0,\"currency\":\"USD\"}",
          "{\"kind\":\"need\",\"id\":\"n2\",\"name\":{\"en\":\"Something\"},\"city\":\"nowhere\"",
          "{\"kind\":\"firm\",\"id\":\"bare\",\"name\":{\"en\":\"Bare\"}",
          "{\"kind\":\"firm\",\"id\":\"young\",\"name\":{\"en\":\"Young\"},\"founded\":2010,"
              + "\"role\":\"vendor\",\"market\":{\"in\":[\"US\"]},\"technologies\":[\"LGT.LED\"]",
          "{\"kind\":\"financier\",\"id\":\"two\",\"name\":{\"en\":\"Two\"},"
              + "\"technologies\":[\"LGT.LED\"],\"ticket\":{\"min\":5,\"currency\":\"EUR\"},"
              + "\"deals\":[{\"max\":1,\"currency\":\"CNY\"},{\"min\":2,\"currency\":\"USD\"}]",
          "{\"kind\":\"financier\",\"id\":\"empty\",\"name\":{\"zh\":\"空\"}",
          "{\"kind\":\"solution\",\"id\":\"led\",\"name\":{\"en\":\"LED\"},\"technologies\":[\"LGT.LED\"]",
          "{\"kind\":\"deployment\",\"id\":\"old\",\"name\":{\"en\":\"Old lights\"},"
              + "\"city\":\"there\",\"technologies\":[\"LGT.LED\"],\"grade\":\"A\",\"end\":1999,"
              + "\"firms\":[\"young\"]",
          "{\"kind\":\"deployment\",\"id\":\"own\",\"name\":{\"en\":\"Own lights\"},"
              + "\"city\":\"nowhere\",\"technologies\":[\"LGT.LED\"],\"grade\":\"A\",\"end\":2020,"
              + "\"firms\":[\"young\"]");

  private CommandWiring engine;
  private LiveIndex live;
  private Snapshot snapshot;

  @BeforeAll
  void index(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("dirty.jsonl");
    Files.write(file, LINES.stream().map(line -> line + SOURCE).toList());
    Ran ran = Ran.on(folder.resolve("data"), "reindex", file.toString());
    assertEquals(Exit.OK, ran.code(), ran.toString());
    engine = CommandWiring.read(Path.of("index-config"));
    live = engine.live(new GenerationStore(folder.resolve("data")));
    live.refresh();
    snapshot = live.acquire();
  }

  @AfterAll
  void close() {
    snapshot.close();
    live.close();
  }

  private static String whole(String answer) {
    assertFalse(answer.contains("NaN") || answer.contains("Infinity"), answer);
    return answer;
  }

  private String answer(String address) {
    return whole(engine.recorder().record(StoredRequest.get(address), snapshot).answer());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cities/nowhere/recommendations?kind=firm",
        "cities/nowhere/recommendations?kind=financier",
        "cities/nowhere/recommendations?kind=solution&lang=zh",
        "cities/there/recommendations?kind=firm",
        "needs/n1/packages",
        "needs/n2/recommendations?kind=firm",
        "partners/two/opportunities",
        "partners/bare/opportunities",
        "gaps",
        "search?q=%E7%81%AF"
      })
  void everyQuestion_isAnsweredWithoutNumbersThatAreNone(String address) {
    assertTrue(answer("/api/v1/" + address).startsWith("{"));
  }

  private String explained(Kind kind, String entry) {
    RecommendationRequest request = RecommendationRequest.ofCity(kind, new EntryId("nowhere"), 10);
    return whole(
        greenpair.web.http.Json.text(
            engine.recommender().explain(request, new EntryId(entry), snapshot)));
  }

  @Test
  void contradictions_areReportedInBothLanguages() {
    String firms = answer("/api/v1/cities/nowhere/recommendations?kind=firm&others=10");
    assertTrue(firms.contains("the case old of 1999 is older than the firm, founded in 2010"));
    assertTrue(firms.contains("记录矛盾：案例old（1999年）早于企业成立年份（2010年）"));
    String two = explained(Kind.FINANCIER, "two");
    assertTrue(two.contains("in several currencies (CNY, EUR, USD)"), two);
    String bare = explained(Kind.FIRM, "bare") + explained(Kind.FINANCIER, "empty");
    assertFalse(bare.contains("ontradict"), bare);
  }

  @Test
  void linesThatContradictThemselves_areRejectedWithTheirRules(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("bad.jsonl");
    List<String> lines =
        List.of(
            "\"kind\":\"city\",\"id\":\"c\",\"name\":{\"en\":\"C\"},\"country\":\"US\"",
            "\"kind\":\"need\",\"id\":\"n\",\"name\":{\"en\":\"N\"},\"city\":\"c\","
                + "\"technologies\":[\"NO.SUCH\"]",
            "\"kind\":\"financier\",\"id\":\"f\",\"name\":{\"en\":\"F\"},"
                + "\"ticket\":{\"min\":9,\"max\":1,\"currency\":\"USD\"}",
            "\"kind\":\"deployment\",\"id\":\"d\",\"name\":{\"en\":\"D\"},\"city\":\"c\","
                + "\"grade\":\"A\",\"start\":2020,\"end\":2010");
    Files.write(file, lines.stream().map(line -> "{" + line + SOURCE).toList());

    Ran ran = Ran.of("validate", file.toString());

    assertEquals(Exit.BAD_DATA, ran.code(), ran.toString());
    String said = ran.out() + ran.err();
    assertTrue(said.contains("NO.SUCH"), said);
    assertTrue(said.contains("ticket.max must not be below min, 9, but was 1"), said);
    assertTrue(said.contains("end must not be below start, 2020, but was 2010"), said);
  }
}
