package greenpair.cli;

import greenpair.catalog.Language;
import greenpair.cli.app.CommandGroup;
import greenpair.cli.app.Exit;
import greenpair.cli.app.LanguageOption;
import greenpair.cli.app.RequestOptions;
import greenpair.cli.app.Terminal;
import greenpair.cli.app.UsageErrors;
import greenpair.cli.app.UsageException;
import greenpair.cli.evaluate.EvalCommand;
import greenpair.cli.index.ConfigCommand;
import greenpair.cli.index.ReindexCommand;
import greenpair.cli.index.RollbackCommand;
import greenpair.cli.index.ServeCommand;
import greenpair.cli.index.StatusCommand;
import greenpair.cli.index.ValidateCommand;
import greenpair.cli.plan.PlanCommand;
import greenpair.cli.program.DataCommand;
import greenpair.cli.program.LearnCommand;
import greenpair.cli.program.ProgramCommand;
import greenpair.cli.program.TokenCommand;
import greenpair.cli.query.ExplainCommand;
import greenpair.cli.query.GapsCommand;
import greenpair.cli.query.McpCommand;
import greenpair.cli.query.RecommendCommand;
import greenpair.cli.query.RecordCommand;
import greenpair.cli.query.ReplayCommand;
import greenpair.cli.query.SearchCommand;
import greenpair.cli.source.ReviewCommand;
import greenpair.cli.source.SourceCommand;
import greenpair.index.SharedException;
import greenpair.index.SharedGenerations;
import greenpair.index.generation.BadGenerationException;
import greenpair.index.generation.BusyException;
import greenpair.index.generation.NoGenerationException;
import greenpair.match.NotFoundException;
import greenpair.message.AbsentException;
import greenpair.message.Message;
import greenpair.registry.SourceChangedException;
import greenpair.reindex.run.RejectedException;
import greenpair.web.PortTakenException;
import greenpair.web.http.RefusedException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/// The program `greenpair`.
@Command(
    name = "greenpair",
    versionProvider = ManifestVersion.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class Main extends CommandGroup {
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
    System.setProperty(
        LanguageOption.PROPERTY, Terminal.language().name().toLowerCase(Locale.ROOT));
    System.exit(run(arguments));
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /// Runs a command and returns its exit code.
  static int run(String... arguments) {
    boolean serves = arguments.length > 0 && arguments[0].equals(SERVE);
    Optional<ServeCommand> plain =
        serves
            ? ServeCommand.plain(List.of(arguments).subList(1, arguments.length))
            : Optional.empty();
    if (plain.isEmpty()) {
      return commandLine(Terminal.language(), arguments).execute(arguments);
    }
    try {
      return plain.get().call();
    } catch (Exception e) {
      PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
      return report(e, "greenpair " + SERVE, Terminal.language(), err);
    }
  }

  /// With the command of the first argument alone, because reading the options of all takes long;
  /// with all commands if it is none of them or needs to know others.
  ///
  /// @param language of help and errors
  static CommandLine commandLine(Language language, String... arguments) {
    CommandLine program = new CommandLine(new Main());
    HelpTexts texts = new HelpTexts(language);
    for (Class<?> each : commands()) {
      boolean isAlone = !each.equals(ProgramCommand.class) && !each.equals(HelpCommand.class);
      if (isAlone && arguments.length > 0 && name(each).equals(arguments[0])) {
        return reporting(program.addSubcommand(each).setResourceBundle(texts), language);
      }
    }
    commands().forEach(program::addSubcommand);
    program.addSubcommand("completion", completion());
    return reporting(program.setResourceBundle(texts), language);
  }

  private static String name(Class<?> command) {
    return command.getAnnotation(Command.class).name();
  }

  /// A method, because a start of the server should not load their classes.
  private static List<Class<?>> commands() {
    return List.of(
        ServeCommand.class,
        ReindexCommand.class,
        RollbackCommand.class,
        RecommendCommand.class,
        GapsCommand.class,
        SearchCommand.class,
        McpCommand.class,
        ExplainCommand.class,
        PlanCommand.class,
        ValidateCommand.class,
        SourceCommand.class,
        ReviewCommand.class,
        EvalCommand.class,
        StatusCommand.class,
        RecordCommand.class,
        ReplayCommand.class,
        TokenCommand.class,
        DataCommand.class,
        LearnCommand.class,
        ProgramCommand.class,
        ConfigCommand.class,
        HelpCommand.class);
  }

  private static CommandLine reporting(CommandLine program, Language language) {
    return program
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(new UsageErrors(language))
        .setExecutionExceptionHandler(
            (e, command, result) ->
                report(e, command.getCommandSpec().qualifiedName(), language, command.getErr()));
  }

  /// Prints a script that completes commands and options in bash and zsh.
  private static CommandLine completion() {
    CommandLine completion = new CommandLine(new AutoComplete.GenerateCompletion());
    completion.getCommandSpec().name("completion");
    return completion;
  }

  /// Prints one plain message for each expected failure; a stack trace only for a bug.
  ///
  /// @param command its full name
  private static int report(Exception e, String command, Language language, PrintWriter err) {
    int code =
        switch (e) {
          case UsageException wrong -> Exit.USAGE;
          case RefusedException refused ->
              RequestOptions.isAbsent(refused) ? Exit.NOT_FOUND : Exit.USAGE;
          case AbsentException absent -> Exit.NOT_FOUND;
          case PortTakenException taken -> Exit.FAILURE;
          case RejectedException bad -> Exit.BAD_DATA;
          case SourceChangedException bad -> Exit.BAD_DATA;
          case NotFoundException missing -> Exit.NOT_FOUND;
          case NoGenerationException none -> Exit.NOTHING_TO_SERVE;
          case BadGenerationException bad -> Exit.NOTHING_TO_SERVE;
          case BusyException busy -> Exit.BUSY;
          case SharedException shared ->
              shared.condition() == SharedGenerations.Condition.FOLLOWING
                  ? Exit.BUSY
                  : Exit.FAILURE;
          case IllegalArgumentException bad -> Exit.BAD_DATA;
          case NoSuchFileException missing -> Exit.NOT_FOUND;
          case FileAlreadyExistsException there -> Exit.BAD_DATA;
          default -> Exit.FAILURE;
        };
    err.println("greenpair: " + message(e, language));
    if (code == Exit.USAGE) {
      err.println(UsageErrors.help(command, language));
    }
    boolean outside =
        e instanceof IOException
            || e instanceof UncheckedIOException
            || e instanceof SharedException
            || e instanceof PortTakenException;
    if (code == Exit.FAILURE && !outside && fullDisk(e).isEmpty()) {
      e.printStackTrace(err);
    }
    return code;
  }

  private static String message(Exception e, Language language) {
    String message =
        switch (e) {
          case UsageException wrong -> wrong.text().in(language);
          case RefusedException refused ->
              RequestOptions.faults(refused).stream()
                  .map(each -> each.in(language))
                  .collect(Collectors.joining("\n"));
          case AbsentException absent -> absent.text().in(language);
          case PortTakenException taken -> taken.text().in(language);
          case NoSuchFileException missing ->
              Message.of("absent.file", "path", missing.getFile()).in(language);
          case FileAlreadyExistsException there ->
              Message.of("file.exists", "path", there.getFile()).in(language);
          case AccessDeniedException denied ->
              Message.of("file.denied", "path", denied.getFile()).in(language);
          default -> e.getMessage() == null ? e.toString() : e.getMessage();
        };
    return fullDisk(e)
        .map(full -> Message.of("file.disk_full", "error", full).in(language))
        .orElse(message);
  }

  /// The system's message for a full disk, however deep the cause is nested: Lucene wraps
  /// exceptions of its merges.
  private static Optional<String> fullDisk(Exception e) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      String message = at.getMessage();
      if (at instanceof IOException && message != null && message.contains("No space left")) {
        return Optional.of(message);
      }
    }
    return Optional.empty();
  }
}
