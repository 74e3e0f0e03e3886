package greenpair.cli.plan;

import greenpair.cli.app.CommandGroup;
import picocli.CommandLine.Command;

@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      PlanCohortCommand.class,
      PlanPairsCommand.class,
      PlanPartnersCommand.class,
      PlanMeetingsCommand.class,
      PlanCheckCommand.class
    })
public final class PlanCommand extends CommandGroup {}
