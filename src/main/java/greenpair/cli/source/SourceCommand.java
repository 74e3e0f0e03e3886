package greenpair.cli.source;

import greenpair.cli.app.CommandGroup;
import picocli.CommandLine.Command;

@Command(
    name = "source",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Converts registries to catalog files by a mapping in index-config/sources.",
      "How to write a mapping is described in docs/registries.md."
    },
    subcommands = {SourceCheckCommand.class, SourceConvertCommand.class, SourceSplitCommand.class},
    footer = {
      "%nExamples:",
      "  greenpair source check landfill-gas --sources registries",
      "  greenpair source convert landfill-gas --sources registries --out lfg.jsonl",
      "  greenpair source split lfg.jsonl --dates lfg.dates.csv --out split"
    })
public final class SourceCommand extends CommandGroup {}
