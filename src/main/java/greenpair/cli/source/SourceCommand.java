package greenpair.cli.source;

import greenpair.cli.app.CommandGroup;
import picocli.CommandLine.Command;

@Command(
    name = "source",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {SourceCheckCommand.class, SourceConvertCommand.class, SourceSplitCommand.class})
public final class SourceCommand extends CommandGroup {}
