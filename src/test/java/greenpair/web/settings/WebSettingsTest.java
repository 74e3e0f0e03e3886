package greenpair.web.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WebSettingsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private static void refuse(String message, Runnable making) {
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, making::run);
    assertEquals(message, refused.getMessage());
  }

  private static void settings(long cache, int body, Duration refresh, Duration stop) {
    WebSettings usual = WebSettings.DEFAULT;
    var _ =
        new WebSettings(
            cache,
            body,
            refresh,
            usual.deliverEvery(),
            stop,
            usual.access(),
            usual.answerWithin(),
            usual.zone(),
            usual.mail(),
            usual.changes());
  }

  @Test
  void settings_outOfBounds_sayNameBoundAndValue() {
    refuse("cacheBytes must be at least 0, but was -1", () -> settings(-1, 1, SECOND, SECOND));
    refuse("maxBody must be at least 1, but was 0", () -> settings(0, 0, SECOND, SECOND));
    refuse(
        "refreshEvery must be above 0, but was PT0S", () -> settings(0, 1, Duration.ZERO, SECOND));
    refuse(
        "stopWithin must be at least 0, but was PT-1S",
        () -> settings(0, 1, SECOND, SECOND.negated()));
  }
}
