package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.program.access.Caller.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/// How tall pages are on a phone: four screens at most, since what is further down is not read. The
/// rest opens on demand.
@Tag("browser")
class PhonePagesTest {
  private static final int WIDTH = 390;
  private static final int SCREEN = 844;
  private static final int MOST = 4 * SCREEN;

  private static final List<String> FOR_ALL =
      List.of(
          "/",
          "/?q=electric+bus",
          "/?q=solar&kind=firm",
          "/needs",
          "/opportunities",
          "/cities",
          "/cities/us-ca-losangeles",
          "/cities/us-ca-losangeles?need=us-ca-losangeles-n4",
          "/cities/cn-shenzhen?need=cn-shenzhen-n3",
          "/cities/cn-jilin?need=cn-jilin-n3",
          "/cities/us-ca-losangeles/brief",
          "/partners/firm/byd",
          "/partners/financier/adb",
          "/solutions/sol-bld-env-ret",
          "/compare?ids=sol-bld-env-ret,sol-bld-env-ins,sol-lgt-led",
          "/compare?ids=firm:byd&ids=firm:new-flyer&ids=firm:nova-bus",
          "/cohort",
          "/registries",
          "/docs");

  private static final List<String> FOR_MEMBERS =
      List.of(
          "/programme",
          "/board",
          "/changes",
          "/lists",
          "/plans",
          "/reviews",
          "/learning",
          "/contacts?kind=firm&entry=byd",
          "/remarks?sort=note&city=cn-jilin",
          "/edits/need/us-ca-sanjose-n1",
          "/edits/city/cn-jilin");

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();
  @RegisterExtension static final Served SERVED = Served.alone();

  /// The pages of a plan of partners, its timetable, and an introduction with its letter.
  private static List<String> made(String partner) {
    Client client = SERVED.client();
    String token = SERVED.cohort().token("Li", Role.COORDINATOR);
    List<String> made = new ArrayList<>();
    String plan = "/api/v1/plans/";
    for (String[] each :
        new String[][] {
          {
            "cohort",
            "{\"sides\": [{\"country\": \"CN\", \"cities\": 3}, {\"country\": \"US\", \"cities\":"
                + " 3}]}"
          },
          {"pairs", "{}"},
          {"partners", "{}"}
        }) {
      Client.Reply asked = client.as(token, "POST", plan + each[0], each[1]);
      assertEquals(202, asked.status(), asked::text);
      made.add(asked.header("Location"));
      Plans.await(client, token, made.getLast());
    }
    String summit =
        """
        {"plan": "%s", "days": ["2027-05-10", "2027-05-11"], "zone": "Asia/Shanghai", "tables": 20}
        """
            .formatted(made.getLast().replace(plan, ""));
    Client.Reply asked = client.as(token, "POST", plan + "meetings", summit);
    assertEquals(202, asked.status(), asked::text);
    made.add(asked.header("Location"));
    Plans.await(client, token, made.getLast());
    String introduction =
        """
        {"city": "us-ca-losangeles", "need": "us-ca-losangeles-n4", "kind": "firm",
         "partner": "%s"}
        """
            .formatted(partner);
    asked = client.as(token, "POST", "/api/v1/introductions", introduction);
    assertEquals(201, asked.status(), asked::text);
    made.add(asked.header("Location"));
    made.add(asked.header("Location") + "/letter");
    return made.stream().map(each -> each.replace("/api/v1", "")).toList();
  }

  @ParameterizedTest
  @CsvSource({"en, false", "zh, false", "en, true", "zh, true"})
  void everyPage_isFourScreensTallAtMost(String language, boolean isMember) {
    List<String> pages = new ArrayList<>(FOR_ALL);
    try (Browser browser =
        CHROMIUM.open(SERVED.cohort(), language.equals("en") ? "en-US" : "zh-CN", WIDTH, false)) {
      if (isMember) {
        pages.addAll(FOR_MEMBERS);
        // Each partner is introduced once.
        pages.addAll(made(language.equals("en") ? "new-flyer" : "gillig"));
        browser.open("/sign-in?back=/programme");
        browser.run("document.querySelector('#field-token').focus()");
        browser.press(SERVED.cohort().token("Wang Fang", Role.OPERATOR), Keys.ENTER);
      }
      List<String> wrong = new ArrayList<>();
      for (String page : pages) {
        browser.open(page);
        String name = page + " (" + language + ")";
        String title = browser.text("h1");
        if (title.contains("404") || browser.text(".error").length() > 0) {
          wrong.add(name + " is no page");
        }
        long tall =
            ((Number) browser.run("return document.documentElement.scrollHeight")).longValue();
        long wide =
            ((Number) browser.run("return document.documentElement.scrollWidth")).longValue();
        if (tall > MOST || wide > WIDTH) {
          wrong.add(name + ": " + wide + " x " + tall);
        }
      }
      assertEquals(List.of(), wrong);
    }
  }
}
