package greenpair.cli;

import module java.base;

import greenpair.catalog.Language;
import greenpair.cli.app.Failures;
import greenpair.cli.app.Output;
import greenpair.cli.app.UsageErrors;
import greenpair.cli.index.ServeCommand;
import greenpair.cli.settings.Terminal;
import greenpair.web.http.Version;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/// The program `greenpair`.
@Command(name = "greenpair", versionProvider = Main.VersionText.class)
public final class Main extends Commands.Group {
  private static final String SERVE = "serve";

  /// Referenced here because the JDK discards the level of a logger that is not strongly reachable.
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  /// Runs a command and ends the process with its exit code.
  public static void main(String[] arguments) {
    // A server logs what it does; a command prints only its answer. Read by logback.xml.
    boolean serves = arguments.length > 0 && arguments[0].equals(SERVE);
    System.setProperty("greenpair.log", serves ? "INFO" : "ERROR");
    // Answers and errors contain Chinese, whatever the terminal's own encoding.
    System.setOut(utf8(FileDescriptor.out));
    System.setErr(utf8(FileDescriptor.err));
    LUCENE.setLevel(Level.SEVERE);
    // The default of --lang.
    System.setProperty(Output.PROPERTY, Terminal.language().word());
    System.exit(run(arguments));
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /// Runs a command and returns its exit code.
  static int run(String... arguments) {
    String[] words = arguments;
    if (words.length > 0 && words[0].equals("help")) {
      words = Stream.concat(Stream.of(words).skip(1), Stream.of("--help")).toArray(String[]::new);
    }
    boolean serves = words.length > 0 && words[0].equals(SERVE);
    Optional<ServeCommand> plain =
        serves ? ServeCommand.plain(List.of(words).subList(1, words.length)) : Optional.empty();
    if (plain.isEmpty()) {
      return commandLine(Terminal.language(), words).execute(words);
    }
    try {
      return plain.get().call();
    } catch (Exception e) {
      PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
      return Failures.report(e, "greenpair " + SERVE, Terminal.language(), err);
    }
  }

  /// With the command of the first argument alone, because reading the options of all takes long;
  /// with all commands if it is none of them or needs to know others.
  ///
  /// @param language of help and errors
  static CommandLine commandLine(Language language, String... arguments) {
    CommandLine program = new CommandLine(new Main());
    String first = arguments.length == 0 ? "" : arguments[0];
    List<Commands.Entry> alone =
        first.equals("completion")
            ? List.of()
            : Commands.all().filter(each -> each.name().equals(first)).toList();
    (alone.isEmpty() ? Commands.all() : alone.stream())
        .forEach(each -> program.addSubcommand(each.name(), each.create()));
    HelpTexts texts = new HelpTexts(language);
    program.setResourceBundle(texts);
    program.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, texts::commandList);
    return program
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionStrategy(Main::execute)
        .setParameterExceptionHandler(new UsageErrors(language))
        .setExecutionExceptionHandler(
            (e, command, result) ->
                Failures.report(
                    e, command.getCommandSpec().qualifiedName(), language, command.getErr()));
  }

  /// Picocli would print the help of everything for `nosuch --help`.
  private static int execute(ParseResult result) {
    List<CommandLine> commands = result.asCommandLineList();
    CommandLine last = commands.getLast();
    List<String> rest = last.getUnmatchedArguments();
    if (!rest.isEmpty()) {
      throw new UnmatchedArgumentException(last, rest);
    }
    return new RunLast().execute(result);
  }

  static final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"greenpair " + Version.CURRENT};
    }
  }
}
