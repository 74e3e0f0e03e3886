package greenpair.cli.program;

import greenpair.cli.app.Exit;
import greenpair.cli.app.JsonOption;
import greenpair.cli.app.TextTable;
import greenpair.program.ProgramStore;
import greenpair.program.access.Tokens.Token;
import greenpair.program.database.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", mixinStandardHelpOptions = true)
final class TokenListCommand implements Callable<Integer> {
  @Mixin private ProgramPlace place = new ProgramPlace();
  @Mixin private JsonOption json = new JsonOption();

  @Override
  public Integer call() {
    Instant now = Instant.now();
    List<Listed> shown = new ArrayList<>();
    TextTable table = new TextTable("id", "name", "role", "cities", "created", "expires", "");
    try (ProgramStore store = place.store()) {
      List<Token> tokens =
          store.read(all -> all.tokens().list(Page.NEWEST, Integer.MAX_VALUE - 1)).items();
      for (Token each : tokens) {
        Listed listed =
            new Listed(
                each.id(),
                each.name(),
                each.role().name().toLowerCase(Locale.ROOT),
                each.cities().stream().map(String::valueOf).sorted().toList(),
                each.made(),
                each.expires(),
                each.revoked() != null ? "revoked" : now.isBefore(each.expires()) ? "" : "expired");
        shown.add(listed);
        table.row(
            listed.id,
            listed.name,
            listed.role,
            String.join(" ", listed.cities),
            listed.made,
            listed.expires,
            listed.state);
      }
    }
    json.print(shown, table.toString());
    return Exit.OK;
  }

  /// @param state `revoked`, `expired` or empty
  private record Listed(
      String id,
      String name,
      String role,
      List<String> cities,
      Instant made,
      Instant expires,
      String state) {}
}
