package greenpair.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Language;
import greenpair.cli.app.Exit;
import greenpair.registry.config.ConfigFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// What a command that fails says to somebody who reads Chinese.
class ChineseErrorsTest {
  private static final Pattern ENGLISH =
      Pattern.compile(
          "(?<![-\\w./])(is|are|was|must|has|have|not|cannot|may|names|unknown|missing|the|of|and"
              + "|needs|already|does|only|error|at)(?![-\\w./])");

  /// Values, paths, options and addresses as they were given.
  private static final Pattern GIVEN =
      Pattern.compile("“[^”]*”|\"[^\"]*\"|实际为[^；\n]*|\\S*[/.]\\S+|--\\S+");

  @TempDir private static Path cohort;

  @TempDir private Path folder;

  @BeforeAll
  static void index() {
    assertEquals(Exit.OK, Ran.on(cohort, "reindex").code());
  }

  /// Asserts that the command fails without an English word.
  private static void assertChinese(String... words) {
    StringWriter err = new StringWriter();
    CommandLine line = Main.commandLine(Language.ZH, words);
    int code = line.setErr(new PrintWriter(err, true)).execute(words);
    assertNotEquals(Exit.OK, code, err::toString);
    String own = GIVEN.matcher(err.toString()).replaceAll("");
    assertTrue(!own.contains("原文") && !ENGLISH.matcher(own).find(), err::toString);
  }

  private String file(String name, String... lines) throws IOException {
    return TextFile.in(folder, name, lines).toString();
  }

  @Test
  void topicsRunsJudgementsAndMetrics_areRefusedInChinese() throws IOException {
    String data = cohort.toString();
    String topics =
        file(
            "topics.jsonl",
            "{\"id\":\"b\"}",
            "{\"id\":\"c\",\"txt\":\"bus\"}",
            "{",
            "[]",
            "{\"id\":\"a\",\"text\":\"lamp\"}",
            "{\"id\":\"a\",\"text\":\"lamp\"}",
            "{\"id\":\"a a\",\"text\":\"lamp\"}",
            "{\"id\":\"n\",\"need\":\"cn-jilin-n1\"}",
            "{\"id\":\"m\",\"text\":7}",
            "{\"text\":\"bus\"}",
            "{\"id\":\"k\",\"text\":\"bus\",\"known\":\"byd\"}",
            "{\"id\":\"l\",\"text\":\"bus\",\"known\":[\"b y d\"]}",
            "{\"id\":\"d\",\"text\":\"bus\",\"kind\":\"bank\"}",
            "{\"id\":\"e\",\"technologies\":[\"TRN.PUB.EBX\"]}",
            "{\"id\":\"f\",\"technologies\":\"TRN.PUB.EBS\"}");
    assertChinese("eval", "run", topics, "--data", data);
    String queries =
        file(
            "queries.jsonl",
            "{\"id\":\"a\",\"sort\":\"x\",\"language\":\"fr\",\"q\":\"bus\"}",
            "{\"id\":\"b\",\"sort\":\"x\",\"language\":\"en\",\"q\":\"bus\",\"filters\":{\"x\":\"1\"}}");
    assertChinese("eval", "run", queries, "--data", data);
    String qrels = file("q.qrels", "t1 0 a", "t1 0 b high", "t1 0 c 1", "t1 0 c 1");
    String run =
        file("r.run", "t1 Q0 a one 1 x", "t1 Q0 b 1 NaN x", "t1 Q0 c 1 1 y", "t Q0 d 1 1 z");
    assertChinese("eval", "score", "--qrels", qrels, "--run", run);
    String good = file("good.qrels", "t1 0 a 0");
    String ranked = file("good.run", "t1 Q0 a 1 1 x");
    assertChinese("eval", "score", "--qrels", good, "--run", ranked);
    assertChinese("eval", "score", "--qrels", file("empty.qrels", "# none"), "--run", ranked);
    assertChinese(
        "eval",
        "score",
        "--qrels",
        good,
        "--run",
        ranked,
        "--metrics",
        "ndgc@10,p,ap@5,p@0,,p@x@y");
    assertChinese("eval", "run", topics, "--data", data, "--depth", "0");
    assertChinese("eval", "split", folder.toString(), "--windows");
    assertChinese("source", "split", "fixtures", "--out", folder + "/split", "--windows", "-1");
  }

