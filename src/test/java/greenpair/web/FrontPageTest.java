package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The front page and the open needs: their contents are computed from the catalog.
class FrontPageTest {
  @RegisterExtension static final Served SERVED = Served.shared();

  private static JsonNode api(String path) {
    return SERVED.client().get(path).json();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void threeWays_leadToThreePages(String language) {
    List<String> ways = SERVED.page("/?lang=" + language).select(".ways h3 a").eachAttr("href");

    assertEquals(3, new HashSet<>(ways).size(), ways::toString);
    Set<String> titles = new HashSet<>();
    ways.forEach(each -> titles.add(SERVED.page(each).select("h1").text()));
    assertEquals(3, titles.size(), titles::toString);
  }

  @Test
  void figures_areThoseOfTheIndex() {
    JsonNode counts = api("/api/v1/status").at("/generation/counts");
    long open = api("/api/v1/gaps?limit=1").get("total").asLong();
    Document page = SERVED.page("/?lang=en");

    List<String> shown = page.select(".behind strong").eachText();
    assertEquals(counts.get("deployment").asString(), shown.get(0));
    assertEquals(counts.get("firm").asString(), shown.get(2));
    assertEquals(counts.get("financier").asString(), shown.get(3));
    assertEquals(counts.get("solution").asString(), shown.get(4));
    assertTrue(page.select(".behind li").get(1).text().contains("with " + open + " open needs;"));
  }

  /// The example is a documented case of everything that a need asks for, according to the API: of
  /// the need that asks for most, then of the first in the catalog.
  @Test
  void example_isADocumentedCase_ofAllThatItsNeedAsksFor() {
    int most = 0;
    String need = "";
    String firm = "";
    for (JsonNode each : api("/api/v1/gaps?limit=100").get("needs")) {
      String id = each.get("need").asString();
      JsonNode first =
          api("/api/v1/needs/" + id + "/recommendations?kind=firm&limit=1")
              .at("/recommendations/0");
      JsonNode proof = first.at("/evidence/0");
      boolean tells =
          proof.path("verified").asBoolean(false)
              && List.of("", "operating").contains(proof.path("status").asString(""))
              && List.of("A", "B").contains(proof.path("grade").asString(""))
              && !proof.has("failure")
              && proof.has("year")
              && proof.has("outcome");
      if (tells) {
        Set<String> asked = technologies("need", id);
        if (asked.size() > most
            && technologies("deployment", proof.get("id").asString()).containsAll(asked)) {
          most = asked.size();
          need = id;
          firm = first.at("/name/en").asString();
        }
      }
    }
    Document page = SERVED.page("/?lang=en");

    assertTrue(most > 0, "a case of everything that a need asks for");
    assertTrue(page.select(".example a").attr("href").contains("need=" + need), page::text);
    assertEquals(firm, page.select(".chain strong").eachText().getLast());
  }

  private static Set<String> technologies(String kind, String id) {
    Set<String> codes = new TreeSet<>();
    api("/api/v1/entries/" + kind + "/" + id)
        .at("/entry/technologies")
        .forEach(each -> codes.add(each.asString()));
    return codes;
  }

  @ParameterizedTest
  @CsvSource({
    "'',               true",
    "sector=TRN,       false",
    "country=CN,       false",
    "country=FR,       false"
  })
  void needs_areTheOpenOnes_narrowedBySectorAndCountry(String query, boolean isWhole) {
    long open = api("/api/v1/gaps?limit=1").get("total").asLong();
    Document page = SERVED.page("/needs?lang=en&" + query);

    int shown = page.select(".wanted tbody tr").size();
    assertEquals(isWhole, shown == open, shown + " of " + open);
    assertEquals(query.endsWith("FR"), shown == 0, "none is in France");
    assertTrue(page.text().contains(shown + " of " + open + " open needs"), page::text);
  }
}
