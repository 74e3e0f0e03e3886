package greenpair.cli.program;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `greenpair program`
@Command(
    name = "program",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Works with what the programme's staff entered.",
    subcommands = {ProgramCatalogCommand.class},
    footer = {"%nExample:", "  greenpair program catalog > entered.jsonl"})
public final class ProgramCommand implements Runnable {
  @CommandLine.Spec private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

  @Override
  public void run() {
    java.util.Objects.requireNonNull(spec).commandLine().usage(System.out);
  }
}
