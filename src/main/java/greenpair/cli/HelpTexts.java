package greenpair.cli;

import greenpair.catalog.Language;
import greenpair.message.Messages;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// The texts of `--help` for picocli: the messages whose keys begin with `help.`, in the language
/// of the terminal.
///
/// A key is the option, such as `help.data`, or the command and the option, such as
/// `help.greenpair.reindex.force`; picocli looks for the longer one first.
final class HelpTexts extends ResourceBundle {
  private static final String HELP = "help.";

  private final Messages texts;
  private final List<String> keys;

  HelpTexts(Language language) {
    this.texts = Messages.of(language);
    this.keys =
        texts.keys().stream()
            .filter(key -> key.startsWith(HELP))
            .map(key -> key.substring(HELP.length()))
            .toList();
  }

  @Override
  protected @Nullable Object handleGetObject(String key) {
    return texts.has(HELP + key) ? texts.say(HELP + key, Map.of()) : null;
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.enumeration(keys);
  }
}
