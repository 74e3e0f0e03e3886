package greenpair.cli;

import greenpair.catalog.Language;
import greenpair.message.Messages;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// The texts of `--help` for picocli, in the language of the terminal.
///
/// A key is the option, such as `help.data`, or the command and the option, such as
/// `help.greenpair.reindex.force`; picocli looks for the longer one first. An option without such a
/// message has the description of the field of the API: `help.greenpair.plan.pairs.per-city` is
/// `api.parameter.per_city-plan_pairs` or `api.parameter.per_city`.
final class HelpTexts extends ResourceBundle {
  private static final String HELP = "help.";
  private static final String FIELD = "api.parameter.";

  private final Messages texts;
  private final Map<String, String> keys = new HashMap<>();

  HelpTexts(Language language) {
    this.texts = Messages.of(language);
    for (String key : texts.keys()) {
      if (key.startsWith(FIELD)) {
        String[] parts = key.substring(FIELD.length()).split("-", 2);
        String command = parts.length == 1 ? "" : "greenpair." + parts[1].replace('_', '.') + ".";
        keys.put(command + parts[0].replace('_', '-'), key);
      }
    }
    texts.keys().stream()
        .filter(key -> key.startsWith(HELP))
        .forEach(key -> keys.put(key.substring(HELP.length()), key));
  }

  @Override
  protected @Nullable Object handleGetObject(String key) {
    String message = keys.get(key);
    return message == null ? null : texts.say(message, Map.of());
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.enumeration(keys.keySet());
  }
}
