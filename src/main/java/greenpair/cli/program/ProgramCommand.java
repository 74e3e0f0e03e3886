package greenpair.cli.program;

import greenpair.cli.app.CommandGroup;
import picocli.CommandLine.Command;

@Command(
    name = "program",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = ProgramCatalogCommand.class)
public final class ProgramCommand extends CommandGroup {}
