package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.program.access.Caller.Role;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pins, vetoes, notes and introductions on the pages, without script: who may write them, where
/// they are shown and to whom.
class ProgramPagesTest {
  @RegisterExtension static final Served SERVED = Served.alone();

  private static final String RANKED = ".ranked:not(.groups .ranked) .card";

  /// A city's first need with at least two recommended firms, and these firms.
  private record Case(String city, String need, List<String> firms) {
    String page() {
      return "/cities/" + city + "?need=" + need;
    }
  }

  private static Case found(String city) {
    Visitor anyone = new Visitor(SERVED.client(), "en");
    for (Element link : anyone.page("/cities/" + city).select(".needs h3 a")) {
      String need = link.attr("href").replaceFirst(".*need=", "").replaceFirst("#.*", "");
      List<String> firms = firms(anyone.page("/cities/" + city + "?need=" + need), RANKED);
      if (firms.size() >= 2) {
        return new Case(city, need, firms);
      }
    }
    throw new AssertionError(city + " has no need with two firms");
  }

  private static List<String> firms(Document page, String cards) {
    return page.select("section[aria-labelledby=firms] " + cards).stream()
        .map(each -> each.id().replaceFirst("firm-", ""))
        .toList();
  }

  private static String[] mark(String sort, Case on, String firm, String body) {
    return new String[] {
      "sort", sort, "city", on.city(), "need", on.need(), "kind", "firm", "entry", firm, "body",
      body, "back", on.page()
    };
  }

  @ParameterizedTest
  @CsvSource({
    "us-ca-losangeles, en, Pinned, Ruled out, 1 ruled out by the programme",
    "cn-jilin, zh, 已置顶, 已否决, 项目办已否决1家"
  })
  void pinned_isFirst_andVetoed_isSeparate_untilWithdrawn(
      String city, String language, String pinned, String vetoed, String group) {
    Case on = found(city);
    String first = on.firms().getFirst();
    String last = on.firms().getLast();
    Visitor coordinator = SERVED.as(Role.COORDINATOR, language);
    assertEquals(303, coordinator.post("/remarks", mark("pin", on, last, "")).status());
    assertEquals(303, coordinator.post("/remarks", mark("veto", on, first, "Too far")).status());

    Document page = coordinator.page(on.page());
    assertEquals(last, firms(page, ".card").getFirst());
    assertTrue(page.select("#firm-" + last).text().contains(pinned));
    assertEquals(group, page.select("section[aria-labelledby=firms] .ruled-out > summary").text());
    String apart = page.select(".ruled-out #firm-" + first).text();
    assertTrue(apart.contains(vetoed) && apart.contains("Too far"), apart);
    assertTrue(apart.contains("Wang COORDINATOR"), apart);

    String brief = coordinator.page("/cities/" + city + "/brief").text();
    assertTrue(brief.contains(vetoed) && brief.contains("Too far"), brief);

    String anonymous = new Visitor(SERVED.client(), language).page(on.page()).text();
    assertFalse(anonymous.contains("Too far") || anonymous.contains(pinned), anonymous);
    Document read = SERVED.as(Role.READER, language).page(on.page());
    assertFalse(read.text().contains("Too far"), "it is for the city and coordinators");
    assertTrue(
        read.select("form[action^=/remarks], a[href^=/remarks]").isEmpty(), "a reader only reads");

    for (Element form : page.select("form[action$=/withdraw]")) {
      assertEquals(303, coordinator.post(form.attr("action"), "back", on.page()).status());
    }
    assertEquals(on.firms(), firms(coordinator.page(on.page()), RANKED));
  }

  @ParameterizedTest
  @CsvSource({
    "en, (1 ruled out), 'ruled out one of its members|ruled out one of their members'",
    "zh, （已否决1个）, 含项目办已否决的成员"
  })
  void firm_ruledOut_standsInNoPackage_andIsTakenIntoAccountAtAGlance(
      String language, String glance, String note) {
    Visitor coordinator = SERVED.as(Role.COORDINATOR, language);
    String address = "/cities/us-ca-losangeles?need=us-ca-losangeles-n2";
    String inPackages = "section[aria-labelledby=packages] .package a[href*=/firm/]";
    String firm = coordinator.page(address).select(inPackages).attr("href").replaceFirst(".*/", "");
    assertFalse(firm.isEmpty(), "the need has a package");
    Case on = new Case("us-ca-losangeles", "us-ca-losangeles-n2", List.of(firm));
    assertEquals(303, coordinator.post("/remarks", mark("veto", on, firm, "No")).status());

    Document page = coordinator.page(address);
    assertTrue(
        page.select(inPackages).stream().noneMatch(each -> each.attr("href").endsWith("/" + firm)),
        page.select("section[aria-labelledby=packages]").text());
    String packages = page.select("section[aria-labelledby=packages]").text();
    assertTrue(Pattern.compile(note).matcher(packages).find(), packages);
    assertTrue(page.select(".jump").text().contains(glance), page.text());
    String brief = coordinator.page("/cities/us-ca-losangeles/brief").text();
    assertTrue(brief.contains(glance), brief);

    for (Element form : page.select("form[action$=/withdraw]")) {
      assertEquals(303, coordinator.post(form.attr("action"), "back", address).status());
    }
  }

