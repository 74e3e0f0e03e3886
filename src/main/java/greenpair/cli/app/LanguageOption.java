package greenpair.cli.app;

import greenpair.catalog.Language;
import picocli.CommandLine.Option;

/// `--lang` of a command that prints its texts in one language.
public final class LanguageOption {
  /// Holds the language of the terminal, which applies if the option is not given.
  public static final String PROPERTY = "greenpair.lang";

  @Option(
      names = "--lang",
      paramLabel = "en|zh",
      defaultValue = "${sys:" + PROPERTY + ":-en}",
      converter = Converters.LanguageCode.class)
  private Language language = Language.EN;

  public Language get() {
    return language;
  }
}
