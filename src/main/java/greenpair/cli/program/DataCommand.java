package greenpair.cli.program;

import greenpair.cli.app.CommandGroup;
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
public final class DataCommand extends CommandGroup {}
