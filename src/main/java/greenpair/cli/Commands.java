package greenpair.cli;

import module java.base;

import greenpair.cli.evaluate.EvaluateCommand;
import greenpair.cli.evaluate.EvaluateLinkageCommand;
import greenpair.cli.evaluate.EvaluateSplitCommand;
import greenpair.cli.index.ConfigCommand;
import greenpair.cli.index.DoctorCommand;
import greenpair.cli.index.ReindexCommand;
import greenpair.cli.index.RollbackCommand;
import greenpair.cli.index.ServeCommand;
import greenpair.cli.index.StatusCommand;
import greenpair.cli.index.ValidateCommand;
import greenpair.cli.program.DataCommands;
import greenpair.cli.program.LearnCommand;
import greenpair.cli.program.TokenCommands;
import greenpair.cli.query.ExplainCommand;
import greenpair.cli.query.ListCommand;
import greenpair.cli.query.McpCommand;
import greenpair.cli.query.RecommendCommand;
import greenpair.cli.query.RecordCommands;
import greenpair.cli.query.SearchCommand;
import greenpair.cli.query.VerifyCommand;
import greenpair.cli.source.ReviewCommand;
import greenpair.cli.source.SourceCheckCommand;
import greenpair.cli.source.SourceConvertCommand;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The commands of the program by task, in the order of the help.
enum Commands {
  SERVER(
      of(ServeCommand.class),
      of(StatusCommand.class),
      of(DoctorCommand.class),
      of(ConfigCommand.class)),
  ANSWERS(
      of(ListCommand.class),
      of(SearchCommand.class),
      of(RecommendCommand.class),
      of(ExplainCommand.class),
      of(McpCommand.class)),
  CATALOG(
      new Entry("source", SourceCheckCommand.class, SourceConvertCommand.class),
      of(ValidateCommand.class),
      of(ReviewCommand.class),
      of(ReindexCommand.class),
      of(RollbackCommand.class)),
  PROGRAMME(
      new Entry(
          "token",
          TokenCommands.Create.class,
          TokenCommands.Listing.class,
          TokenCommands.Revoke.class),
      new Entry(
          "data",
          DataCommands.Backup.class,
          DataCommands.Restore.class,
          DataCommands.Catalog.class)),
  QUALITY(
      of(RecordCommands.Save.class),
      of(RecordCommands.Replay.class),
      of(VerifyCommand.class),
      of(LearnCommand.class),
      new Entry(
          "eval", EvaluateCommand.class, EvaluateSplitCommand.class, EvaluateLinkageCommand.class)),
  TERMINAL(new Entry("completion", AutoComplete.GenerateCompletion.class), of(ManCommand.class));

  @SuppressWarnings("ImmutableEnumChecker") // A list that cannot be changed, of records.
  private final List<Entry> entries;

  Commands(Entry... entries) {
    this.entries = List.of(entries);
  }

  private static Entry of(Class<?> command) {
    return new Entry(command.getAnnotation(Command.class).name(), command);
  }

  List<String> names() {
    return entries.stream().map(Entry::name).toList();
  }

  static Stream<Entry> all() {
    return Stream.of(values()).flatMap(each -> each.entries.stream());
  }

  /// A command, or a group of commands with a name of its own.
  record Entry(String name, List<Class<?>> commands) {
    Entry(String name, Class<?>... commands) {
      this(name, List.of(commands));
    }

    CommandLine create() {
      CommandLine command = new CommandLine(commands.getFirst());
      if (commands.size() > 1) {
        command = new CommandLine(new Group());
        commands.forEach(command::addSubcommand);
      }
      command.setCommandName(name);
      return command;
    }
  }

  /// Has only subcommands: without one, it prints its usage.
  @Command(mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
  static class Group implements Runnable {
    @Spec private @Nullable CommandSpec spec;

    @Override
    public final void run() {
      Objects.requireNonNull(spec).commandLine().usage(System.out);
    }
  }
}
