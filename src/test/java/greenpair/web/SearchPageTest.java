package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.pages.view.PageText;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// What the page of search results shows.
class SearchPageTest {
  @RegisterExtension static final Served SERVED = Served.shared();

  /// Words are searched in deployments and needs too, which lead to their city and source.
  @Test
  void words_findCases_thatLeadToCityAndSource() throws Exception {
    Element first =
        SERVED.page("/?q=electric+buses+that+failed&lang=en").select("li.hit").getFirst();
    assertEquals("Deployment", first.select("p.eyebrow").text());
    assertFalse(first.select("footer a[href^=/cities/]").isEmpty(), first::outerHtml);
    assertFalse(first.select("footer a[rel*=external]").isEmpty(), first::outerHtml);
  }

  @ParameterizedTest
  @CsvSource({"electric buses that failed, en", "microgrids for fire stations, en", "南明河, zh"})
  void firstHits_areThoseOfTheApi(String text, String language) {
    String query = "q=" + PageText.encode(text) + "&lang=" + language;
    List<String> expected = new ArrayList<>();
    SERVED
        .client()
        .get("/api/v1/search?limit=3&" + query)
        .json()
        .get("hits")
        .forEach(hit -> expected.add(hit.get("name").get(language).asString()));
    List<String> shown = SERVED.page("/?" + query).select("li.hit h3").eachText();
    assertEquals(3, expected.size());
    for (int at = 0; at < expected.size(); at++) {
      assertTrue(shown.get(at).startsWith(expected.get(at)), shown::toString);
    }
  }

  /// A list without words leaves cases and needs out, and its link leads to them.
  @Test
  void linkToCasesAndNeeds_showsThem() throws Exception {
    Document found = SERVED.page("/?technology=TRN.PUB.EBS&lang=en");
    assertFalse(found.select("ol.hits p.eyebrow").eachText().contains("Deployment"));
    String link = found.select("p.small a[href*=kind=deployment]").attr("href");
    Document cases = SERVED.page(link);
    assertFalse(cases.select("ol.hits li.hit").isEmpty(), link);
    List<String> kinds = cases.select("ol.hits p.eyebrow").eachText();
    assertTrue(Set.of("Need", "Deployment").containsAll(kinds), kinds::toString);
  }

  @Test
  void words_thatNoEntryHas_areReportedBesideResults() throws Exception {
    Document page = SERVED.page("/?q=electric+buses+in+Nairobi&lang=zh");
    assertFalse(page.select("ol.hits > li").isEmpty());
    assertTrue(page.select(".read").text().contains("没有条目含有以下词语： Nairobi"), page.text());
  }

  /// Each filter is a chip that takes it away and leaves the rest.
  @Test
  void filters_areChips_thatRemoveThemselvesAlone() {
    Document page = SERVED.page("/?q=heat+pump&kind=solution&country=CN&lang=en");
    List<String> links = page.select(".chips a[rel=nofollow]").eachAttr("href");
    assertEquals(
        Set.of("/?q=heat+pump&country=CN", "/?q=heat+pump&kind=solution"), Set.copyOf(links));
    links.forEach(each -> assertEquals(1, SERVED.page(each).select(".chips a[rel]").size(), each));
    assertEquals("/?q=heat+pump", page.select(".chips .all").attr("href"));
  }

  /// What has only a part of the query is marked, and the title counts the others.
  @Test
  void relatedHits_areMarked_andNotCounted() {
    String query = "q=electric+buses+in+Shenzhen";
    JsonNode found = SERVED.client().get("/api/v1/search?limit=20&" + query).json();
    Document page = SERVED.page("/?lang=en&" + query);
    List<Boolean> related =
        page.select("li.hit").stream().map(hit -> !hit.select(".chip.related").isEmpty()).toList();
    List<Boolean> expected = new ArrayList<>();
    found.get("hits").forEach(hit -> expected.add(!hit.get("match").asBoolean()));
    assertEquals(expected, related);
    String total = found.get("total").asString();
    assertEquals(total + " matches, best first", page.select("#found").text());
    assertTrue(page.select("#found + p").text().contains("“Related”"));
    assertTrue(SERVED.page("/?kind=firm").select(".chip.related").isEmpty(), "without words");
  }
}
