package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.program.access.Caller.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/// Lists in a real browser, by the keyboard alone. Screenshots are kept under `target/screenshots`.
@Tag("browser")
class ListsBrowserTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();
  @RegisterExtension static final Served SERVED = Served.alone();

  @ParameterizedTest
  @CsvSource({
    "en-US, 1280, false, Add to a list, Name of the list, Create the list, Share, reader",
    "zh-CN, 390, true, 加入清单, 清单名称, 新建, 分享, 只读"
  })
  void reader_keepsAFirm_andSharesTheList(
      String language,
      int width,
      boolean dark,
      String add,
      String name,
      String make,
      String share,
      String role) {
    try (Browser browser = CHROMIUM.open(SERVED.cohort(), language, width, dark)) {
      if (width < 600) {
        browser.withoutScript();
      }
      String shot = "lists-" + language + "-" + width + "-";
      browser.open("/sign-in?back=/partners/firm/byd");
      browser.run("document.querySelector('#field-token').focus()");
      browser.press(SERVED.cohort().token("Wang Fang", Role.READER), Keys.ENTER);
      browser.tabTo(add).press(Keys.ENTER).check(shot + "1-add");
      browser.tabTo(name).press("長".repeat(60) + "w".repeat(40));
      browser.tabTo(make).press(Keys.ENTER).check(shot + "2-list");
      assertTrue(browser.path().startsWith("/lists/"), browser.path());
      browser.tabTo(share).press(Keys.ENTER).check(shot + "3-shared");
      assertTrue(browser.text("#share + p + p").contains(role), browser.text("main"));
      String link = browser.text(".shared-link");
      browser.open("/lists").check(shot + "4-lists");
      browser.open(link).check(shot + "5-read");
      assertEquals(1, browser.print(shot + "print"));
    }
  }
}