  @ParameterizedTest
  @CsvSource({"en, is required", "zh, 为必填项"})
  void veto_withoutAReason_isShownAgain_withAllThatWasTyped(String language, String rule) {
    Case on = found("us-ca-losangeles");
    Visitor coordinator = SERVED.as(Role.COORDINATOR, language);
    Client.Reply reply = coordinator.post("/remarks", mark("veto", on, on.firms().get(1), " "));
    assertEquals(400, reply.status());
    Document page = Jsoup.parse(reply.text());
    assertTrue(page.select("#field-body-fault").text().contains(rule), page.text());
    assertEquals("true", page.select("#field-body").attr("aria-invalid"));
    assertEquals(on.firms().get(1), page.select("input[name=entry]").attr("value"));
    assertEquals(on.page(), page.select("main input[name=back]").attr("value"));
  }

  @Test
  void privateNote_isForTheCity_andItsReadingIsWrittenDown() {
    String[] note = {
      "sort", "note", "city", "cn-jilin", "body", "<b>secret</b>", "tier", "private"
    };
    assertEquals(303, SERVED.as(Role.CITY, "zh", "cn-jilin").post("/remarks", note).status());
    Document own = SERVED.as(Role.CITY, "zh", "cn-jilin").page("/cities/cn-jilin");
    assertTrue(own.text().contains("<b>secret</b>"), "shown as it was typed");
    for (Visitor other :
        List.of(SERVED.as(Role.READER, "zh"), SERVED.as(Role.CITY, "zh", "cn-shenzhen"))) {
      assertFalse(other.get("/cities/cn-jilin").text().contains("secret"));
      assertFalse(other.get("/programme").text().contains("secret"));
    }
    assertFalse(own.select("a[href^=/remarks]").isEmpty());
    assertFalse(
        SERVED.as(Role.COORDINATOR, "en").get("/cities/cn-jilin/brief").text().contains("secret"));
    String audit =
        SERVED.cohort().program.read(all -> all.audit().list(null, Long.MAX_VALUE, 5).toString());
    assertTrue(audit.contains("private.read"), audit);
  }

  @ParameterizedTest
  @CsvSource({"en, met, stopped, the price", "zh, 已会面, 已终止, 价格"})
  void introduction_isFollowed_fromTheCity_toItsEnd(
      String language, String met, String stopped, String why) {
    Case on = found("us-ca-losangeles");
    String firm = on.firms().getFirst();
    Visitor coordinator = SERVED.as(Role.COORDINATOR, language);
    String link =
        coordinator
            .page(on.page())
            .select("#firm-" + firm + " a[href^=/introductions?]")
            .attr("href");
    Document form = coordinator.page(link);
    Client.Reply made =
        coordinator.post(
            "/introductions",
            "city",
            form.select("main input[name=city]").attr("value"),
            "need",
            form.select("main input[name=need]").attr("value"),
            "kind",
            "firm",
            "partner",
            firm,
            "back",
            form.select("main input[name=back]").attr("value"));
    assertEquals(303, made.status(), made::text);
    assertTrue(made.header("Location").endsWith("#firm-" + firm), made.header("Location"));
    String path =
        coordinator
            .page(on.page())
            .select("#firm-" + firm + " a[href^=/introductions/]")
            .attr("href");
    Client.Reply early =
        coordinator.post(path, "stage", "stopped", "body", "we tried", "on", "3000-01-01");
    assertEquals(400, early.status());
    Document again = Jsoup.parse(early.text());
    assertEquals(2, again.select(".faulty li").size(), again.text());
    assertEquals("we tried", again.select("#field-body").text());
    assertEquals(303, coordinator.post(path, "stage", "met").status());
    assertTrue(coordinator.page(on.page()).select("#firm-" + firm).text().contains(met));
    assertEquals(303, coordinator.post(path, "stage", "stopped", "reason", why).status());
    assertTrue(coordinator.page("/partners/firm/" + firm).select(".desk").text().contains(why));
    assertTrue(coordinator.page("/programme").text().contains(stopped));
    assertFalse(
        new Visitor(SERVED.client(), language).get("/partners/firm/" + firm).text().contains(why));
    assertEquals(303, new Visitor(SERVED.client(), language).get("/programme").status());
  }

  @Test
  void form_sentTwice_isExecutedOnce() {
    Visitor staff = SERVED.as(Role.COORDINATOR, "en");
    String page = "/remarks?sort=note&city=cn-jilin";
    String once = staff.page(page).select("form[action=/remarks] input[name=once]").attr("value");
    assertFalse(once.isEmpty());
    String text = "sent twice " + once;
    long before = added();
    for (int i = 0; i < 2; i++) {
      Client.Reply sent =
          staff.fill(
              "/remarks",
              "sort=note&city=cn-jilin&body=" + text + "&once=" + once + "&back=/cities/cn-jilin");
      assertEquals(303, sent.status(), sent.text());
      assertEquals("/cities/cn-jilin", sent.header("Location"));
    }
    assertEquals(before + 1, added());
  }

  /// How often a remark was added, by the audit log.
  private static long added() {
    return SERVED
        .cohort()
        .program
        .read(records -> records.audit().list(null, Long.MAX_VALUE, 10_000).items())
        .stream()
        .filter(each -> each.action().equals("remark.add"))
        .count();
  }
}
