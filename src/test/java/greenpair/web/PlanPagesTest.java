package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.program.access.Caller.Role;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Plans on the pages, without script: asked for by forms, shared, answered by a city.
class PlanPagesTest {
  @RegisterExtension static final Served SERVED = Served.alone();

  private static final String CITY = "cn-shenzhen";

  /// The page of a plan once it is solved.
  private static Document made(Visitor coordinator, String path) {
    String token = SERVED.cohort().token("Waiting", Role.COORDINATOR);
    Plans.await(SERVED.client(), token, "/api/v1" + path);
    return coordinator.page(path);
  }

  private static String asked(Visitor coordinator, String sort, String... fields) {
    Client.Reply reply = coordinator.post("/plans/" + sort, fields);
    assertEquals(303, reply.status(), reply::text);
    assertTrue(reply.header("Location").startsWith("/plans/"), reply.header("Location"));
    return reply.header("Location");
  }

  /// The address that a form is sent to is opened again after an error.
  @ParameterizedTest
  @ValueSource(strings = {"cohort", "pairs", "partners", "meetings"})
  void addressOfAForm_showsTheForm(String sort) {
    Document page = SERVED.as(Role.COORDINATOR, "en").page("/plans/" + sort);
    assertFalse(page.select("form[action^=/plans/]").isEmpty(), page.text());
  }

  @ParameterizedTest
  @CsvSource({"en, Optimal:, In, 'Not chosen: replacing'", "zh, 最优方案, 入选, 取代"})
  void cohort_byAForm_saysWhyEachCityIsInOrOut(
      String language, String proven, String in, String why) {
    Visitor coordinator = SERVED.as(Role.COORDINATOR, language);
    Document empty = coordinator.page("/plans");
    assertEquals(3, empty.select("form[action^=/plans/]").size());
    String path =
        asked(
            coordinator,
            "cohort",
            "title",
            "<b>2027</b>",
            "places_CN",
            "3",
            "places_US",
            "3",
            "must",
            "cn-jilin",
            "difference",
            "0.3");
    Document page = made(coordinator, path);
    assertTrue(page.select("h1").text().startsWith("<b>2027</b>"), page.select("h1").text());
    assertTrue(page.select(".lead").text().contains(proven), page.text());
    assertEquals(6, page.select("section[aria-labelledby=chosen] > .scroll tbody tr").size());
    String table = page.select("section[aria-labelledby=chosen]").text();
    assertTrue(java.util.Arrays.stream(why.split("\\|")).anyMatch(table::contains), table);
    Document forms = coordinator.page(page.select("a[href*=sort=partners]").attr("href"));
    assertEquals(
        6, forms.select("form[action=/plans/partners] input[name=cities][checked]").size());
    assertTrue(forms.select("#form-partners").hasAttr("open"));
    String values = page.select("details td").text();
    assertTrue(values.contains("computed from the catalog") || values.contains("由目录计算"), values);
    assertEquals(404, coordinator.get("/plans?sort=pairs&from=nothing").status());
    Document checked = coordinator.page(path + "?check=1");
    assertEquals(2, checked.select("section[aria-labelledby=check] li").size());
  }

  @ParameterizedTest
  @CsvSource({"en, City by city, declined", "zh, 各市分别推荐, 已谢绝"})
  void partners_areComparedShared_andAnsweredByTheCity(
      String language, String compared, String declined) {
    Visitor coordinator = SERVED.as(Role.COORDINATOR, language);
    String path =
        asked(
            coordinator, "partners", "cities", CITY, "cities", "us-ca-losangeles", "capacity", "1");
    Document page = made(coordinator, path);
    assertTrue(page.select("section[aria-labelledby=compared]").text().contains(compared));
    assertFalse(page.select("section[aria-labelledby=places] td a").isEmpty());

    Visitor staff = SERVED.as(Role.CITY, language, CITY);
    assertFalse(staff.get("/plans").text().contains(path), "only coordinators see it so far");
    assertEquals(404, staff.get(path + "/cities/" + CITY).status());
    assertEquals(303, coordinator.post(path + "/share", "until", "2099-12-31").status());

    String own = staff.page("/plans").select("a[href^=" + path + "/cities/]").attr("href");
    Document part = staff.page(own);
    assertTrue(part.select("form select[name=preferred]").size() > 0);
    String need = part.select("form input[name=need]").attr("value");
    String partner = part.select("form input[name=partner]").attr("value");
    Client.Reply wrong =
        staff.post(own, "need", need, "partner", partner, "answer", "prefer", "body", "no");
    assertEquals(400, wrong.status());
    assertFalse(Jsoup.parse(wrong.text()).select(".faulty li").isEmpty());
    assertEquals(
        303,
        staff
            .post(own, "need", need, "partner", partner, "answer", "decline", "body", "Why")
            .status());
    assertTrue(staff.page(own).text().contains(declined));
    assertTrue(coordinator.page(path).select(".remark").text().contains(declined));
    // The other language has introduced them already; none is left but the declined one.
    for (Element form : staff.page(own).select("form[action$=/introductions]")) {
      assertEquals(303, staff.post(form.attr("action")).status());
    }
    Document introduced = staff.page(own);
    assertTrue(introduced.select("form[action$=/introductions]").isEmpty());
    for (Element letter : introduced.select("a[href$=/letter]")) {
      assertEquals(2, staff.page(letter.attr("href")).select("section.letter").size());
    }
    assertEquals(
        introduced.select("form input[name=partner]").size() - 1,
        introduced.select("a[href$=/letter]").size());
    assertEquals(403, SERVED.as(Role.READER, language).get("/plans").status());
    assertTrue(
        coordinator.page("/plans").select("select[name=keep] option").eachAttr("value").stream()
            .anyMatch(path::endsWith));
  }

  @Test
  void form_withFaults_isShownAgainWithAllThatWasTyped() {
    Visitor coordinator = SERVED.as(Role.COORDINATOR, "en");
    Client.Reply reply =
        coordinator.post(
            "/plans/partners", "capacity", "0", "capacities", "byd=0", "title", "Mine");
    assertEquals(400, reply.status());
    Document page = Jsoup.parse(reply.text());
    assertEquals(2, page.select("form[action=/plans/partners] .faulty li").size(), page.text());
    assertEquals("Mine", page.select("#field-partners-title").attr("value"));
    assertTrue(page.select("details:has(form[action=/plans/partners])").hasAttr("open"));
  }

  @Test
  void plan_thatIsBeingSolved_asksAgainByItself_andCanBeCancelled() {
    Visitor coordinator = SERVED.as(Role.COORDINATOR, "en");
    var _ = asked(coordinator, "partners"); // The next one waits for it.
    String path = asked(coordinator, "partners");
    Client.Reply waiting = coordinator.get(path);
    assertEquals("2", waiting.header("Refresh"));
    assertEquals(303, coordinator.post(path + "/cancel").status());
    assertTrue(coordinator.page(path).text().contains("cancelled"));
  }
}
