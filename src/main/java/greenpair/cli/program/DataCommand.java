package greenpair.cli.program;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `greenpair data`
@Command(
    name = "data",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Exports, imports and backs up the programme data: entered needs and profiles, notes,",
      "introductions, tokens."
    },
    subcommands = {
      ProgramExportCommand.class,
      ProgramImportCommand.class,
      ProgramBackupCommand.class
    },
    footer = {
      "%nExamples:",
      "  greenpair data export program.jsonl",
      "  greenpair data backup program-copy.db"
    })
public final class DataCommand implements Runnable {
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Override
  public void run() {
    Objects.requireNonNull(spec).commandLine().usage(System.out);
  }
}
