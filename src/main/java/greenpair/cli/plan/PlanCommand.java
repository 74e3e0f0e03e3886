package greenpair.cli.plan;

import greenpair.cli.app.CommandGroup;
import picocli.CommandLine.Command;

@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Plans for many cities at once: a cohort, pairs, partners and a timetable.",
      "Chooses which cities take part, which learn from each other, which partners each is"
          + " introduced to, and when they meet. Rules: index-config/planning.yaml."
    },
    subcommands = {
      PlanCohortCommand.class,
      PlanPairsCommand.class,
      PlanPartnersCommand.class,
      PlanMeetingsCommand.class,
      PlanEditCommand.class,
      PlanCheckCommand.class
    },
    footer = {
      "%nExamples:",
      "  greenpair plan cohort --places 5 --must cn-jilin",
      "  greenpair plan pairs",
      "  greenpair plan partners --capacity 4 --worst-off 1 --prices"
    })
public final class PlanCommand extends CommandGroup {}
