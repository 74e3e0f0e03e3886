package greenpair.cli;

import greenpair.cli.app.Exit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A former command name: runs nothing and prints the new name.
@Command(hidden = true, description = "Renamed.")
final class RenamedCommand implements Callable<Integer> {
  private final String now;

  @Spec private @Nullable CommandSpec spec;

  private RenamedCommand(String now) {
    this.now = now;
  }

  /// Adds the former names to the whole program.
  static void addTo(CommandLine program) {
    program.addSubcommand("run", command("eval run"));
    program.addSubcommand("calibrate", command("eval calibrate"));
    CommandLine evaluate = command("eval score");
    for (String part : List.of("cohort", "split", "parity", "agreement")) {
      evaluate.addSubcommand(part, command("eval " + part));
    }
    program.addSubcommand("evaluate", evaluate);
    CommandLine kept = Objects.requireNonNull(program.getSubcommands().get("program"));
    for (String part : List.of("export", "import", "backup")) {
      kept.addSubcommand(part, command("data " + part));
    }
  }

  /// Arguments after the former name are ignored.
  private static CommandLine command(String now) {
    return new CommandLine(new RenamedCommand(now)).setUnmatchedArgumentsAllowed(true);
  }

  static boolean is(Map.Entry<String, CommandLine> command) {
    return command.getValue().getCommandSpec().userObject() instanceof RenamedCommand;
  }

  @Override
  public Integer call() {
    CommandSpec own = Objects.requireNonNull(spec);
    own.commandLine()
        .getErr()
        .println("greenpair: \"" + own.qualifiedName() + "\" is now \"greenpair " + now + "\"");
    return Exit.USAGE;
  }
}
