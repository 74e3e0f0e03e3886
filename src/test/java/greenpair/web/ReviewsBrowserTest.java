package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.program.access.Caller.Role;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/// Uncertain pairs in a real browser, answered by keys. Screenshots are kept under
/// `target/screenshots`.
@Tag("browser")
class ReviewsBrowserTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();
  @RegisterExtension static final Served SERVED = Served.alone();

  @ParameterizedTest
  @CsvSource({"en-US, 1280, false, are the same, Pair 2 of 2", "zh-CN, 390, true, 同一机构, 第2对，共2对"})
  void coordinator_answersByKeys_undoes_andSkips(
      String language, int width, boolean dark, String same, String second) throws IOException {
    Pairs.asked(SERVED.cohort().store.data(), "Acme", "Acme Ltd", "W".repeat(300), "شركة الطاقة");
    try (Browser browser = CHROMIUM.open(SERVED.cohort(), language, width, dark)) {
      String shot = "reviews-" + language + "-" + width + "-";
      browser.open("/sign-in?back=/reviews");
      browser.run("document.querySelector('#field-token').focus()");
      browser.press(SERVED.cohort().token("Wang Fang", Role.COORDINATOR), Keys.ENTER);
      browser.check(shot + "1-pair");
      browser.press("s");
      assertTrue(browser.text("[role=status]").contains(same), browser.text("main"));
      browser.check(shot + "2-answered");
      browser.press("u");
      browser.press("k");
      assertTrue(browser.text("#pair").contains(second), browser.text("main"));
      browser.check(shot + "3-second");
    }
  }

  @ParameterizedTest
  @CsvSource({"en-US, 390, The same, are the same, Undo", "zh-CN, 1280, 同一, 同一机构, 撤销"})
  void coordinator_withoutScript_answersByButtons_andUndoes(
      String language, int width, String same, String done, String undo) throws IOException {
    Pairs.asked(SERVED.cohort().store.data(), "Acme", "Acme Ltd", "W".repeat(300), "شركة الطاقة");
    try (Browser browser = CHROMIUM.open(SERVED.cohort(), language, width, false).withoutScript()) {
      browser.open("/sign-in?back=/reviews");
      browser.run("document.querySelector('#field-token').focus()");
      browser.press(SERVED.cohort().token("Wang Fang", Role.COORDINATOR), Keys.ENTER);
      browser.tabTo(same).press(Keys.ENTER);
      assertTrue(browser.text("[role=status]").contains(done), browser.text("main"));
      browser.tabTo(undo).press(Keys.ENTER);
      browser.check("reviews-plain-" + language + "-" + width);
    }
  }
}
