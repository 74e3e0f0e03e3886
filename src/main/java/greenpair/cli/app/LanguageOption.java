package greenpair.cli.app;

import greenpair.catalog.Language;
import picocli.CommandLine.Option;

/// `--lang` of a command that prints its texts in one language.
public final class LanguageOption {
  @Option(
      names = "--lang",
      paramLabel = "en|zh",
      defaultValue = "en",
      converter = Output.LanguageConverter.class)
  private Language language = Language.EN;

  public Language get() {
    return language;
  }
}
