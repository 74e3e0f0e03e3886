package greenpair.cli.plan;

import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.cli.app.KeptConfigurations;
import greenpair.cli.app.Subcommand;
import greenpair.index.GenerationStore;
import greenpair.web.plans.PlanCheckView;
import greenpair.web.plans.PlanDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "check")
public final class PlanCheckCommand extends Subcommand {

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException {
    PlanDocument document = PlanDocument.read(file);
    CommandWiring engine = engine();
    PlanCheckView check =
        PlanCheckView.of(
            document, new KeptConfigurations(engine, new GenerationStore(places.data())));
    output.print(
        engine,
        check,
        () ->
            check.says().stream()
                .map(each -> each.best(output.language()) + "\n")
                .collect(Collectors.joining()));
    return check.sound() ? Exit.OK : Exit.BAD_DATA;
  }
}
