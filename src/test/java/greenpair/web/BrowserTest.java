package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Seeded;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Need;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/// The pages in a real browser, by the keyboard alone, on a desk and on a telephone, in both
/// languages. Screenshots are kept under `target/screenshots`.
@Tag("browser")
class BrowserTest {
  private static final int DESK = 1280;

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();
  @RegisterExtension static final Served SERVED = Served.shared();

  private static Browser browser(String language, int width, boolean dark) {
    return CHROMIUM.open(SERVED.cohort(), language, width, dark);
  }

  /// A city officer of Jilin looks for heat pumps in Chinese and learns honestly who is proven, on
  /// the telephone without a script.
  @ParameterizedTest
  @CsvSource({"1280, true", "390, false"})
  void officerOfJilin_inChinese_findsHeatPumps_andWhoIsProven(int width, boolean hasScript) {
    try (Browser browser = browser("zh-CN", width, false)) {
      if (!hasScript) {
        browser.withoutScript();
      }
      browser.open("/").check("jilin-1-front-" + width);
      browser.tabTo("您想找什么").press("热泵", Keys.ENTER);
      assertTrue(browser.path().contains("q="), browser.path());
      assertTrue(browser.text(".hits").contains("热泵"), browser.text("main"));
      browser.check("jilin-2-found-" + width);

      // What is proven in a climate like Jilin's.
      browser.tabTo("本市").press("吉林市");
      browser.tabTo("案例所在地").press("与本市气候");
      browser.run("document.querySelector('#q').focus()");
      browser.press(Keys.ENTER).check("jilin-2b-near-" + width);
      assertTrue(browser.path().contains("near=climate"), browser.path());
      // A colleague's link finds nothing, and the page leads on.
      browser.open("/?q=热泵&kind=firm&near=city").check("jilin-2c-empty-" + width);
      browser.tabTo("查看在其他地方得到验证的结果").press(Keys.ENTER);
      assertTrue(browser.text(".hits").contains("热泵"), browser.text("main"));
      browser.tabTo("吉林市的需求").press(Keys.ENTER);
      assertEquals("/cities/cn-jilin", browser.path());
      browser.tabTo("秸秆生物质热电联产供热").press(Keys.ENTER);
      assertTrue(browser.path().startsWith("/cities/cn-jilin?need=cn-jilin-n1"), browser.path());
      browser.check("jilin-3-need-" + width);
      browser.tabTo("家对本需求尚无实绩的企业").press(Keys.ENTER);
      assertTrue(browser.text("section[aria-labelledby=firms] details[open]").contains("不构成推荐"));
      browser.check("jilin-4-leads-" + width);
    }
  }

  /// A coordinator prints the brief of San Jose in English, and then in Chinese.
  @ParameterizedTest
  @CsvSource({"1280", "390"})
  void coordinator_inEnglish_printsTheBriefOfSanJose(int width) {
    try (Browser browser = browser("en-US", width, false)) {
      browser.open("/");
      browser.tabTo("I work for a city").press(Keys.ENTER);
      assertEquals("/cities", browser.path());
      browser.check("sanjose-1-cities-" + width);
      browser.tabTo("San Jose").press(Keys.ENTER);
      assertEquals("/cities/us-ca-sanjose", browser.path());
      browser.check("sanjose-2-city-" + width);
      browser.tabTo("Printable brief").press(Keys.ENTER);
      assertEquals("/cities/us-ca-sanjose/brief", browser.path());
      browser.tabTo("Print");
      browser.check("sanjose-3-brief-" + width);
      assertTrue(browser.print("sanjose-brief-en") <= 2);

      browser.open("/cities/us-ca-sanjose/brief").tabTo("中文").press(Keys.ENTER);
      assertEquals("zh-Hans", browser.run("return document.documentElement.lang"));
      browser.check("sanjose-4-brief-zh-" + width);
      assertTrue(browser.print("sanjose-brief-zh") <= 2);
    }
  }

  /// The width of the smallest screens (WCAG 2.2, 1.4.10).
  @ParameterizedTest
  @CsvSource({"en-US", "zh-CN"})
  void figuresOfAllCities_fitTheSmallestScreen(String language) {
    try (Browser browser = browser(language, 320, false)) {
      browser.open("/cohort").inspect("cohort-" + language + "-320");
    }
  }

  private record Look(String language, int width, boolean dark) {}

