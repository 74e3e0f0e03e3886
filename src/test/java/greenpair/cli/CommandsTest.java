package greenpair.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.registry.ConfigFolder;
import greenpair.web.Server;
import greenpair.web.WebSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The commands as people and programs call them, on the demonstration cohort.
class CommandsTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir private static Path data;
  private static String reindexed = "";
  private static AutoCloseable open = () -> {};
  private static int port;

  @TempDir private Path folder;

  @BeforeAll
  static void index() {
    Ran reindex = Ran.on(data, "reindex");
    assertEquals(Exit.OK, reindex.code(), reindex::toString);
    reindexed = reindex.out();
    Workbench workbench = new Workbench(Path.of("index-config"));
    LiveIndex live = workbench.open(data);
    Server server = workbench.server(data, live, WebSettings.DEFAULT);
    server.start("127.0.0.1", 0);
    port = server.port();
    open =
        () -> {
          server.stop();
          live.close();
        };
  }

  @AfterAll
  static void close() throws Exception {
    open.close();
  }

  private static Ran good(String... arguments) {
    Ran ran = Ran.on(data, arguments);
    assertEquals(Exit.OK, ran.code(), ran::toString);
    assertEquals("", ran.err());
    return ran;
  }

  private static JsonNode json(String... arguments) {
    return MAPPER.readTree(good(arguments).out());
  }

  private static String http(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    HttpResponse<byte[]> response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
    assertEquals(200, response.statusCode());
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private Path file(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  // reindex, validate, status

  @Test
  void reindex_ofTheFixtures_countsThemAndNamesTheGeneration() {
    for (String line :
        List.of(
            "city        21\n",
            "need        66\n",
            "firm        89\n",
            "financier   38\n",
            "solution    111\n",
            "deployment  64\n")) {
      assertTrue(reindexed.contains(line), reindexed);
    }
    String id = new GenerationStore(data).published().orElseThrow();
    assertTrue(reindexed.endsWith("published generation " + id + "\n"), reindexed);
  }

  @Test
  void validate_ofTheFixtures_findsThemAllGood() {
    assertEquals("389 entries, all good\n", good("validate", "fixtures").out());
  }

  @Test
  void reindex_ofAFileWrittenByHand_isServedAtOnce() throws IOException {
    Path mine =
        file(
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
    assertTrue(reindex.out().startsWith("kind        entries\ncity        1\nneed        1\n"));

    Ran none = Ran.on(elsewhere, "recommend", "xx-riverton");
    assertEquals(Exit.OK, none.code());
    assertTrue(none.out().contains("No verified vendor yet for the needs of Riverton"), none.out());
  }

  @Test
  void reindex_again_keepsAsManyGenerationsAsAsked() throws IOException {
    Path elsewhere = folder.resolve("data");
    for (int i = 0; i < 3; i++) {
      String firm =
          "{\"kind\":\"firm\",\"id\":\"acme\",\"name\":{\"en\":\"Acme "
              + i
              + "\"},\"provenance\":[{\"source\":\"by hand\",\"verified\":true}]}";
      String mine = file("mine.jsonl", firm).toString();
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
  void status_forPeople_showsThePublishedGeneration() {
    String id = new GenerationStore(data).published().orElseThrow();
    String out = good("status").out();
    assertTrue(out.contains(id), out);
    assertTrue(out.contains("  89     64           published, in use\n"), out);
    assertTrue(out.endsWith("ready\n"), out);
  }

  @Test
  void status_json_isTheHttpDocumentWithoutTheServer() throws Exception {
    ObjectNode served = (ObjectNode) MAPPER.readTree(http("/api/status"));
    served.remove("server");
    assertEquals(served, json("status", "--json"));
  }

  @Test
  void status_ofAnEmptyFolder_saysWhatToDo() {
    Ran ran = Ran.on(folder, "status");
    assertEquals(Exit.NOTHING_TO_SERVE, ran.code());
    assertTrue(ran.out().endsWith("nothing to serve; run: greenpair reindex\n"), ran.out());
    assertFalse(MAPPER.readTree(Ran.on(folder, "status", "--json").out()).get("ready").asBoolean());
  }

  // recommend, explain, search

  @ParameterizedTest
  @CsvSource({
    "us-ca-losangeles, firm",
    "us-ca-losangeles, financier",
    "us-ca-losangeles, solution",
    "cn-jilin, firm",
    "cn-shenzhen, financier",
    "us-ca-berkeley, solution"
  })
  void recommend_json_isTheHttpDocumentToTheByte(String city, String kind) throws Exception {
    assertEquals(
        http("/api/cities/" + city + "/recommendations?kind=" + kind + "&limit=7") + "\n",
        good("recommend", city, "--kind", kind, "--limit", "7", "--json").out());
  }

  @Test
  void recommend_json_forOneNeed_isTheHttpDocumentToTheByte() throws Exception {
    assertEquals(
        http("/api/needs/cn-shenzhen-n3/recommendations?kind=financier") + "\n",
        good(
                "recommend",
                "cn-shenzhen",
                "--kind",
                "financier",
                "--need",
                "cn-shenzhen-n3",
                "--json")
            .out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"虚拟电厂", "heat pump", "Yan'an"})
  void search_json_isTheHttpDocumentToTheByte(String words) throws Exception {
    String q = "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    assertEquals(
        http("/api/solutions" + q) + "\n",
        good("search", words, "--kind", "solution", "--json").out());
    assertEquals(
        http("/api/partners" + q) + "\n",
        good("search", words, "--kind", "firm,financier", "--json").out());
  }

  @Test
  void recommend_forPeople_tellsWhoWhyAndByWhat() {
    String out = good("recommend", "us-ca-oakland", "--limit", "3").out();
    String message = "Firms with checked cases for the needs of Oakland, best first.\n";
    assertTrue(out.startsWith(message), out);
    assertTrue(
        out.contains("  Zum  [zum]\n      Zum offers what the need asks for: electric school bus"),
        out);
    assertTrue(out.contains("\nLeads, no checked case yet\n 1  "), out);
    assertTrue(out.replaceAll(" +", " ").contains("\nblocpower alive It is reported out"), out);
    String id = new GenerationStore(data).published().orElseThrow();
    assertTrue(out.contains("generation " + id + ", configuration "), out);
  }

  @Test
  void caseNearACity_isToldByItsOwnPlace() {
    String english = good("recommend", "us-ca-losangeles", "--need", "us-ca-losangeles-n2").out();
    assertTrue(english.contains("Kern County, serving LADWP (near Los Angeles)  "), english);
    String chinese =
        good("recommend", "us-ca-losangeles", "--need", "us-ca-losangeles-n2", "--lang", "zh")
            .out();
    assertTrue(chinese.contains("克恩县，向洛杉矶水电局（LADWP）供电（洛杉矶附近）  "), chinese);
  }

  @Test
  void recommend_inChinese_isChinese() {
    String out = good("recommend", "cn-jilin", "--lang", "zh").out();
    assertTrue(out.startsWith("吉林市的需求目前没有经核实的供应商。"), out);
    assertTrue(out.contains("最接近的技术案例\n"), out);
  }

  @Test
  void recommend_json_hasWhatEveryProgramNeeds() {
    JsonNode answer = json("recommend", "us-ca-oakland", "--json");
    JsonNode first = answer.get("recommendations").get(0);
    for (String key : List.of("id", "kind", "name", "score", "explanation")) {
      assertTrue(first.has(key), key);
    }
    assertEquals(first.get("score"), first.get("explanation").get("value"));
    for (JsonNode part : first.get("explanation").get("parts")) {
      for (String key : List.of("signal", "weight", "value", "contribution")) {
        assertTrue(part.has(key), key);
      }
    }
    assertEquals(
        3,
        json("recommend", "us-ca-oakland", "--kind", "solution", "--limit", "3", "--json")
            .get("recommendations")
            .size());
  }

  @Test
  void search_json_hasWhatEveryProgramNeeds() {
    JsonNode hits = json("search", "electric", "bus", "--json").get("hits");
    assertEquals(10, hits.size());
    for (JsonNode hit : hits) {
      for (String key : List.of("id", "kind", "name", "score")) {
        assertTrue(hit.has(key), key);
      }
    }
  }

  @Test
  void search_forPeople_isATableInTheirLanguage() {
    String english = good("search", "Zum", "--limit", "1").out();
    assertTrue(english.startsWith("score  kind  id   name  why\n"), english);
    assertTrue(english.contains("  firm  zum  Zum   "), english);
    String chinese = good("search", "煤改电", "--kind", "solution", "--lang", "zh").out();
    assertTrue(chinese.contains("清洁取暖"), chinese);
  }

  @Test
  void search_withATechnology_findsOnlyWhatHasItOrOneBelow() {
    for (JsonNode hit :
        json("search", "storage", "--technology", "GRD.STO", "--json").get("hits")) {
      boolean storage =
          hit.get("technologies")
              .valueStream()
              .anyMatch(each -> each.get("code").asString().startsWith("GRD.STO"));
      assertTrue(storage, hit::toString);
    }
  }

  @Test
  void explain_json_isTheExplanationOfTheRecommendation() {
    JsonNode recommended = null;
    for (JsonNode each : json("recommend", "us-ca-oakland", "--json").get("recommendations")) {
      recommended = each.get("id").asString().equals("zum") ? each : recommended;
    }
    JsonNode explained = json("explain", "us-ca-oakland", "zum", "--json");
    assertTrue(recommended != null);
    for (String key :
        List.of(
            "id",
            "kind",
            "name",
            "score",
            "explanation",
            "need",
            "reason",
            "evidence",
            "gates",
            "cautions",
            "verified")) {
      assertEquals(java.util.Objects.requireNonNull(recommended).get(key), explained.get(key), key);
    }
  }

  @Test
  void solution_ofTwoTechnologies_isProvenOnceByACaseOfBoth() throws IOException {
    String sources = "\"provenance\":[{\"source\":\"test\",\"verified\":true}]";
    String codes = "\"technologies\":[\"LGT.LED\",\"LGT.SML\"]," + sources;
    Path mine =
        file(
            "mine.jsonl",
            "{'kind':'city','id':'xx-a','name':{'en':'A'},'country':'US',".replace('\'', '"')
                + sources
                + "}",
            "{'kind':'need','id':'xx-a-n1','name':{'en':'N'},'city':'xx-a',".replace('\'', '"')
                + codes
                + "}",
            "{'kind':'solution','id':'lamps','name':{'en':'L'},".replace('\'', '"') + codes + "}",
            "{'kind':'deployment','id':'d1','name':{'en':'D'},'city':'xx-a','grade':'A','end':2025,"
                    .replace('\'', '"')
                + codes
                + "}");
    Path elsewhere = folder.resolve("data");
    assertEquals(Exit.OK, Ran.on(elsewhere, "reindex", mine.toString()).code());
    Ran explained = Ran.on(elsewhere, "explain", "xx-a", "lamps", "--json");
    assertEquals(1, MAPPER.readTree(explained.out()).get("evidence").size(), explained::toString);
  }

  @Test
  void explain_forPeople_hasContributionsThatAddUpToTheScore() {
    String out = good("explain", "us-ca-oakland", "zum").out();
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal score = BigDecimal.ONE.negate();
    for (String line : out.lines().toList()) {
      if (line.matches("score +[0-9.]+")) {
        score = new BigDecimal(line.replaceAll("score +", ""));
      } else if (line.matches(".* [0-9.]{5} +[0-9.]{5} +[0-9.]{8}.*")) {
        sum = sum.add(new BigDecimal(line.replaceAll(".* ([0-9]\\.[0-9]{6}).*", "$1")));
      }
    }
    assertEquals(score, sum, out);
    assertTrue(out.startsWith("Zum, need us-ca-oakland-n1\n"), out);
    assertTrue(out.contains("case d009  grade C"), out);
    assertTrue(out.contains("pass  alive: "), out);
  }

  @Test
  void explain_ofAnExcludedOne_saysWhichGateFails() {
    String out = good("explain", "us-ca-oakland", "adb").out();
    assertTrue(out.contains("fail  market: The city lies outside its market or mandate."), out);
    assertTrue(good("explain", "us-ca-sanjose", "proterra").out().contains("fail  alive: "));
  }

  @Test
  void numbers_areWrittenWithAPoint_inAnyLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertTrue(good("explain", "us-ca-oakland", "zum").out().matches("(?s).* 0\\.[0-9]{6}\n.*"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void record_isReplayed_isTheSameToTheByte() {
    String file = folder.resolve("decision.json").toString();
    good("recommend", "cn-guiyang", "--kind", "financier", "--record", file);
    assertTrue(good("replay", file).out().startsWith("same to the byte: generation "));
  }

  @Test
  void record_ofADescribedNeed_isReplayedUnderAnotherConfiguration() throws IOException {
    String file = folder.resolve("described.json").toString();
    Path body = folder.resolve("need.json");
    Files.writeString(
        body, "{\"city\": \"cn-jilin\", \"kind\": \"solution\", \"text\": \"热泵 heating\"}");
    good("record", "/api/v1/recommendations", "--body", body.toString(), "--out", file);
    Path other = Files.createDirectory(folder.resolve("other-config"));
    new ConfigFolder(Path.of("index-config")).copyTo(other);
    Files.writeString(other.resolve("ranking.yaml"), "\n# changed\n", StandardOpenOption.APPEND);

    Ran same = good("replay", file, "--config", other.toString());

    assertTrue(same.out().startsWith("same to the byte: generation "), same.toString());
    Path kept;
    try (var copies = Files.list(data.resolve("configurations"))) {
      kept = copies.findFirst().orElseThrow();
    }
    Path away = folder.resolve("away");
    Files.move(kept, away);
    Ran gone = Ran.on(data, "replay", file, "--config", other.toString());
    Files.move(away, kept);
    assertEquals(Exit.BAD_DATA, gone.code(), gone.toString());
    assertTrue(gone.err().contains("no good copy is kept"), gone.err());
  }

  // run, evaluate

  private Path outsideCatalog() throws IOException {
    String firm =
        """
        {"kind":"firm","id":"%s","name":{"en":"%s"},"technologies":["LGT.LED"],\
        "provenance":[{"source":"test","verified":true}]}\
        """;
    return file(
        "outside.jsonl",
        firm.formatted("short", "Quorvex"),
        firm.formatted("long", "Quorvex of many other good things for people"),
        firm.formatted("other", "Something else"));
  }

  private Path topics() throws IOException {
    return file("topics.jsonl", "{\"id\":\"t1\",\"kind\":\"firm\",\"text\":\"Quorvex\"}");
  }

  @Test
  void run_onAnOutsideCatalog_isATrecRunBestFirst() throws IOException {
    String out =
        good("run", topics().toString(), "--catalog", outsideCatalog().toString(), "--tag", "mine")
            .out();
    List<String> lines = out.lines().toList();
    assertEquals(2, lines.size(), out);
    assertTrue(lines.get(0).matches("t1 Q0 short 1 [0-9.]+ mine"), out);
    assertTrue(lines.get(1).matches("t1 Q0 long 2 [0-9.]+ mine"), out);
  }

  @Test
  void evaluate_ofARunOnAnOutsideCatalog_hasTheValuesReckonedByHand() throws IOException {
    Path run = folder.resolve("mine.run");
    assertEquals(
        "",
        good(
                "run",
                topics().toString(),
                "--catalog",
                outsideCatalog().toString(),
                "--out",
                run.toString())
            .out());
    // Relevant is the second of two: 1/log2(3) = 0.6309, and 1/2.
    Path qrels = file("q.qrels", "t1 0 long 1");
    String out =
        good(
                "evaluate",
                "--qrels",
                qrels.toString(),
                "--run",
                run.toString(),
                "--metrics",
                "ndcg@10,mrr,recall@100,hit@1")
            .out();
    assertTrue(out.contains("ndcg@10     0.6309  0.6309  0.6309  1\n"), out);
    assertTrue(out.contains("mrr         0.5000  0.5000  0.5000  1\n"), out);
    assertTrue(out.contains("recall@100  1.0000  1.0000  1.0000  1\n"), out);
    assertTrue(out.contains("hit@1       0.0000  0.0000  0.0000  1\n"), out);
  }

  @Test
  void evaluate_ofTopicsAnsweredNow_isTheSameAsOfTheirRun() throws IOException {
    String qrels = file("q.qrels", "t1 0 long 1", "t1 0 other 2").toString();
    JsonNode report =
        json(
            "evaluate",
            "--qrels",
            qrels,
            "--topics",
            topics().toString(),
            "--catalog",
            outsideCatalog().toString(),
            "--json");
    JsonNode ndcg = report.get("results").get(0);
    assertEquals("ndcg@10", ndcg.get("metric").asString());
    // DCG 1/log2(3), ideal 3 + 1/log2(3) with gains 2^2 - 1 and 2^1 - 1.
    double gain = 1 / (Math.log(3) / Math.log(2));
    assertEquals(gain / (3 + gain), ndcg.get("mean").asDouble(), 1e-9);
  }

  @Test
  void evaluate_againstABaseline_comparesTopicByTopic() throws IOException {
    String qrels = file("q.qrels", "t1 0 a 1", "t2 0 a 1").toString();
    String worse = file("old.run", "t1 Q0 b 1 2 x", "t1 Q0 a 2 1 x", "t2 Q0 a 1 1 x").toString();
    String better = file("new.run", "t1 Q0 a 1 2 x", "t2 Q0 a 1 1 x").toString();
    String out =
        good("evaluate", "--qrels", qrels, "--run", better, "--baseline", worse, "--metrics", "mrr")
            .out();
    assertTrue(
        out.contains("mrr: 0.7500 -> 1.0000 (+0.2500), 1 wins, 0 losses, 1 ties, p = "), out);
  }

  @Test
  void run_withACatalog_leavesNothingInTheTemporaryFolder() throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    List<String> before = leftovers(temporary);
    good("run", topics().toString(), "--catalog", outsideCatalog().toString());
    assertEquals(before, leftovers(temporary));
  }

  private static List<String> leftovers(Path temporary) throws IOException {
    try (var paths = Files.list(temporary)) {
      return paths
          .map(path -> path.getFileName().toString())
          .filter(name -> name.startsWith("greenpair-run"))
          .sorted()
          .toList();
    }
  }
}
