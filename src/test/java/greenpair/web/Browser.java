package greenpair.web;

import module java.base;

import java.util.logging.Level;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/// A real browser without a window: the Chromium and the driver that the machine has. It is used
/// like a person uses it, by keys, and looked at like a machine can: rules of accessibility,
/// messages of the console, requests, moves of the layout.
final class Browser implements AutoCloseable {
  private static final Map<String, Object> PRINT =
      Map.of("preferCSSPageSize", true, "printBackground", true);

  static final Path SCREENSHOTS = Path.of("target", "screenshots");

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
    line(-1);
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

  /// On a slow line, on which a page arrives in parts.
  Browser onASlowLine() {
    line(20_000);
    return this;
  }

  /// @param speed of the line in bytes a second; -1 for no limit
  private void line(int speed) {
    driver.executeCdpCommand(
        "Network.emulateNetworkConditions",
        Map.of(
            "offline", false, "latency", 0, "downloadThroughput", speed, "uploadThroughput", -1));
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
  /// words; each stop must show that it has the focus.
  Browser tabTo(String words) {
    new TabKey(this, driver).to(words);
    return this;
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

  static void pause() {
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
    new PageInspection(this, driver, root).still(name);
    return this;
  }

  /// Checks that the page as it is now fits the screen, is accessible, asks no other host and has a
  /// quiet console, and keeps a picture of it.
  ///
  /// @param name of the picture
  Browser inspect(String name) {
    shoot(name);
    new PageInspection(this, driver, root).check(name);
    return this;
  }

  private void shoot(String name) {
    Map<String, Object> shot =
        driver.executeCdpCommand(
            "Page.captureScreenshot",
            Map.of("format", "png", "captureBeyondViewport", true, "optimizeForSpeed", true));
    keep(name + ".png", (String) Objects.requireNonNull(shot.get("data")));
  }

  /// A screen as wide as the text on A4, with the styles of paper.
  Browser paper() {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 688, "height", 1_000, "deviceScaleFactor", 1, "mobile", false));
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    return this;
  }

  /// Prints the page on A4 and gives how many sheets it takes.
  int print(String name) {
    Map<String, Object> printed;
    try {
      printed = driver.executeCdpCommand("Page.printToPDF", PRINT);
    } catch (WebDriverException e) {
      printed = driver.executeCdpCommand("Page.printToPDF", PRINT); // A busy browser may fail once.
    }
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
