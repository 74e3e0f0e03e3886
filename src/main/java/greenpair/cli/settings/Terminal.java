package greenpair.cli.settings;

import greenpair.catalog.Language;
import java.util.List;
import java.util.Map;

/// The language of help, errors and answers on the terminal.
public final class Terminal {
  /// Chooses the language where the system does not: `en` or `zh`.
  public static final String VARIABLE = "GREENPAIR_LANG";

  /// The first that is set decides, as POSIX has it for messages; ours comes before.
  private static final List<String> VARIABLES = List.of(VARIABLE, "LC_ALL", "LC_MESSAGES", "LANG");

  private Terminal() {}

  /// Read from the environment, not from the default locale: where the system has not generated
  /// the locale of `LC_ALL=zh_CN.UTF-8`, as in most containers, the JVM falls back to English.
  public static Language language() {
    return language(System.getenv());
  }

  public static Language language(Map<String, String> environment) {
    return VARIABLES.stream()
        .map(each -> environment.getOrDefault(each, ""))
        .filter(each -> !each.isEmpty() && !each.equals("C.UTF-8"))
        .findFirst()
        .filter(each -> each.startsWith("zh"))
        .map(each -> Language.ZH)
        .orElse(Language.EN);
  }
}
