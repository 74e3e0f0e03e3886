package greenpair.cli.program;

import greenpair.cli.app.CommandGroup;
import picocli.CommandLine.Command;

@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Creates, lists and revokes the tokens with which people and programs sign in.",
      "A token is shown once and kept as a hash only."
    },
    subcommands = {TokenCreateCommand.class, TokenListCommand.class, TokenRevokeCommand.class},
    footer = {
      "%nExamples:",
      "  greenpair token create --name \"Wang Li\" --role city --city cn-jilin --expires 90d",
      "  greenpair token list"
    })
public final class TokenCommand extends CommandGroup {}
