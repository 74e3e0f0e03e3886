package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What the pages of the demonstration cohort show.
class PagesTest {
  private static final String EFFECTS = "section[aria-labelledby=effects]";

  @RegisterExtension static final Served SERVED = Served.shared();

  /// The unit of use alone reads as if heat were saved.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Compared with a coal boiler, saves 0.16 to 0.37 t CO₂ per MWh of heat at this"
            + " city’s grid",
        "zh | 与燃煤锅炉相比，按该市电网排放因子，每兆瓦时热量可减排0.16至0.37吨二氧化碳"
      })
  void saving_isReportedInCarbonForEachUnit_withItsFormula(String language, String says) {
    Document document = SERVED.page("/cities/cn-jilin?need=cn-jilin-n3&lang=" + language);
    assertTrue(document.text().contains(says), document::text);
    assertTrue(
        document.text().contains(language.equals("en") ? "mid-range estimate" : "吨/兆瓦时，估算值"));
    assertTrue(
        document.text().contains(language.equals("en") ? "Assumptions: coal boiler" : "假设：燃煤锅炉"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void city_ranksSolutionsByTheirEffect_onlyWithAnInventory(String language) {
    Elements known = SERVED.page("/cities/us-ca-sanfrancisco?lang=" + language).select(EFFECTS);
    assertTrue(known.text().contains("2,254,000") && known.text().contains("1%"), known.text());
    assertTrue(known.select("ol li").size() >= 11, known.text());
    for (Element each : known.select("ol li")) {
      boolean isStated = !each.select(".note").isEmpty();
      String name = each.select("a").text();
      assertTrue(isStated || known.select("ul").text().contains(name), "each has a basis: " + name);
    }
    Elements none = SERVED.page("/cities/cn-jilin?lang=" + language).select(EFFECTS);
    assertTrue(none.select("li").isEmpty() && !none.select(".notice").isEmpty(), none.text());
  }

  @Test
  void city_withoutAProvenFirm_reportsIt_andShowsLeadsApart() {
    Document page = SERVED.page("/cities/cn-yanan?need=cn-yanan-n1&lang=en");

    assertEquals("none", page.select("#firms .count").text());
    assertTrue(
        page.select("section[aria-labelledby=firms] .notice")
            .text()
            .contains("No new firm can be recommended"));
    assertFalse(page.select("section[aria-labelledby=firms] details.group").isEmpty());
  }

  /// Why no firm is recommended and which come nearest, in the same words wherever the need is
  /// shown.
  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void need_withoutAProvenFirm_saysWhy_andWhoComesNearest(String language) {
    JsonNode told =
        SERVED.client().get("/api/v1/needs/cn-shenzhen-n1/recommendations?lang=" + language).json();
    String why = told.get("why").get(language).asString();
    JsonNode name = told.get("unproven").get(0).get("name");
    String nearest = name.path(language).asString(name.path("en").asString());
    assertTrue(why.contains(nearest), why);
    for (String path :
        List.of(
            "/cities/cn-shenzhen?need=cn-shenzhen-n1",
            "/cities/cn-shenzhen",
            "/cities/cn-shenzhen/brief",
            "/cohort")) {
      String text =
          SERVED.page(path + (path.contains("?") ? "&" : "?") + "lang=" + language).text();
      assertTrue(text.contains(why), path + ": " + why);
    }
  }

  @Test
  void need_tellsHowToReachAFirm_andNamesNoInternalField() {
    Document page = SERVED.page("/cities/us-ca-longbeach?need=us-ca-longbeach-n1&lang=en");
    assertEquals("Contact: macktrucks.com", page.select("#firm-mack .reach").text());
    Document other = SERVED.page("/cities/us-ca-losangeles?need=us-ca-losangeles-n1&lang=en");
    assertEquals(
        "No website in the sources; ask the city of the case",
        other.select("#firm-hillhouse .reach").text());
    assertFalse(page.text().contains("status_note"));
    assertFalse(page.text().contains(" ,"), "a space before a comma");
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
    for (Element card :
        page.select("section[aria-labelledby=firms] .ranked:not(.groups .ranked) .card")) {
      shown.add(card.id().replaceFirst("firm-", "") + " " + card.select(".score strong").text());
    }
    assertEquals(expected, shown);
    assertFalse(shown.isEmpty());
  }

  /// A city's first screen: every open need with its partner, step and who is responsible.
  @ParameterizedTest
  @CsvSource({"us-ca-losangeles, en", "cn-jilin, zh"})
  void city_showsEachOpenNeed_withWhatTheApiPutsFirst(String city, String language) {
    Document page = SERVED.page("/cities/" + city + "?lang=" + language);

    List<String> open = new ArrayList<>();
    for (var need : SERVED.client().get("/api/v1/gaps?limit=100").json().get("needs")) {
      if (need.get("city").asString().equals(city)) {
        open.add(need.get("need").asString());
      }
    }
    List<String> shown = page.select(".needs h3 a").eachAttr("href");
    assertEquals(
        new TreeSet<>(open),
        new TreeSet<>(shown.stream().map(each -> each.replaceAll(".*need=|#.*", "")).toList()));
    for (Element card : page.select(".needs .glance")) {
      String need = card.select("h3 a").attr("href").replaceAll(".*need=|#.*", "");
      var name =
          SERVED
              .client()
              .get("/api/v1/needs/" + need + "/recommendations?kind=firm&limit=1")
              .json()
              .at("/recommendations/0/name");
      String first = name.path(language).asString(name.path("en").asString(""));
      assertEquals(
          first, card.select("a.named[href*=/firm/]").text(), () -> need + ": " + card.text());
      assertFalse(card.select(".next dd").text().isEmpty(), need);
    }
  }

  @Test
  void failuresElsewhere_areShown_onTheCityAndTheNeed() {
    Document city = SERVED.page("/cities/us-ca-sandiego?lang=en");
    Document need = SERVED.page("/cities/us-ca-sandiego?need=us-ca-sandiego-n1&lang=en");

    assertFalse(city.select("section[aria-labelledby=failed] li").isEmpty(), city::text);
    assertTrue(need.text().contains("What went wrong elsewhere"), need::text);
  }

  @ParameterizedTest
  @CsvSource({"firm, byd, new-flyer, en", "financier, adb, ibank, zh"})
  void partners_standSideBySide_andAnotherKindIsLeftOut(
      String kind, String one, String two, String language) {
    Document page =
        SERVED.page(
            "/compare?lang=%s&ids=%s:%s&ids=%s:%s&ids=solution:sol-lgt-led&ids=%s:nobody"
                .formatted(language, kind, one, kind, two, kind));

    assertEquals(
        List.of("/partners/" + kind + "/" + one, "/partners/" + kind + "/" + two),
        page.select(".compare thead a").eachAttr("href"));
    String notices = page.select(".notice").text();
    assertTrue(notices.contains("solution:sol-lgt-led"), notices);
    assertTrue(notices.contains(kind + ":nobody"), notices);
    // The needs that each could serve are in its column, with the score of its own page.
    Document own = SERVED.page("/partners/" + kind + "/" + one + "?lang=" + language);
    String best =
        own.select("section[aria-labelledby=opportunities] .card .score strong")
            .eachText()
            .getFirst();
    String needs = page.select(".compare tr:has([href*=need])").text();
    assertTrue(needs.contains(best), page::text);
  }
}
