package greenpair.cli.query;

import module java.base;

import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.cli.app.KeptConfigurations;
import greenpair.cli.app.Streams;
import greenpair.cli.app.Subcommand;
import greenpair.web.plans.PlanCheckView;
import greenpair.web.plans.PlanDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Checks a plan without planning again.
@Command(name = "verify")
public final class VerifyCommand extends Subcommand {
  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException {
    PlanDocument document = PlanDocument.parse(file.toString(), Streams.text(file));
    CommandWiring wiring = wiring();
    PlanCheckView check =
        PlanCheckView.of(document, new KeptConfigurations(() -> wiring, places.store()));
    output.print(
        check,
        () ->
            check.says().stream()
                .map(each -> each.best(output.language()) + "\n")
                .collect(Collectors.joining()));
    return check.sound() ? Exit.OK : Exit.BAD_DATA;
  }
}
