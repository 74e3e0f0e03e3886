package greenpair.cli.program;

import greenpair.cli.app.Exit;
import greenpair.cli.app.Output;
import greenpair.cli.app.Table;
import greenpair.program.Page;
import greenpair.program.ProgramStore;
import greenpair.program.Token;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `greenpair token list`
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists all tokens, newest first; never the tokens themselves.",
    footer = {"%nExample:", "  greenpair token list"})
final class TokenListCommand implements Callable<Integer> {
  @Mixin private ProgramPlace place = new ProgramPlace();

  @Override
  public Integer call() {
    Instant now = Instant.now();
    Table table = new Table("id", "name", "role", "cities", "made", "expires", "");
    try (ProgramStore store = place.store()) {
      List<Token> tokens =
          store.read(all -> all.tokens().list(Page.NEWEST, Integer.MAX_VALUE - 1)).items();
      for (Token each : tokens) {
        table.row(
            each.id(),
            each.name(),
            each.role().name().toLowerCase(Locale.ROOT),
            each.cities().stream().map(String::valueOf).sorted().collect(Collectors.joining(" ")),
            each.made(),
            each.expires(),
            each.revoked() != null ? "revoked" : now.isBefore(each.expires()) ? "" : "expired");
      }
    }
    Output.print(table.toString());
    return Exit.OK;
  }
}
