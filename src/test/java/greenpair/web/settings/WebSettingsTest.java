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

  @Test
  void settings_outOfBounds_sayNameBoundAndValue() {
    refuse("cacheBytes is from 0; got -1", () -> new WebSettings(-1, 1, SECOND, SECOND));
    refuse("maxBody is from 1; got 0", () -> new WebSettings(0, 0, SECOND, SECOND));
    refuse("refreshEvery is above 0; got PT0S", () -> new WebSettings(0, 1, Duration.ZERO, SECOND));
    refuse(
        "stopWithin is from 0; got PT-1S", () -> new WebSettings(0, 1, SECOND, SECOND.negated()));
  }
}
