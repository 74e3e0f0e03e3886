package greenpair.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import module java.base;

import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.chrome.ChromeDriver;

/// The browser of the machine, started once for all tests; without one they are skipped.
final class Chromium implements BeforeAllCallback {
  private @Nullable Started started;

  @Override
  public void beforeAll(ExtensionContext context) {
    Browser.missing().ifPresent(why -> assumeTrue(false, why));
    started =
        context
            .getStore(
                ExtensionContext.StoreScope.LAUNCHER_SESSION,
                ExtensionContext.Namespace.create(Chromium.class))
            .getOrComputeIfAbsent("one", key -> new Started(), Started.class);
  }

  /// The browser as one who opens it finds it: no cookie, nothing kept.
  Browser open(Cohort cohort, String language, int width, boolean dark) {
    ChromeDriver driver = Objects.requireNonNull(started).driver;
    return new Browser(driver, cohort.server.port(), language)
        .screen(width, width > 600 ? 900 : 844, dark);
  }

  private static final class Started implements AutoCloseable {
    private final Path profile;
    private final ChromeDriver driver;

    Started() {
      try {
        profile = Files.createTempDirectory("greenpair-chromium");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      driver = Browser.start(profile);
    }

    @Override
    public void close() throws IOException {
      driver.quit();
      IOUtils.rm(profile);
    }
  }
}
