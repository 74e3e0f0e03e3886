package greenpair.cli.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Shared;
import greenpair.cli.Ran;
import greenpair.cli.ServedCohort;
import greenpair.cli.app.Exit;
import greenpair.index.GenerationStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// The output of recommend as text and as JSON.
class RecommendCommandTest {
  @RegisterExtension static final Shared<ServedCohort> COHORT = ServedCohort.shared();

  private final ServedCohort cohort = COHORT.get();

  @ParameterizedTest
  @CsvSource({
    "us-ca-losangeles, firm",
    "us-ca-losangeles, financier",
    "us-ca-losangeles, solution",
    "cn-jilin, firm",
    "cn-shenzhen, financier",
    "us-ca-berkeley, solution",
    "cn-jilin, expert"
  })
  void recommend_json_isTheHttpDocumentToTheByte(String city, String kind) throws Exception {
    assertEquals(
        cohort.http("/api/v1/cities/" + city + "/recommendations?kind=" + kind + "&limit=7") + "\n",
        cohort.good("recommend", city, "--kind", kind, "--limit", "7", "--json").out());
  }

  @Test
  void recommend_forPeople_tellsWhoWhyAndByWhat() {
    String out =
        cohort.good("recommend", "us-ca-sacramento", "--limit", "3", "--others", "1").out();
    String message = "Firms with cases of this work on public record, best first for Sacramento.\n";
    assertTrue(out.startsWith(message), out);
    assertTrue(
        out.contains(
            "  New Flyer (NFI Group)  [new-flyer]\n"
                + "      New Flyer (NFI Group) was the maker in “"),
        out);
    assertTrue(
        out.contains("\nLeads, not proven for this need; the nearest work comes first\n 1  "), out);
    assertTrue(out.replaceAll(" +", " ").contains(" that it works in this city’s country"), out);
    String id = new GenerationStore(cohort.data).published().orElseThrow();
    assertTrue(out.contains("generation " + id + ", configuration "), out);
  }

  @Test
  void caseNearACity_isShownWithItsOwnPlace() {
    String english =
        cohort.good("recommend", "us-ca-losangeles", "--need", "us-ca-losangeles-n2").out();
    assertTrue(english.contains("Kern County, serving LADWP (near Los Angeles)  "), english);
    String chinese =
        cohort
            .good("recommend", "us-ca-losangeles", "--need", "us-ca-losangeles-n2", "--lang", "zh")
            .out();
    assertTrue(chinese.contains("克恩县，向洛杉矶水电局（LADWP）供电（洛杉矶附近）  "), chinese);
  }

  @Test
  void recommend_inChinese_isChinese() {
    String proven = cohort.good("recommend", "cn-jilin", "--lang", "zh").out();
    assertTrue(proven.startsWith("以下企业有公开资料可查的同类业绩，供吉林市研究参考，按匹配程度排列。"), proven);
    String out =
        cohort.good("recommend", "cn-yanan", "--need", "cn-yanan-n1", "--lang", "zh").out();
    assertTrue(out.startsWith("就延安市该项需求，暂未筛选出符合条件的新合作企业。"), out);
    assertTrue(out.contains("最接近的技术案例\n"), out);
  }

  @Test
  void need_thatIsContracted_getsNoOtherFirm() {
    String out = cohort.good("recommend", "cn-yanan", "--need", "cn-yanan-n2").out();
    assertTrue(out.contains("already contracted; no further order is on record. No other"), out);
    assertFalse(out.contains("comes nearest"), out);
  }

  @Test
  void lead_whoseCaseIsOldOrOfAnotherKind_isNotShown() throws Exception {
    String old = cohort.good("recommend", "cn-yanan", "--need", "cn-yanan-n1").out();
    assertFalse(old.contains("Metso"), old);
    JsonNode other =
        cohort.json("recommend", "cn-zhenjiang", "--need", "cn-zhenjiang-n2", "--json");
    assertTrue(other.get("unproven").isEmpty(), other::toString);
    String why = other.get("why").get("en").asString();
    assertTrue(why.endsWith("None of the leads is near enough to be shown."), why);
  }

  @Test
  void technology_isAskedForInsteadOfTheNeeds() throws Exception {
    JsonNode answer = cohort.json("recommend", "cn-jilin", "--technologies", "ENE.GEO", "--json");
    assertEquals(1, answer.get("needs").size(), answer::toString);
    assertTrue(!answer.get("needs").get(0).has("id"), "no need of the catalog");
    Ran both = Ran.on(cohort.data, "recommend", "cn-jilin", "--need", "x", "--technologies", "ENE");
    assertTrue(both.err().contains("--need must be the id of a need"), both.err());
    Ran unknown = Ran.on(cohort.data, "recommend", "cn-jilin", "--technologies", "ENE.GEOO");
    assertEquals(Exit.NOT_FOUND, unknown.code());
    assertTrue(unknown.err().contains("did you mean \"ENE.GEO\""), unknown.err());
  }

  @Test
  void textOfDigits_isAText() {
    assertEquals("", cohort.good("recommend", "cn-jilin", "--text", "2030").err());
  }

  @Test
  void cityWithoutNeeds_isSaid_inBothLanguages() {
    String english = cohort.good("recommend", "cn-anshan").out();
    assertTrue(english.startsWith("The catalog has no open need of Anshan"), english);
    String chinese = cohort.good("recommend", "cn-anshan", "--lang", "zh").out();
    assertTrue(chinese.contains("待满足的需求"), chinese);
    assertTrue(cohort.json("recommend", "cn-anshan", "--json").get("why") == null);
  }
}
