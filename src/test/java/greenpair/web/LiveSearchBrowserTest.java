package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.program.access.Caller.Role;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/// Results while typing, in a real browser.
@Tag("browser")
class LiveSearchBrowserTest {
  private static final int MOST_TABS = 10;

  /// The box gets the focus by the key, since a window behind another does not tell of it.
  private static final String WORDS = "What are you looking for?";

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();
  @RegisterExtension static final Served SERVED = Served.shared();

  private static void await(Browser browser, String condition) {
    String script = "return " + condition;
    for (int i = 0; i < 1_500 && !Boolean.TRUE.equals(browser.run(script)); i++) {
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
    assertEquals(true, browser.run(script), condition + " on " + browser.text("main"));
  }

  @ParameterizedTest
  @CsvSource({"en-US, 1280, heat pump", "zh-CN, 390, 热泵"})
  void typing_showsResults_onTheSamePage_andKeysGoThroughThem(
      String language, int width, String words) {
    try (Browser browser = CHROMIUM.open(SERVED.cohort(), language, width, false)) {
      browser.open("/").run("window.same = true; document.querySelector('#q').focus()");
      browser.press(words);
      await(browser, "document.querySelectorAll('.hits .hit').length > 0");
      assertEquals(true, browser.run("return window.same"), "no page was loaded");
      assertTrue(browser.path().startsWith("/?q="), browser.path());
      assertFalse(browser.text("#status").isEmpty(), "a screen reader is told");
      // Results that come later than half a second after a key count as moved: only inspected.
      browser.inspect("live-" + language + "-" + width);

      browser.press(Keys.ARROW_DOWN);
      String first = "document.activeElement === document.querySelector('.hits h3 a')";
      assertEquals(true, browser.run("return " + first), "down goes to the first result");
      browser.press(Keys.ARROW_DOWN, Keys.ARROW_UP);
      assertEquals(true, browser.run("return " + first));
      browser.press(Keys.ESCAPE);
      assertEquals("q", browser.focused().getDomAttribute("id"));
    }
  }

  @Test
  void recentSearches_areOfferedInTheEmptyBox_andCleared() {
    try (Browser browser = CHROMIUM.open(SERVED.cohort(), "en-US", 1280, false)) {
      browser.open("/?q=heat+pump").open("/?q=green+bond").open("/");
      assertEquals("", browser.text("#suggestions"));
      browser.tabTo(WORDS);
      String links = "return [...document.querySelectorAll('#suggestions a')].map(a => a.text)";
      assertEquals(List.of("green bond", "heat pump"), browser.run(links));
      browser.inspect("recent-searches").tabTo("Clear").press(Keys.ENTER);
      assertEquals(true, browser.run("return document.querySelector('#suggestions').hidden"));
      browser.open("/").tabTo(WORDS);
      assertEquals("", browser.text("#suggestions"));
    }
  }

  @Test
  void recentSearches_goWithTheSession() {
    Cohort cohort = SERVED.cohort();
    String token = cohort.token("Bo", Role.READER);
    try (Browser browser = CHROMIUM.open(cohort, "en-US", 1280, false)) {
      browser.open("/sign-in?back=/");
      browser.run("document.querySelector('#field-token').focus()");
      browser.press(token, Keys.ENTER).open("/?q=heat+pump");
      assertTrue(recent(browser).contains("heat pump"));
      String operator = cohort.token("Op", Role.OPERATOR);
      String address = "/api/v1/tokens/" + token.substring(3, 23);
      assertEquals(200, SERVED.client().as(operator, "DELETE", address, "").status());
      assertEquals("", recent(browser));
    }
  }

  private static String recent(Browser browser) {
    browser.open("/").tabTo(WORDS);
    return browser.text("#suggestions");
  }

  /// The answer to older words must not replace that to newer ones.
  @Test
  void laterWords_winOverEarlierOnes_howeverLateTheseAreAnswered() {
    try (Browser browser = CHROMIUM.open(SERVED.cohort(), "en-US", 1280, false)) {
      browser.open("/");
      browser.run(
          """
          const plain = window.fetch;
          window.fetch = (url, how) => new Promise((done, fail) => {
            const wait = String(url).includes('heat') ? 600 : 0;
            how?.signal?.addEventListener('abort',
              () => fail(new DOMException('', 'AbortError')));
            setTimeout(() => plain(url, how).then(done, fail), wait);
          });
          document.querySelector('#q').focus();
          """);
      browser.press("heat");
      browser.run("return new Promise(done => setTimeout(done, 200))");
      browser.run("document.querySelector('#q').value = ''");
      browser.press("electric bus");
      await(browser, "document.querySelector('#found')?.textContent.length > 0");
      browser.run("return new Promise(done => setTimeout(done, 900))");
      assertTrue(browser.text(".hits").toLowerCase(Locale.ROOT).contains("bus"));
      assertTrue(browser.path().contains("electric"), browser.path());
    }
  }

  @Test
  void firstResult_isWithinTenTabs_ofTheWords_alsoWhenNarrowed() {
    try (Browser browser = CHROMIUM.open(SERVED.cohort(), "en-US", 1280, false)) {
      browser.open("/?q=heat+pump&kind=solution&country=CN");
      browser.run("document.querySelector('#q').focus()");
      int tabs = 0;
      while (!Boolean.TRUE.equals(
          browser.run("return document.activeElement.matches('.hits h3 a')"))) {
        assertTrue(tabs < MOST_TABS, "more than " + MOST_TABS + " tabs to the first result");
        browser.press(Keys.TAB);
        tabs++;
      }
    }
  }
}
