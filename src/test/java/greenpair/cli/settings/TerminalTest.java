package greenpair.cli.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.catalog.Language;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
  @ParameterizedTest
  @CsvSource({
    "'', EN",
    "GREENPAIR_LANG=zh, ZH",
    "LC_ALL=zh_CN.UTF-8, ZH",
    "LC_ALL=C.UTF-8 LANG=zh_CN.UTF-8, ZH",
    "LC_ALL=en_US.UTF-8 LANG=zh_CN.UTF-8, EN",
    "GREENPAIR_LANG=en LC_ALL=zh_CN.UTF-8, EN",
    "LANG=de_DE.UTF-8, EN"
  })
  void language_isOfTheFirstVariableThatIsSet(String variables, Language language) {
    Map<String, String> environment = new HashMap<>();
    for (String each : variables.split(" ", -1)) {
      int at = each.indexOf('=');
      if (at > 0) {
        environment.put(each.substring(0, at), each.substring(at + 1));
      }
    }
    assertEquals(language, Terminal.language(environment));
  }
}
