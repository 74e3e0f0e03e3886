package greenpair.cli.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Shared;
import greenpair.cli.ServedCohort;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The output of search as text and as JSON.
class SearchCommandTest {
  @RegisterExtension static final Shared<ServedCohort> COHORT = ServedCohort.shared();

  private final ServedCohort cohort = COHORT.get();

  @ParameterizedTest
  @ValueSource(strings = {"虚拟电厂", "heat pump", "Yan'an"})
  void search_json_isTheHttpDocumentToTheByte(String words) throws Exception {
    String q = "&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    assertEquals(
        cohort.http("/api/v1/search?kind=solution" + q) + "\n",
        cohort.good("search", words, "--kind", "solution", "--json").out());
    assertEquals(
        cohort.http("/api/v1/search?kind=firm&kind=financier&kind=expert" + q) + "\n",
        cohort.good("search", words, "--kind", "firm,financier,expert", "--json").out());
  }

  @Test
  void search_forPeople_isATableInTheirLanguage() {
    String english = cohort.good("search", "Zum", "--limit", "1").out();
    assertTrue(english.startsWith("score  kind  id   name  why\n"), english);
    assertTrue(english.contains("  firm  zum  Zum   "), english);
    String chinese = cohort.good("search", "煤改电", "--kind", "solution", "--lang", "zh").out();
    assertTrue(chinese.contains("清洁取暖"), chinese);
  }

  @Test
  void search_withATechnology_findsOnlyWhatHasItOrOneBelow() {
    for (JsonNode hit :
        cohort.json("search", "storage", "--technology", "GRD.STO", "--json").get("hits")) {
      boolean storage =
          hit.get("technologies")
              .valueStream()
              .anyMatch(each -> each.get("code").asString().startsWith("GRD.STO"));
      assertTrue(storage, hit::toString);
    }
  }
}
