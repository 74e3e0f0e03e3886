package greenpair.cli.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Shared;
import greenpair.cli.Ran;
import greenpair.cli.ServedCohort;
import greenpair.cli.TextFile;
import greenpair.cli.app.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The output of explain as text and as JSON.
class ExplainCommandTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  @RegisterExtension static final Shared<ServedCohort> COHORT = ServedCohort.shared();

  @TempDir private Path folder;
  private final ServedCohort cohort = COHORT.get();

  @Test
  void explain_json_isTheExplanationOfTheRecommendation() {
    JsonNode recommended = null;
    for (JsonNode each :
        cohort.json("recommend", "us-ca-sacramento", "--json").get("recommendations")) {
      recommended = each.get("id").asString().equals("new-flyer") ? each : recommended;
    }
    JsonNode explained = cohort.json("explain", "us-ca-sacramento", "new-flyer", "--json");
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
        TextFile.in(
            folder,
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
                + codes.replace("test", "another test")
                + "}");
    Path elsewhere = folder.resolve("data");
    assertEquals(Exit.OK, Ran.on(elsewhere, "reindex", mine.toString()).code());
    Ran explained = Ran.on(elsewhere, "explain", "xx-a", "lamps", "--json");
    assertEquals(1, MAPPER.readTree(explained.out()).get("evidence").size(), explained::toString);
  }

  @Test
  void explain_forPeople_hasContributionsThatAddUpToTheScore() {
    String out = cohort.good("explain", "us-ca-sacramento", "new-flyer").out();
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
    assertTrue(out.startsWith("New Flyer (NFI Group), need us-ca-sacramento-n3\n"), out);
    assertTrue(out.contains("ca268  A"), out);
    assertTrue(out.contains("pass  In business as of "), out);
  }

  @Test
  void explain_ofAnExcludedOne_saysWhichGateFails() {
    String out = cohort.good("explain", "us-ca-oakland", "adb").out();
    assertTrue(out.contains("fail  The city is outside its market or mandate."), out);
    assertTrue(cohort.good("explain", "us-ca-sanjose", "proterra").out().contains("fail  It "));
  }

  @Test
  void numbers_areWrittenWithAPoint_inAnyLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertTrue(
          cohort.good("explain", "us-ca-oakland", "zum").out().matches("(?s).* 0\\.[0-9]{6}\n.*"));
    } finally {
      Locale.setDefault(before);
    }
  }
}
