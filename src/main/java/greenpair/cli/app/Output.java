package greenpair.cli.app;

import greenpair.catalog.Language;
import java.io.PrintStream;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The output of a command: tables for people, or the JSON of the HTTP answer for programs.
public final class Output {
  @Option(names = "--json", descriptionKey = "json-answer")
  public boolean json;

  @Mixin private LanguageOption language = new LanguageOption();

  public Language language() {
    return language.get();
  }

  /// Standard output, which [Main][greenpair.cli.Main] has made UTF-8, whatever the terminal's own
  /// encoding.
  public static PrintStream out() {
    return System.out;
  }

  public static void print(String text) {
    out().print(text);
  }

  /// Prints the document if `--json` was given, otherwise the text.
  public void print(CommandWiring engine, Object document, Supplier<String> text) {
    print(json ? engine.document(document) + "\n" : text.get());
  }
}
