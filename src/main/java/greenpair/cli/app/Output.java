package greenpair.cli.app;

import greenpair.catalog.Language;
import greenpair.message.Message;
import greenpair.web.http.Json;
import java.io.PrintStream;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/// The output of a command: text in one language for people, or JSON for programs.
public final class Output {
  /// Holds the language of the terminal, which applies if `--lang` is not given.
  public static final String PROPERTY = "greenpair.lang";

  @Option(names = "--json")
  private boolean json;

  @Option(names = "--lang", paramLabel = "en|zh", defaultValue = "${sys:" + PROPERTY + ":-en}")
  private Language language = Language.EN;

  public boolean isJson() {
    return json;
  }

  public Language language() {
    return language;
  }

  /// Standard output, which [Main][greenpair.cli.Main] has made UTF-8, whatever the terminal's own
  /// encoding.
  public static PrintStream out() {
    return System.out;
  }

  public static void print(String text) {
    out().print(text);
  }

  /// Prints a document as the HTTP answer would be if `--json` was given, otherwise the text.
  ///
  /// @param text such as a string or a [TextTable], which ends with a line break
  public void print(Object document, Object text) {
    print(json ? Json.text(document) + "\n" : text.toString());
  }

  public void print(Object document, Message text) {
    print(document, line(text));
  }

  public void print(Object document, Supplier<String> text) {
    print(document, json ? "" : text.get());
  }

  public String line(Message text) {
    return say(text) + "\n";
  }

  public String say(Message text) {
    return text.in(language);
  }

  /// A table with the columns `column.KEY`.
  public TextTable table(String... keys) {
    return TextTable.of(language, keys);
  }
}
