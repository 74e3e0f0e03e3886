package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.program.access.Caller.Role;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Needs and city profiles entered on the pages, without script.
class EditPagesTest {
  @RegisterExtension static final Served SERVED = Served.alone();

  private static Visitor reader(String language) {
    return SERVED.as(Role.READER, language);
  }

  private static String path(Client.Reply reply) {
    assertEquals(303, reply.status(), reply::text);
    return reply.header("Location").replaceFirst("http://[^/]+", "");
  }

  @ParameterizedTest
  @CsvSource({
    "en, draft, Mark as reviewed, reviewed, 3500000, '3,500,000'",
    "zh, 草稿, 标为已审核, 已审核, 350万, '3,500,000'"
  })
  void need_isTypedIn_reviewed_andChanged_withItsHistory(
      String language, String draft, String review, String reviewed, String typed, String shown) {
    Visitor officer = SERVED.as(Role.CITY, language, "cn-jilin");
    String path = path(officer.get("/edits?city=cn-jilin")).replaceFirst("\\?.*", "");
    Document form = officer.page(path + "?city=cn-jilin");
    assertTrue(form.select("option[value=BLD.HVC]").hasText(), "technologies are named");
    Client.Reply saved =
        officer.fill(
            path,
            "number=0&city=cn-jilin&name_zh=学校热泵供暖&technology1=BLD.HVC&budget_min="
                + typed
                + "&budget_currency=CNY&private=budget&reason=first");
    Document page = officer.page(path(saved));
    assertTrue(page.text().contains(draft) && page.text().contains("first"), page.text());
    assertTrue(page.select(".differing").text().contains(shown), page.select(".differing").text());
    assertTrue(page.select("button[value=reviewed]").isEmpty(), "one's own text is not reviewed");

    Visitor coordinator = SERVED.as(Role.COORDINATOR, language);
    Document mine = coordinator.page(path);
    assertEquals(review, mine.select("button[value=reviewed]").text());
    path(coordinator.post(path + "/state", "number", "1", "state", "reviewed"));
    assertTrue(
        coordinator.page("/cities/cn-jilin").select(".state-REVIEWED").text().contains(reviewed));

    String id = path.replaceFirst(".*/", "");
    Document ranked = reader(language).page("/cities/cn-jilin?need=" + id);
    assertEquals("学校热泵供暖", ranked.select("#need").text());
    assertTrue(ranked.select(".need-head .state-REVIEWED").text().contains(reviewed));
    assertFalse(
        ranked.select("section[aria-labelledby=solutions] .card").isEmpty(), "it is ranked");
    assertTrue(ranked.select("#packages").isEmpty(), "packages are made for the catalog's needs");
    Client.Reply anonymous = SERVED.client().get("/cities/cn-jilin?need=" + id);
    assertEquals(400, anonymous.status(), "nobody has that need in public");
    assertFalse(anonymous.text().contains("学校热泵供暖"), anonymous.text());

    Visitor reader = reader(language);
    String read = reader.page(path).text();
    assertFalse(read.contains(shown), "the budget is private");
    assertTrue(reader.page(path).select("main form").isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"en, must be an amount without its currency", "zh, 须为不带币种的金额"})
  void allFaults_areShownBesideTheirFields_andNothingTypedIsLost(String language, String rule) {
    Visitor coordinator = SERVED.as(Role.COORDINATOR, language);
    Client.Reply reply =
        coordinator.fill(
            "/edits/need/cn-jilin-n1",
            "number=0&budget_min=many&budget_max=5&stage=study&description_en=<b>kept</b>"
                + "&instruments=FIN.EPC");
    assertEquals(400, reply.status());
    Document page = Jsoup.parse(reply.text());
    for (String field : List.of("name_zh", "technology1", "budget_min", "budget_currency")) {
      assertFalse(page.select("#field-" + field + "-fault").isEmpty(), field + ": " + page.text());
    }
    assertTrue(page.select("#field-budget_min-fault").text().contains(rule));
    assertEquals("many", page.select("#field-budget_min").attr("value"));
    assertEquals("<b>kept</b>", page.select("#field-description_en").text());
    assertEquals("study", page.select("#field-stage option[selected]").attr("value"));
    assertTrue(page.select("input[value=FIN.EPC]").hasAttr("checked"));
    assertEquals(4, page.select(".faulty a").size());
    for (Element link : page.select(".faulty a")) {
      assertFalse(page.select(link.attr("href")).isEmpty(), link.toString());
    }
  }