  /// Each page in one language, on a desk or on a telephone: another one in each build.
  @Seeded(runs = 1)
  void everyKindOfPage_isAccessible_andFits(Random random) {
    List<String> pages =
        List.of(
            "/",
            "/?q=electric+bus",
            "/?q=xyzzyq",
            "/needs",
            "/cities",
            "/cities/us-ca-losangeles?need=us-ca-losangeles-n4",
            "/cities/cn-shenzhen/brief",
            "/partners/firm/byd",
            "/partners/financier/ibank",
            "/solutions/sol-bld-env-ret",
            "/compare?ids=sol-bld-env-ret,sol-bld-env-ins,sol-lgt-led",
            "/compare",
            "/compare?ids=firm:byd&ids=firm:new-flyer&ids=firm:nova-bus",
            "/cohort",
            "/registries");
    Map<Look, List<String>> looks = new HashMap<>();
    for (String page : pages) {
      String language = random.nextBoolean() ? "en-US" : "zh-CN";
      int width = random.nextBoolean() ? 390 : DESK;
      Look look = new Look(language, width, random.nextBoolean());
      looks.computeIfAbsent(look, each -> new ArrayList<>()).add(page);
    }
    looks.forEach(BrowserTest::inspect);
  }

  private static void inspect(Look look, List<String> pages) {
    try (Browser browser = browser(look.language(), look.width(), look.dark())) {
      for (String page : pages) {
        String name = page.replaceAll("[^a-z0-9]+", "-").replaceFirst("^-", "");
        String light = look.dark() ? "dark" : "light";
        String picture = String.join("-", "page", name, look.language(), "" + look.width(), light);
        browser.open(page).still(picture);
        // What this opens moves what is below it, which is not the page moving by itself.
        browser.run("for (const each of document.querySelectorAll('details')) each.open = true");
        browser.inspect(picture);
      }
    }
  }

  /// Nothing is shown before what stands above and beside it has arrived.
  @Test
  void page_onASlowLine_doesNotMove() {
    try (Browser browser = browser("zh-CN", DESK, false)) {
      browser.onASlowLine().open("/cohort"); // Has the styles and the script, as most visits have.
      for (String page : List.of("/", "/cities/cn-shenzhen/brief", "/solutions/sol-bld-env-ret")) {
        browser.open(page).still(page);
      }
    }
  }

  /// Printing takes a second, so of each language only the briefs that are the longest are printed.
  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void brief_ofEveryCityWithNeeds_takesTwoSheetsAtMost(String language) {
    Set<EntryId> cities = new TreeSet<>();
    for (Entry entry : SERVED.cohort().fixtures()) {
      if (entry instanceof Need need) {
        cities.add(need.city());
      }
    }
    assertTrue(cities.size() > 19, cities::toString);
    Map<EntryId, Integer> lengths = new HashMap<>();
    for (EntryId city : cities) {
      lengths.put(city, SERVED.browse(brief(city, language)).text().length());
    }
    try (Browser browser = browser("en-US", DESK, false).paper()) {
      List<String> longer = new ArrayList<>();
      for (EntryId city : longest(lengths, 2)) {
        browser.open(brief(city, language));
        int sheets = browser.print("brief-" + city + "-" + language);
        if (sheets < 1 || sheets > 2) {
          longer.add(city + ": " + sheets);
        }
      }
      assertEquals(List.of(), longer);
    }
  }

  private static String brief(EntryId city, String language) {
    return "/cities/" + city + "/brief?lang=" + language;
  }

  private static List<EntryId> longest(Map<EntryId, Integer> lengths, int count) {
    return lengths.entrySet().stream()
        .sorted(Map.Entry.<EntryId, Integer>comparingByValue().reversed())
        .limit(count)
        .map(Map.Entry::getKey)
        .toList();
  }

  @Test
  void comparison_isChosenByKeys_upToFour() {
    try (Browser browser = browser("en-US", DESK, false)) {
      browser.open("/?q=building&kind=solution");
      for (int i = 0; i < 4; i++) {
        browser.tabTo("Compare –").press(Keys.SPACE);
      }
      assertEquals("4 selected (up to 4)", browser.text("[data-count]"));
      assertTrue(
          (Boolean)
              browser.run(
                  "return [...document.querySelectorAll('[name=ids]:not(:checked)')]"
                      + ".every(box => box.disabled)"));
      browser.tabTo("Compare the selection").press(Keys.ENTER);
      assertTrue(browser.path().startsWith("/compare?ids="), browser.path());
      assertEquals("4", browser.run("return '' + document.querySelectorAll('thead th').length"));
    }
  }

  @Test
  void skipLink_isTheFirstStop_andLeadsToTheContent() {
    try (Browser browser = browser("en-US", DESK, false)) {
      browser.open("/cities").tabTo("Skip to content").press(Keys.ENTER);
      assertEquals("main", browser.focused().getDomAttribute("id"));
      browser.tabTo("Los Angeles");
      assertFalse(browser.path().contains("?"));
    }
  }
}
