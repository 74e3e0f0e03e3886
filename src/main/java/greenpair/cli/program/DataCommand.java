package greenpair.cli.program;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
    name = "data",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Backs up and restores the data folder; exports and imports the programme data.",
      "Programme data are entered needs and profiles, notes, introductions and tokens."
    },
    subcommands = {
      ProgramExportCommand.class,
      ProgramImportCommand.class,
      BackupCommand.class,
      RestoreCommand.class
    },
    footer = {
      "%nExamples:",
      "  greenpair data export program.jsonl",
      "  greenpair data backup greenpair-2026-03-01.zip"
    })
public final class DataCommand implements Runnable {
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Override
  public void run() {
    Objects.requireNonNull(spec).commandLine().usage(System.out);
  }
}