  @Test
  void configurations_areRefusedInChinese() throws IOException {
    Path config = folder.resolve("config");
    new ConfigFolder(Path.of("index-config")).copyTo(config);
    for (String[] each :
        new String[][] {
          {"ranking.yaml", "candidates: 200", "candidates: 5"},
          {"ranking.yaml", "half_life: 10", "halflife: 10"},
          {"ranking.yaml", "city: calibrated", "city: no"},
          {"similarity.yaml", "default: ", "standard: "},
          {"phrases.yaml", "{}", "reason.no_kase: {en: \"No.\", zh: \"无。\"}"},
          {"publish.yaml", "unverified: show", "unverified: maybe"},
          {"eligibility.yaml", "    since: \"2021-12-20\"\n", ""},
          {"eligibility.yaml", "    since: \"2024\"", "    since: soon"},
          {"eligibility.yaml", "CN: [", "China: ["},
          {"taxonomy.jsonl", "\"code\":\"LGT.LED\"", "\"code\":\"LGT.LED.\""},
          {"glossary.csv", "LGT.LED,en,LED streetlight", "LGT.LED,fr,LED streetlight"},
          {"lexicon.tsv", "\npiano\t", "\npiano "}
        }) {
      Path file = config.resolve(each[0]);
      Files.writeString(file, Files.readString(file).replace(each[1], each[2]));
    }
    Files.write(config.resolve("vectors.bin"), new byte[] {1, 2, 3});
    assertChinese("reindex", "fixtures", "--config", config + "", "--data", folder + "/data");
    Files.write(config.resolve("lexicon.tsv"), "café\t咖啡馆".getBytes(StandardCharsets.UTF_16));
    Files.delete(config.resolve("publish.yaml"));
    assertChinese("reindex", "fixtures", "--config", config + "", "--data", folder + "/data");
    assertChinese("reindex", "fixtures", "--config", folder + "/none", "--data", folder + "/data");
  }

  @Test
  void settings_areRefusedInChinese() throws IOException {
    String settings =
        file(
            "greenpair.yaml",
            "port: many",
            "colour: green",
            "log_format: xml",
            "database: mysql:x",
            "schedule: never",
            "smtp_host: mail.example.org",
            "smtp_from: nobody",
            "openid_issuer: http://id.example.org",
            "openid_cities: a=b c",
            "time_zone: Mars");
    assertChinese("config", "--settings", settings);
    assertChinese("config", "--settings", file("broken.yaml", "port: [", "x"));
  }

  @Test
  void filesAndRecords_areRefusedInChinese() throws IOException {
    String data = folder.resolve("data").toString();
    assertChinese("replay", file("a.json", "{"), "--data", cohort.toString());
    assertChinese("replay", file("b.json", "{}"), "--data", cohort.toString());
    assertChinese("plan", "check", file("c.json", "{}"), "--data", cohort.toString());
    assertChinese("validate", Files.createDirectory(folder.resolve("empty")).toString());
    assertChinese("validate", file("pack.jsonl", "PK"));
    assertChinese("validate", "fixtures", "fixtures");
    assertChinese("status", "--data", data);
    assertChinese("data", "restore", file("d.zip", "PK no zip"), "--data", data);
    assertChinese("data", "import", file("e.jsonl", "{"), "--data", data);
    assertChinese("token", "create", "--name", "x", "--role", "city", "--data", data);
    assertChinese("recommend", "cn-jilin", "--limit", "1", "--limit", "2");
    Path emptied = Files.createDirectories(folder.resolve("emptied"));
    Files.createFile(emptied.resolve("program.db"));
    assertChinese("token", "list", "--data", emptied.toString());
  }

  @Test
  void mappingsOfDatabases_areRefusedInChinese() throws IOException {
    Path config = folder.resolve("config");
    new ConfigFolder(Path.of("index-config")).copyTo(config);
    Path mapping = config.resolve("sources/db.yaml");
    String rest =
        """
        values:
          id: {from: id}
        entries:
          - kind: firm
            fields: {id: "{id}", name: {en: "{id}"}}
        """;
    for (String jdbc :
        new String[] {
          "{url: \"jdbc:mysql:x\", query: \"drop table x\"}",
          "{url: \"jdbc:postgresql://h/d?password=x\", query: \"select 1; select 2\"}",
          "{url: \"jdbc:postgresql://h/d?socketFactory=x\", query: \"select $$x$$\"}",
          "{url: \"jdbc:sqlite:x\", query: \"with x as (delete from y) select 1\", password_from:"
              + " GREENPAIR_DATABASE}"
        }) {
      Files.writeString(
          mapping, "registry: x\nsource: https://example.org/\njdbc: " + jdbc + "\n" + rest);
      assertChinese("source", "check", "db", "--config", config.toString());
    }
  }
}
