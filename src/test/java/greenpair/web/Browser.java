package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import tools.jackson.databind.JsonNode;

/// A real browser without a window: the Chromium and the driver that the machine has. It is used
/// like a person uses it, by keys, and looked at like a machine can: rules of accessibility,
/// messages of the console, requests, moves of the layout.
final class Browser implements AutoCloseable {
  static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private static final String AXE = axe();
  private static final int MOST_TABS = 400;
  private static final int AT_ONCE = 8;

  private static final String WATCH_STOPS =
      """
      if (!window.stops) {
        addEventListener('focusin', event => {
          const e = event.target;
          const label = e.labels?.length ? e.labels[0].textContent : '';
          const seen = getComputedStyle(e);
          const shown = seen.outlineStyle !== 'none' && parseFloat(seen.outlineWidth) > 0;
          const own = e.getAttribute('role') === 'group' ? 'GROUP' : e.innerText;
          window.elements.push(e);
          window.stops.push((shown ? '' : 'UNSEEN ')
            + (label || own || e.tagName).replace(/\\s+/g, ' ').trim());
        });
      }
      window.stops = [];
      window.elements = [];
      """;

  private final ChromeDriver driver;
  private final String root;
  private final boolean own;

  /// A browser of its own, as it is at its first start.
  ///
  /// @param language of the browser, as in `Accept-Language`
  Browser(int port, String language, Path profile) {
    this(start(profile), port, language, true);
  }

  /// A browser that others use before and after: nothing of them is left in it.
  Browser(ChromeDriver driver, int port, String language) {
    this(driver, port, language, false);
  }

