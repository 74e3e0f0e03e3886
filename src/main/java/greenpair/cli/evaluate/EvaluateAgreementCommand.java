package greenpair.cli.evaluate;

import greenpair.cli.app.Exit;
import greenpair.cli.app.JsonOption;
import greenpair.config.Problems;
import greenpair.evaluate.metric.Agreement;
import greenpair.evaluate.metric.BestAgreement;
import greenpair.evaluate.trec.Qrels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `greenpair eval agreement`
@Command(name = "agreement", mixinStandardHelpOptions = true)
final class EvaluateAgreementCommand implements Callable<Integer> {
  @Parameters(paramLabel = "QRELS")
  private Path second = Path.of("");

  @Option(names = "--with", paramLabel = "QRELS", split = ",", required = true)
  private List<Path> first = List.of();

  @Option(names = "--best")
  private boolean best;

  @Mixin private JsonOption json = new JsonOption();

  @Override
  public Integer call() throws IOException {
    Problems problems = new Problems();
    Map<String, Map<String, Integer>> all = new HashMap<>();
    for (Path file : first) {
      all.putAll(Qrels.read(file, problems).topics());
    }
    Qrels other = Qrels.read(second, problems);
    problems.throwIfAny("errors in the judgements");
    if (best) {
      print(BestAgreement.of(new Qrels(all), other));
    } else {
      print(Agreement.of(new Qrels(all), other));
    }
    return Exit.OK;
  }

  private void print(BestAgreement agreement) {
    json.print(
        agreement,
        String.format(
            Locale.ROOT,
            "%d topics: kappa %.2f, same best entry %.2f, entries in common %.2f of those of"
                + " either%n",
            agreement.topics(),
            agreement.kappa(),
            agreement.same(),
            agreement.common()));
  }

  private void print(Agreement agreement) {
    json.print(
        agreement,
        String.format(
            Locale.ROOT,
            "%d pairs: weighted kappa %.2f, same grade %.2f, at most 1 apart %.2f%n",
            agreement.pairs(),
            agreement.kappa(),
            agreement.same(),
            agreement.near()));
  }
}
