package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Language;
import greenpair.message.Message;
import greenpair.program.access.Caller.Role;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/// From a plan of partners to letters, the board and a timetable, by the keyboard alone; on a phone
/// also without script.
@Tag("browser")
class PlansBrowserTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();
  @RegisterExtension static final Served SERVED = Served.alone();

  /// What a page says in that language.
  private record Words(String language) {
    String say(String key) {
      return Message.of("page." + key).in(Language.valueOf(language.toUpperCase(Locale.ROOT)));
    }
  }

  /// Waits until a plan is solved, as a person who opens its page again.
  private static String solved(Browser browser) {
    String path = browser.path().replaceFirst("[?#].*", "");
    assertTrue(path.startsWith("/plans/"), path);
    Plans.await(
        SERVED.client(), SERVED.cohort().token("Waiting", Role.COORDINATOR), "/api/v1" + path);
    browser.open(path);
    return path;
  }

  @ParameterizedTest
  @CsvSource({"en, 1280, false, cn-shenzhen", "zh, 390, true, us-ca-losangeles"})
  void coordinator_plansPartners_sendsLetters_andArrangesMeetings(
      String language, int width, boolean dark, String city) {
    Words words = new Words(language);
    String tag = language.equals("en") ? "en-US" : "zh-CN";
    try (Browser browser = CHROMIUM.open(SERVED.cohort(), tag, width, dark)) {
      if (width < 600) {
        browser.withoutScript();
      }
      String shot = "plans-" + language + "-" + width + "-";
      browser.open("/sign-in?back=/plans");
      browser.run("document.querySelector('#field-token').focus()");
      browser.press(SERVED.cohort().token("Wang Fang", Role.COORDINATOR), Keys.ENTER);
      browser.check(shot + "1-plans");

      browser.open("/plans?sort=partners").tabTo(words.say("plans.go")).press(Keys.ENTER);
      String plan = solved(browser);
      browser.check(shot + "2-partners");
      browser.tabTo(words.say("plans.share")).press(Keys.ENTER);
      browser.open(plan + "/cities/" + city).check(shot + "3-city");

      // Every partner of the city is introduced; the first letter is read and saved.
      browser.tabTo(words.say("plans.introduce")).press(Keys.ENTER);
      browser.tabTo(words.say("letter.open")).press(Keys.ENTER);
      assertTrue(browser.path().endsWith("/letter"), browser.path());
      browser.check(shot + "4-letter");
      if (width < 600) {
        browser.tabTo(words.say("letter.edit")).press(Keys.ENTER);
      }
      int warnings =
          ((Number) browser.run("return document.querySelectorAll('[name=confirm]').length"))
              .intValue();
      for (int i = 0; i < warnings; i++) {
        browser.tabTo(words.say("letter.confirm")).press(Keys.SPACE);
      }
      browser.tabTo(words.say("form.save")).press(Keys.ENTER);
      assertEquals("", browser.text(".fault"), "the letter is saved");
      browser.check(shot + "5-saved");
      String introduction = browser.path().replaceFirst("/letter.*", "");

      // Somebody is responsible for it, which the board shows.
      browser.open(introduction).tabTo(words.say("task.change")).press(Keys.ENTER);
      browser.tabTo(words.say("input.responsible")).press("Zhao Min");
      browser.tabTo(words.say("form.save")).press(Keys.ENTER);
      browser.open("/board").check(shot + "6-board");
      assertTrue(browser.text("main").contains("Zhao Min"), browser.text("main"));

      browser.open(plan).tabTo(words.say("plans.next.meetings")).press(Keys.ENTER);
      browser.tabTo(words.say("input.days")).press("2027-05-10");
      browser.tabTo(words.say("plans.go")).press(Keys.ENTER);
      solved(browser);
      browser.check(shot + "7-timetable");
      String before = browser.path();
      browser.tabTo(words.say("plans.veto")).press(Keys.ENTER);
      browser.tabTo(words.say("input.meeting")).press(Keys.TAB, Keys.ENTER);
      solved(browser);
      assertNotEquals(before, browser.path(), "a change is a new timetable");
      browser.check(shot + "8-changed");
    }
  }
}