  private Browser(ChromeDriver driver, int port, String language, boolean own) {
    this.driver = driver;
    this.root = "http://127.0.0.1:" + port;
    this.own = own;
    driver.get("about:blank");
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of()));
    driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
    driver.executeCdpCommand(
        "Storage.clearDataForOrigin", Map.of("origin", root, "storageTypes", "all"));
    driver.executeCdpCommand(
        "Network.setExtraHTTPHeaders", Map.of("headers", Map.of("Accept-Language", language)));
    driver.manage().logs().get(LogType.BROWSER);
    driver.manage().logs().get(LogType.PERFORMANCE);
  }

  /// Starts a browser.
  static ChromeDriver start(Path profile) {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(binary().orElseThrow().toFile());
    options.setCapability("goog:loggingPrefs", logs);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--user-data-dir=" + profile.toAbsolutePath());
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(onPath("chromedriver").orElseThrow().toFile())
            .build();
    return new ChromeDriver(service, options);
  }

  /// Why there is no browser to test with, or nothing when there is one.
  static Optional<String> missing() {
    return binary().isPresent() && onPath("chromedriver").isPresent()
        ? Optional.empty()
        : Optional.of(
            "no chromium and chromedriver on PATH (Debian: apt-get install chromium"
                + " chromium-driver): the pages were not tried in a browser");
  }

  private static Optional<Path> binary() {
    return onPath("chromium")
        .or(() -> onPath("chromium-browser"))
        .or(() -> onPath("google-chrome"));
  }

  private static Optional<Path> onPath(String name) {
    return Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(":"))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static String axe() {
    String name = "META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    try (InputStream in = Browser.class.getClassLoader().getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A screen of that width, in the light or in the dark.
  Browser screen(int width, int height, boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    return this;
  }

  /// Without the script of the pages: there is one file, and the policy allows no other.
  Browser withoutScript() {
    driver.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of("*/assets/*.js")));
    return this;
  }

  Browser open(String path) {
    driver.get(root + path);
    return this;
  }

  String path() {
    return Objects.requireNonNull(driver.getCurrentUrl()).substring(root.length());
  }

  String text(String selector) {
    return (String) run("return document.querySelector(arguments[0])?.innerText ?? ''", selector);
  }

  Object run(String script, Object... arguments) {
    return Objects.requireNonNullElse(
        ((JavascriptExecutor) driver).executeScript(script, arguments), "");
  }

  /// Goes on by the tab key until the element that has the focus says or is labelled with these
  /// words; each stop must show that it has the focus. Keys are sent a few at a time, since each
  /// sending is a conversation with the browser; what went too far goes back by the same key.
  Browser tabTo(String words) {
    List<String> stops = new ArrayList<>();
    run(WATCH_STOPS);
    while (stops.size() < MOST_TABS) {
      List<String> more = tabs(AT_ONCE, false);
      for (int at = 0; at < more.size(); at++) {
        String here = more.get(at);
        if (!stops.isEmpty() && here.equals(stops.getFirst())) {
          return fail("no way by the tab key to \"" + words + "\" on " + path() + ": " + stops);
        }
        stops.add(here);
        if (here.startsWith("UNSEEN")) {
          fail("the focus does not show on " + here + " of " + path());
        }
        if (here.contains(words)) {
          back(stops.size() - 1, more.size() - 1 - at);
          return this;
        }
      }
    }
    return fail("no end of stops on " + path() + ": " + stops);
  }

  /// Goes back to that stop. A key that left the page for the browser's own bar was no stop of it.
  private void back(int stop, int times) {
    String isThere = "return document.activeElement === window.elements[arguments[0]]";
    var _ = tabs(times, true);
    for (int more = 0; !Boolean.TRUE.equals(run(isThere, stop)); more++) {
      assertTrue(more < AT_ONCE, "no way back by the tab key on " + path());
      var _ = tabs(1, true);
    }
  }

  /// Presses the tab key so many times.
  ///
  /// @return what got the focus
  @SuppressWarnings("unchecked")
  private List<String> tabs(int times, boolean back) {
    Actions keys = new Actions(driver);
    if (back) {
      keys.keyDown(Keys.SHIFT);
    }
    for (int i = 0; i < times; i++) {
      keys.sendKeys(Keys.TAB);
    }
    (back ? keys.keyUp(Keys.SHIFT) : keys).perform();
    return (List<String>) run("return window.stops.splice(0)");
  }

  Browser press(CharSequence... keys) {
    String before = driver.getCurrentUrl();
    new Actions(driver).sendKeys(keys).perform();
    // What a key begins in a page is done when the page has loaded.
    for (int i = 0; i < 10 && Objects.equals(before, driver.getCurrentUrl()); i++) {
      pause();
    }
    for (int i = 0; i < 100 && !run("return document.readyState").equals("complete"); i++) {
      pause();
    }
    return this;
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /// Checks the page as it loaded: that it did not move, and all of [#inspect(String)].
  ///
  /// @param name of the picture
  Browser check(String name) {
    return still(name).inspect(name);
  }

  /// Checks that nothing on the page moved without a key pressed since it was opened.
  Browser still(String name) {
    double moved = ((Number) run(LAYOUT_SHIFT)).doubleValue();
    assertTrue(moved < 0.01, name + " moved by " + moved + " while it loaded");
    return this;
  }

  /// Checks that the page as it is now fits the screen, is accessible, asks no other host and has a
  /// quiet console, and keeps a picture of it.
  ///
  /// @param name of the picture
  Browser inspect(String name) {
    shoot(name);
    long wide = ((Number) run("return document.documentElement.scrollWidth")).longValue();
    long room = ((Number) run("return innerWidth")).longValue();
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
    assertEquals(List.of(), violations(), name + " at " + path());
    while (!driver.manage().logs().get(LogType.BROWSER).getAll().isEmpty()) {
      pause();
    }
    return this;
  }

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

  @SuppressWarnings("unchecked")
  private List<String> violations() {
    run(AXE);
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

  private void shoot(String name) {
    Map<String, Object> shot =
        driver.executeCdpCommand(
            "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
    keep(name + ".png", (String) Objects.requireNonNull(shot.get("data")));
  }

  /// Prints the page on A4 and gives how many sheets it takes.
  int print(String name) {
    Map<String, Object> printed =
        driver.executeCdpCommand(
            "Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", true));
    byte[] pdf = keep(name + ".pdf", (String) Objects.requireNonNull(printed.get("data")));
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    int sheets = 0;
    for (int at = text.indexOf("/Type /Page\n");
        at >= 0;
        at = text.indexOf("/Type /Page\n", at + 1)) {
      sheets++;
    }
    return sheets;
  }

  private static byte[] keep(String name, String data) {
    byte[] bytes = Base64.getDecoder().decode(data);
    try {
      Files.createDirectories(SCREENSHOTS);
      Files.write(SCREENSHOTS.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes;
  }

  /// The element that has the focus.
  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  @Override
  public void close() {
    if (own) {
      driver.quit();
    } else {
      driver.get("about:blank");
    }
  }
}