  @Test
  void profile_savedBySomebodyElseMeanwhile_showsBothTexts_andOverwritesNothing() {
    Visitor one = SERVED.as(Role.COORDINATOR, "en");
    Visitor other = SERVED.as(Role.CITY, "zh", "cn-shenzhen");
    String path = "/edits/city/cn-shenzhen";
    Document before = one.page(path);
    String name = before.select("#field-name_en").attr("value");
    assertEquals("0", before.select("input[name=number]").attr("value"));
    List<String> climates = before.select("#field-koppen option").eachAttr("value");
    assertTrue(climates.containsAll(List.of("Dfb", "BSh", "ET")), climates::toString);
    path(other.post(path, "number", "0", "name_en", name, "grid_factor", "0.41"));
    Client.Reply late = one.post(path, "number", "0", "name_en", name, "grid_factor", "0.39");
    assertEquals(412, late.status());
    Document both = Jsoup.parse(late.text());
    assertTrue(both.text().contains("Wang CITY"), both.text());
    assertTrue(
        both.select("del").text().contains("0.41") && both.select("ins").text().contains("0.39"));
    assertEquals("0.39", both.select("#field-grid_factor").attr("value"));
    assertEquals("1", both.select("input[name=number]").attr("value"));
    assertTrue(other.page(path).select("#field-grid_factor").attr("value").equals("0.41"));
    path(one.post(path, "number", "1", "name_en", name, "grid_factor", "0.39"));
    assertEquals("0.39", other.page(path).select("#field-grid_factor").attr("value"));
    assertEquals(2, other.page(path).select("ol.steps > li").size());
  }

  @Test
  void profile_thatTheCatalogRefuses_namesTheFieldsOfTheForm() {
    Client.Reply reply =
        SERVED
            .as(Role.COORDINATOR, "en")
            .post(
                "/edits/city/cn-wuhan",
                "number",
                "0",
                "name_en",
                "Wuhan",
                "population",
                "900000000",
                "population_year",
                "2150");
    assertEquals(400, reply.status());
    Document page = Jsoup.parse(reply.text());
    assertTrue(page.select("#field-population-fault").text().contains("from 1 to 100000000"));
    assertTrue(page.select("#field-population_year-fault").text().contains("in the future"));
  }

  private static final String LAMPS =
      """
      {"entry": {"name": {"en": "Invented Lamps", "zh": "虚构灯具"},
        "technologies": ["LGT.LED"],
        "provenance": [{"source": "https://example.org/lamps", "verified": true}]}}\
      """;

  @ParameterizedTest
  @CsvSource({
    "en, Stated preferences, cities, Not shown to you: Stated preferences",
    "zh, 合作意向, 城市政府, 您无权查看：合作意向"
  })
  void preferences_ofAPartner_areTypedInByACoordinator_andCanBePrivate(
      String language, String title, String client, String withheld) {
    Visitor coordinator = SERVED.as(Role.COORDINATOR, language);
    String id = "xx-lamps-" + language;
    String path = "/edits/firm/" + id;
    String token = SERVED.cohort().token("Li", Role.COORDINATOR);
    Client.Reply made = SERVED.client().as(token, "PUT", "/api/v1" + path, LAMPS);
    assertEquals(201, made.status(), made::text);
    assertFalse(made.json().has("city"), made::text);

    Document form = coordinator.page(path);
    assertEquals(title, form.select(".eyebrow").text());
    assertTrue(form.select(".checks").text().startsWith(client), form.select(".checks").text());
    Client.Reply refused =
        coordinator.post(
            path, "number", "1", "size_min", "9", "size_max", "3", "size_currency", "USD");
    assertEquals(400, refused.status());
    Document faulty = Jsoup.parse(refused.text());
    assertTrue(faulty.select("#field-stated-fault").hasText(), "the date is required");
    assertTrue(faulty.select("#field-size_max-fault").hasText(), "min above max");
    Client.Reply nowhere =
        coordinator.post(path, "number", "1", "stated", "2026-05", "places", "CN, XX");
    assertEquals(400, nowhere.status());
    Document wrong = Jsoup.parse(nowhere.text());
    assertTrue(wrong.select("#field-places-fault").text().contains("XX"), nowhere::text);

    path(
        coordinator.fill(
            path,
            "number=1&stated=2026-05&technology1=LGT.LED&places=CN-JL，US&size_min=500000"
                + "&size_currency=USD&clients=city&capacity_cities=3&private=preferences"));
    Client.Reply line = SERVED.client().as(token, "GET", "/api/v1" + path, "");
    assertEquals(
        "{\"stated\":\"2026-05\",\"project_size\":{\"min\":500000,\"currency\":\"USD\"},"
            + "\"capacity\":{\"cities\":3},\"technologies\":[\"LGT.LED\"],"
            + "\"places\":[\"CN-JL\",\"US\"],\"clients\":[\"city\"]}",
        line.json().at("/entry/preferences").toString());
    assertEquals("private", line.json().at("/entry/restricted/preferences").asString());
    assertEquals("preferences", line.json().at("/entry/provenance/1/fields/0").asString());

    path(coordinator.post(path + "/state", "number", "2", "state", "reviewed"));
    Document hidden = reader(language).page(path);
    assertTrue(hidden.text().contains(withheld), hidden.text());
    assertFalse(hidden.text().contains("CN-JL"), hidden.text());
    Visitor officer = SERVED.as(Role.CITY, language, "cn-jilin");
    assertEquals(403, officer.post(path, "number", "3", "stated", "2026", "places", "CN").status());

    path(coordinator.post(path, "number", "3"));
    Client.Reply empty = SERVED.client().as(token, "GET", "/api/v1" + path, "");
    assertTrue(empty.json().at("/entry/preferences").isMissingNode(), empty::text);
    assertTrue(empty.json().at("/entry/restricted").isMissingNode(), empty::text);
  }
}
