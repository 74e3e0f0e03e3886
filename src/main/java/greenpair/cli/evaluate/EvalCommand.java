package greenpair.cli.evaluate;

import greenpair.cli.app.CommandGroup;
import picocli.CommandLine.Command;

@Command(
    name = "eval",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RunCommand.class,
      EvaluateCommand.class,
      EvaluateCohortCommand.class,
      EvaluateSplitCommand.class,
      EvaluateLinkageCommand.class
    })
public final class EvalCommand extends CommandGroup {}
