package greenpair.cli.evaluate;

import greenpair.cli.app.CommandGroup;
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
public final class EvalCommand extends CommandGroup {}
