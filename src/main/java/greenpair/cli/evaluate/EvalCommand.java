package greenpair.cli.evaluate;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
    name = "eval",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Measures rankings against judgements, in the file formats of TREC.",
    subcommands = {
      RunCommand.class,
      EvaluateCommand.class,
      EvaluateCohortCommand.class,
      EvaluateSplitCommand.class,
      EvaluateParityCommand.class,
      EvaluateAgreementCommand.class,
      EvaluateLearningCommand.class,
      EvaluateLinkageCommand.class,
      CalibrateCommand.class
    },
    footer = {
      "%nExamples:",
      "  greenpair eval run topics.jsonl --out mine.run",
      "  greenpair eval score --qrels j.qrels --run mine.run"
    })
public final class EvalCommand implements Runnable {
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Override
  public void run() {
    Objects.requireNonNull(spec).commandLine().usage(System.out);
  }
}
