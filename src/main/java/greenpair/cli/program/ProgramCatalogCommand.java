package greenpair.cli.program;

import greenpair.cli.app.Exit;
import greenpair.cli.app.Output;
import greenpair.program.ProgramStore;
import greenpair.program.Revisions.Revision;
import greenpair.program.access.Caller;
import greenpair.program.database.Page;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "catalog", mixinStandardHelpOptions = true)
final class ProgramCatalogCommand implements Callable<Integer> {
  @Mixin private ProgramPlace place = new ProgramPlace();

  @Override
  public Integer call() {
    int hidden = 0;
    try (ProgramStore store = place.store()) {
      List<Revision> reviewed =
          store
              .read(
                  all ->
                      all.revisions()
                          .list(
                              null,
                              null,
                              Revision.State.REVIEWED,
                              Caller.ANONYMOUS,
                              Page.NEWEST,
                              Integer.MAX_VALUE - 1))
              .items();
      for (Revision each : reviewed.reversed()) {
        if (each.privateFields().isEmpty()) {
          Output.print(each.line() + "\n");
        } else {
          hidden++;
        }
      }
    }
    if (hidden > 0) {
      System.err.println("left out because of their private fields: " + hidden);
    }
    return Exit.OK;
  }
}
