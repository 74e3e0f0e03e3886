package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import java.util.logging.Level;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import tools.jackson.databind.JsonNode;

/// Checks the page that a browser shows.
record PageInspection(Browser browser, ChromeDriver driver, String root) {
  private static final String AXE = axe();
  private static final String LAYOUT_SHIFT =
      """
      return new Promise(done => {
        let sum = 0;
        new PerformanceObserver(list => {
          for (const each of list.getEntries()) if (!each.hadRecentInput) sum += each.value;
        }).observe({type: 'layout-shift', buffered: true});
        setTimeout(() => done(sum), 50);
      });
      """;

  /// Nothing on the page moved without a key pressed since it was opened.
  void still(String name) {
    double moved = ((Number) browser.run(LAYOUT_SHIFT)).doubleValue();
    assertTrue(moved < 0.01, name + " moved by " + moved + " while it loaded");
  }

  /// The page as it is now fits the screen, is accessible, asks no other host and has a quiet
  /// console.
  void check(String name) {
    long wide = ((Number) browser.run("return document.documentElement.scrollWidth")).longValue();
    // A telephone makes its window wider for a page that does not fit.
    String screen = "return document.documentElement.clientWidth";
    long room = ((Number) browser.run(screen)).longValue();
    assertTrue(wide <= room, name + " is " + wide + " px wide on a screen of " + room);
    List<String> messages =
        driver.manage().logs().get(LogType.BROWSER).getAll().stream()
            .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
            .map(LogEntry::getMessage)
            .filter(message -> !message.contains("Canvas2D")) // The rules' own, which comes late.
            .filter(message -> !message.contains("ERR_BLOCKED_BY_CLIENT")) // See withoutScript.
            .toList();
    assertEquals(List.of(), messages, "the console of " + name);
    assertEquals(List.of(), elsewhere(), name + " asked another host");
    // Last, since the rules' own messages would come into the console.
    assertEquals(List.of(), violations(), name + " at " + browser.path());
    while (!driver.manage().logs().get(LogType.BROWSER).getAll().isEmpty()) {
      Browser.pause();
    }
  }

  @SuppressWarnings("unchecked")
  private List<String> violations() {
    browser.run(AXE);
    return (List<String>)
        Objects.requireNonNull(
            driver.executeAsyncScript(
                """
                const done = arguments[arguments.length - 1];
                const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
                axe.run(document, {runOnly: tags, resultTypes: ['violations']})
                  .then(found => done(found.violations.flatMap(rule => rule.nodes.slice(0, 3).map(
                    node => rule.id + ': ' + node.target + ' ' + node.failureSummary))))
                  .catch(error => done(['axe failed: ' + error]));
                """));
  }

  /// Requests of this page to another host than the server's.
  private List<String> elsewhere() {
    List<String> found = new ArrayList<>();
    for (LogEntry each : driver.manage().logs().get(LogType.PERFORMANCE)) {
      if (!each.getMessage().contains("Network.requestWillBeSent")) {
        continue; // Most are of other sorts, and long.
      }
      JsonNode message = Client.parse(each.getMessage().getBytes(StandardCharsets.UTF_8));
      JsonNode event = message.get("message");
      if (event.get("method").asString().equals("Network.requestWillBeSent")) {
        String url = event.get("params").get("request").get("url").asString();
        if (url.matches("(https?|wss?):.*") && !url.startsWith(root + "/")) {
          found.add(url);
        }
      }
    }
    return found;
  }

  private static String axe() {
    String name = "META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    try (InputStream in = Browser.class.getClassLoader().getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
