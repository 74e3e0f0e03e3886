package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the pages of the demonstration cohort show.
class PagesTest {
  @RegisterExtension static final Served SERVED = Served.shared();

  /// The unit of use alone reads as if heat were saved.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Against a coal boiler, saves 0.1604 to 0.3679 t CO₂ per MWh of heat at this city’s"
            + " grid",
        "zh | 与燃煤锅炉相比，按该市电网排放因子，每兆瓦时热量可减排0.1604至0.3679吨二氧化碳"
      })
  void saving_isSaidInCarbonForEachUnit_withItsFormula(String language, String says) {
    Document document = SERVED.page("/cities/cn-jilin?need=cn-jilin-n3&lang=" + language);
    assertTrue(document.text().contains(says), document::text);
    assertTrue(
        document
            .text()
            .contains(language.equals("en") ? "t/MWh in the middle, estimated" : "吨/兆瓦时，估算值"));
  }

  /// The link behind a search for cases and needs leads to them.
  @Test
  void linkToCasesAndNeeds_showsThem() throws Exception {
    Document found = SERVED.page("/?q=bus&lang=en");
    String link = found.select("a[href*=kind=deployment]").attr("href");
    Document cases = SERVED.page(link);
    assertFalse(cases.select("ol.hits li.hit").isEmpty(), link);
    List<String> kinds = cases.select("ol.hits p.eyebrow").eachText();
    assertTrue(Set.of("Need", "Case").containsAll(kinds), kinds::toString);
  }

  @Test
  void words_thatNoEntryHas_areToldBesideResults() throws Exception {
    Document page = SERVED.page("/?q=electric+buses+in+Chicago&lang=zh");
    assertFalse(page.select("ol.hits > li").isEmpty());
    assertTrue(page.select(".read").text().contains("没有条目包含： Chicago"), page.text());
  }

  @Test
  void city_withoutAProvenFirm_saysSo_andShowsLeadsApart() {
    Document page = SERVED.page("/cities/cn-jilin?need=cn-jilin-n1&lang=en");

    assertEquals("none", page.select("#firms .count").text());
    assertTrue(
        page.select("section[aria-labelledby=firms] .notice")
            .text()
            .contains("No verified vendor yet"));
    assertFalse(page.select("section[aria-labelledby=firms] details.group").isEmpty());
  }

  @Test
  void scores_areThoseOfTheApi() {
    var answer =
        SERVED
            .client()
            .get("/api/v1/needs/us-ca-losangeles-n4/recommendations?kind=firm&limit=8")
            .json()
            .get("recommendations");
    Document page = SERVED.page("/cities/us-ca-losangeles?need=us-ca-losangeles-n4");

    List<String> expected = new ArrayList<>();
    answer.forEach(
        each ->
            expected.add(
                each.get("id").asString() + " " + Math.round(each.get("score").asDouble() * 100)));
    List<String> shown = new ArrayList<>();
    for (Element card : page.select("section[aria-labelledby=firms] > .card")) {
      shown.add(card.id().replaceFirst("firm-", "") + " " + card.select(".score strong").text());
    }
    assertEquals(expected, shown);
    assertFalse(shown.isEmpty());
  }

  @Test
  void evidence_isNumberedAlike_onMapTimelineAndTable() {
    Document page = SERVED.page("/cities/us-ca-losangeles?need=us-ca-losangeles-n4");

    Set<String> table =
        new LinkedHashSet<>(
            page.select("section[aria-labelledby=evidence] tbody td.num:first-child").eachText());
    Set<String> timeline = new TreeSet<>(page.select(".timeline .dot-label").eachText());
    assertFalse(table.isEmpty());
    assertTrue(table.containsAll(timeline), table + " lacks some of " + timeline);
    assertFalse(page.select(".map .dot").isEmpty());
  }

  @Test
  void comparison_showsFourAtMost_andNamesWhatIsNotThere() {
    String ids =
        String.join(
            ",",
            SERVED.cohort().fixtures().stream()
                .filter(each -> each.kind() == Kind.SOLUTION)
                .limit(5)
                .map(each -> each.id().value())
                .toList());
    Document page = SERVED.page("/compare?ids=" + ids + "&ids=not-there&lang=en");

    assertEquals(4, page.select(".compare thead th").size());
    assertTrue(page.text().contains("not-there"));
    assertTrue(page.text().contains("the first four are shown"));
  }
}
