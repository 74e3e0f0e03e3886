package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.job.Job;
import greenpair.job.Riverton;
import greenpair.program.access.Caller.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/// An operator at a browser, by the keyboard: starts a job, sees it run without touching the page,
/// and its result.
@Tag("browser")
class JobBrowserTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({"en-US, 1280, false, Reason, Start, published", "zh-CN, 390, true, 原因, 开始, 已发布"})
  void operator_startsAJob_andThePageFollowsIt(
      String language, int width, boolean dark, String reason, String start, String published)
      throws IOException {
    Riverton riverton = new Riverton();
    riverton.hold();
    Path first = Riverton.before(folder.resolve("first"));
    try (Cohort cohort = Cohort.serving(folder.resolve("data"), first);
        Browser browser = CHROMIUM.open(cohort, language, width, dark)) {
      Riverton.layOut(
          cohort.catalog,
          cohort.registries,
          "US,Broken,\"Riverton, CA\",broken,not an address,x\n");
      cohort.jobs.follow(riverton::pass);
      browser.open("/sign-in?back=/registries");
      browser.run("document.querySelector('#field-token').focus()");
      browser.press(cohort.token("李伟", Role.OPERATOR), Keys.ENTER);
      String shot = "jobs-" + language + "-" + width + "-";
      browser.check(shot + "1-form");
      browser.run("document.querySelector('#run').scrollIntoView()");
      if (width < 600) {
        // A phone shows the form folded.
        browser.tabTo("重新导入数据源").press(Keys.ENTER);
      }
      browser.tabTo(reason).press("x");
      browser.tabTo(start).press(Keys.ENTER).check(shot + "2-running");
      assertEquals("/registries", browser.path());
      assertEquals(true, browser.run("return !!document.querySelector('section.job')"));
      riverton.open();
      Instant most = Instant.now().plus(Duration.ofSeconds(60));
      while (Boolean.TRUE.equals(browser.run("return !!document.querySelector('section.job')"))) {
        assertTrue(Instant.now().isBefore(most), "the page did not follow the job to its end");
      }
      assertTrue(browser.text("#jobs ~ .scroll").contains(published), browser.text("main"));
      Job job = cohort.jobs.list("", 1).getFirst();
      browser.open("/registries/jobs/" + job.id()).check(shot + "3-ended");
    } finally {
      riverton.open();
    }
  }
}
