package greenpair.cli.program;

import greenpair.cli.app.CommandGroup;
import picocli.CommandLine.Command;

@Command(
    name = "data",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ProgramExportCommand.class,
      ProgramImportCommand.class,
      BackupCommand.class,
      RestoreCommand.class
    })
public final class DataCommand extends CommandGroup {}
