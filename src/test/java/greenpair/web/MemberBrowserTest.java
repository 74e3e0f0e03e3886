package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.program.access.Caller.Role;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/// People of the programme at work in a real browser, by the keyboard alone. Screenshots are kept
/// under `target/screenshots`.
@Tag("browser")
class MemberBrowserTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();
  @RegisterExtension static final Served SERVED = Served.alone();

  /// On a telephone the script of the pages does not load: every task must work without it.
  private static Browser browser(String language, int width, boolean dark) {
    Browser browser = CHROMIUM.open(SERVED.cohort(), language, width, dark);
    return width < 600 ? browser.withoutScript() : browser;
  }

  /// A coordinator signs in where she is, pins one firm, rules another out, introduces a third, and
  /// prints the brief with all of it on two sheets.
  @ParameterizedTest
  @CsvSource({
    "en-US, 1280, Sign in, Your token, Pin, Rule out, Reason, Save, Introduce, Pinned, Ruled out,"
        + " introduced",
    "zh-CN, 390, 登录, 您的令牌, 置顶, 否决, 理由, 保存, 发起引荐, 已置顶, 已否决, 已引荐"
  })
  void coordinator_pins_rulesOut_introduces_andPrints(
      String language,
      int width,
      String signIn,
      String token,
      String pin,
      String ruleOut,
      String reason,
      String save,
      String introduce,
      String pinned,
      String ruledOut,
      String introduced) {
    try (Browser browser = browser(language, width, false)) {
      String name = "coordinator-" + language + "-" + width + "-";
      browser.open("/cities/us-ca-losangeles?need=us-ca-losangeles-n2");
      browser.tabTo(signIn).press(Keys.ENTER).check(name + "1-signin");
      browser.tabTo(token).press(SERVED.cohort().token("Wang Fang", Role.COORDINATOR), Keys.ENTER);
      assertEquals("/cities/us-ca-losangeles?need=us-ca-losangeles-n2", browser.path());
      browser.tabTo(pin + " –").press(Keys.ENTER);
      assertTrue(browser.text(".card.pinned").contains(pinned), browser.text("main"));
      browser.check(name + "2-pinned");
      browser.tabTo(ruleOut).press(Keys.ENTER).tabTo(reason).press("Too far away");
      browser.check(name + "3-reason");
      browser.tabTo(save).press(Keys.ENTER);
      assertTrue(browser.text(".ruled-out").contains(ruledOut), browser.text("main"));
      browser.tabTo(introduce).press(Keys.ENTER).check(name + "4-introduce");
      browser.tabTo(save).press(Keys.ENTER);
      assertTrue(browser.text("main").contains(introduced), browser.text("main"));
      browser.check(name + "5-city");
      browser.open("/cities/us-ca-losangeles/brief").check(name + "6-brief");
      // A phone opens it on demand; paper shows it.
      Object all = browser.run("return document.querySelector('main').textContent");
      assertTrue(all.toString().contains("Too far away"), all.toString());
      assertEquals(2, browser.print(name + "brief"));
    }
  }

  /// An officer types in a need of the own city and sees it kept as a draft.
  @ParameterizedTest
  @CsvSource({
    "zh-CN, 1280, 新增需求, 中文名称, 主要技术领域, 空气源热泵, 保存为草稿, 草稿",
    "en-US, 390, Add a need, Name in Chinese, Main technology, Air-source heat, Save as draft,"
        + " draft"
  })
  void officer_typesInANeed_andFindsItAsADraft(
      String language,
      int width,
      String add,
      String name,
      String technology,
      String heatPump,
      String save,
      String draft) {
    try (Browser browser = browser(language, width, true)) {
      String shot = "officer-" + language + "-" + width + "-";
      browser.open("/sign-in?back=/cities/cn-jilin");
      browser.run("document.querySelector('#field-token').focus()");
      browser.press(SERVED.cohort().token("李伟", Role.CITY, "cn-jilin"), Keys.ENTER);
      assertEquals("/cities/cn-jilin", browser.path());
      browser.tabTo(add).press(Keys.ENTER).check(shot + "1-form");
      browser.tabTo(name).press("学校热泵供暖");
      browser.tabTo(technology).press(heatPump);
      browser.tabTo(save).press(Keys.ENTER).check(shot + "2-saved");
      assertTrue(browser.text("main").contains(draft), browser.text("main"));
      browser.open("/cities/cn-jilin");
      assertTrue(browser.text("section[aria-labelledby=typed]").contains("学校热泵供暖"));
    }
  }

  @ParameterizedTest
  @CsvSource({"en-US, 1280, false", "zh-CN, 390, true"})
  void everyKindOfPage_forMembers_isAccessible_andFits(String language, int width, boolean dark) {
    String about = "city=cn-jilin&need=cn-jilin-n1&kind=firm&";
    List<String> pages =
        List.of(
            "/programme",
            "/remarks?sort=note&" + about + "entry=byd",
            "/introductions?" + about + "partner=byd",
            "/edits/need/us-ca-sanjose-n1",
            "/edits/city/cn-jilin",
            "/partners/firm/byd");
    try (Browser browser = browser(language, width, dark)) {
      browser.open("/sign-in?back=/programme");
      browser.run("document.querySelector('#field-token').focus()");
      browser.press(SERVED.cohort().token("Wang Fang", Role.COORDINATOR), Keys.ENTER);
      for (String page : pages) {
        String name = page.replaceAll("[^a-z0-9]+", "-").replaceFirst("^-", "");
        browser.open(page).check(String.join("-", "member", name, language, "" + width));
      }
    }
  }
}
