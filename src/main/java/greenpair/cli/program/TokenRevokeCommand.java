package greenpair.cli.program;

import greenpair.cli.app.Exit;
import greenpair.cli.app.JsonOption;
import greenpair.program.ProgramStore;
import greenpair.program.access.Audit.RequestOrigin;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "revoke", mixinStandardHelpOptions = true)
final class TokenRevokeCommand implements Callable<Integer> {
  @Mixin private ProgramPlace place = new ProgramPlace();
  @Mixin private JsonOption json = new JsonOption();

  @Parameters(paramLabel = "ID")
  private String id = "";

  @Override
  public Integer call() {
    Instant now = Instant.now();
    try (ProgramStore store = place.store()) {
      boolean known =
          store.write(
              all -> {
                boolean found = all.tokens().revoke(id, now).isPresent();
                if (found) {
                  all.audit()
                      .add(
                          ProgramPlace.OPERATOR,
                          now,
                          "token.revoke",
                          "token " + id,
                          RequestOrigin.NONE);
                }
                return found;
              });
      if (!known) {
        System.err.println(
            "greenpair: there is no token " + id + "; greenpair token list shows all");
        return Exit.NOT_FOUND;
      }
    }
    json.print(Map.of("revoked", id), "revoked " + id + "\n");
    return Exit.OK;
  }
}
