package greenpair.cli.program;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `greenpair program`
@Command(
    name = "program",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Moves the program data: needs and profiles typed in, notes, introductions, tokens.",
    subcommands = {
      ProgramExportCommand.class,
      ProgramImportCommand.class,
      ProgramBackupCommand.class,
      ProgramCatalogCommand.class
    },
    footer = {
      "%nExamples:",
      "  greenpair program export program.jsonl",
      "  greenpair program backup program-copy.db"
    })
public final class ProgramCommand implements Runnable {
  @CommandLine.Spec private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

  @Override
  public void run() {
    java.util.Objects.requireNonNull(spec).commandLine().usage(System.out);
  }
}
