package greenpair.cli.settings;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VariablesTest {
  @TempDir private Path home;

  private ServerSettings settings(Map<String, String> environment) {
    return new ServerSettings(home, home.resolve(ServerSettings.FILE), environment, Map.of());
  }

  @Test
  void variable_thatIsMisspelt_isRefusedWithTheNearest() {
    Exception refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> settings(Map.of("GREENPAIR_ANONYMOUS_READS", "false")));
    assertTrue(
        String.valueOf(refused.getMessage())
            .contains(
                "unknown environment variable GREENPAIR_ANONYMOUS_READS (did you mean"
                    + " \"GREENPAIR_ANONYMOUS_READ\"?)"),
        refused.getMessage());
  }

  @Test
  void variable_thatIsEmpty_isRefused_ifItsSettingHasADefault() {
    Exception refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> settings(Map.of("GREENPAIR_ANONYMOUS_READ", " ", "GREENPAIR_SMTP_HOST", "")));
    assertTrue(
        String.valueOf(refused.getMessage())
            .contains("GREENPAIR_ANONYMOUS_READ must have a value or be left out"),
        refused.getMessage());
    assertFalse(String.valueOf(refused.getMessage()).contains("SMTP"), refused.getMessage());
  }

  @Test
  void language_thatDoesNotExist_isRefused() {
    Exception refused =
        assertThrows(
            IllegalArgumentException.class, () -> settings(Map.of("GREENPAIR_LANG", "fr")));
    assertTrue(
        String.valueOf(refused.getMessage())
            .contains("GREENPAIR_LANG must be one of en, zh, but was fr"),
        refused.getMessage());
  }

  @Test
  void variables_ofTheLauncherAndOfOtherPrograms_areAccepted() {
    assertDoesNotThrow(
        () ->
            settings(
                Map.of("GREENPAIR_OPTS", "-Xmx1g", "GREENPAIR_LANG", "zh", "GREEN_PAIRS", "2")));
  }
}
