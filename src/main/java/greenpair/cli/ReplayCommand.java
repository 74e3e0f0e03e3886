package greenpair.cli;

import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.Snapshot;
import greenpair.match.Answer;
import greenpair.web.DecisionRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `greenpair replay`
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Gives the answer of a decision record again, from the same generation and configuration, and",
      "says whether it is the same to the byte."
    },
    footer = {
      "%nExample:",
      "  greenpair recommend cn-chengdu --record chengdu.json",
      "  greenpair replay chengdu.json"
    })
final class ReplayCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();

  @Parameters(paramLabel = "FILE", description = "a decision record")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException {
    DecisionRecord record = DecisionRecord.read(file);
    Engine engine = Engine.read(places.config());
    if (!engine.configuration().equals(record.configuration())) {
      throw new IllegalArgumentException(
          "the record was made with configuration "
              + shorten(record.configuration())
              + " and this one is "
              + shorten(engine.configuration())
              + "; name the old folder with --config");
    }
    try (LiveIndex live = engine.live(new GenerationStore(places.data()));
        Snapshot snapshot = live.open(record.generation())) {
      Answer answer = engine.recommender().recommend(record.request(), snapshot);
      boolean same = engine.document(answer).equals(record.answer());
      Output.print(
          same
              ? "same to the byte: generation " + record.generation() + "\n"
              : "the answer differs from the record, though generation and configuration are the"
                  + " same: another version of the program answered\n");
      return same ? Exit.OK : Exit.FAILURE;
    }
  }

  private static String shorten(String digest) {
    return digest.substring(0, Math.min(12, digest.length()));
  }
}
