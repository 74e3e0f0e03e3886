package greenpair.cli.plan;

import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.cli.app.KeptConfigurations;
import greenpair.cli.app.Output;
import greenpair.cli.app.Places;
import greenpair.index.GenerationStore;
import greenpair.web.plans.PlanCheckView;
import greenpair.web.plans.PlanDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "check", mixinStandardHelpOptions = true)
final class PlanCheckCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();
  @Mixin private Output output = new Output();

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException {
    PlanDocument document = PlanDocument.read(file);
    CommandWiring engine = CommandWiring.read(places.config());
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
