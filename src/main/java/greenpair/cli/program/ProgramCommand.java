package greenpair.cli.program;

import greenpair.cli.app.CommandGroup;
import picocli.CommandLine.Command;

@Command(
    name = "program",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Prints data that programme members entered: introductions, letters, approved entries.",
    subcommands = {
      ProgramCatalogCommand.class,
      ProgramBoardCommand.class,
      ProgramChangesCommand.class,
      ProgramLetterCommand.class
    },
    footer = {
      "%nExamples:",
      "  greenpair program catalog > entered.jsonl",
      "  greenpair program letter 4f0c2a9b8d7e6f5a4b3c"
    })
public final class ProgramCommand extends CommandGroup {}
