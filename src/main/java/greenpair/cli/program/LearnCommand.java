package greenpair.cli.program;

import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.cli.app.JsonOption;
import greenpair.cli.app.LanguageOption;
import greenpair.cli.app.OpenIndex;
import greenpair.cli.app.Places;
import greenpair.learn.Proposal;
import greenpair.learn.WeightLearning;
import greenpair.message.Message;
import greenpair.program.ProgramStore;
import greenpair.program.introduction.Introduction;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "learn", mixinStandardHelpOptions = true)
public final class LearnCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();
  @Mixin private JsonOption json = new JsonOption();

  @Mixin private LanguageOption language = new LanguageOption();

  @Option(names = "--limit", paramLabel = "SHARE", defaultValue = "0.2")
  private double limit = WeightLearning.DEFAULT_LIMIT;

  @Option(names = "--output", paramLabel = "FILE")
  private @Nullable Path output;

  @Option(names = "--by", paramLabel = "NAME")
  private @Nullable String by;

  @Override
  public Integer call() throws IOException {
    checkOptions();
    CommandWiring engine =
        CommandWiring.readToLearn(
            places.config(), fault -> System.err.println("greenpair: not in effect: " + fault));
    try (ProgramStore store = new ProgramStore(places.settings().database());
        OpenIndex index = OpenIndex.open(engine, places)) {
      List<Introduction> introductions = store.read(records -> records.introductions().all());
      Proposal proposal = engine.learning().propose(introductions, limit, index.snapshot());
      Message done = write(store, proposal);
      json.print(proposal, new LearnText(language.get()).of(proposal, done));
      return output != null && proposal.wasRefused() ? Exit.BAD_DATA : Exit.OK;
    }
  }

  private void checkOptions() throws FileAlreadyExistsException {
    if (!(limit > 0 && limit <= 1)) {
      throw new IllegalArgumentException("--limit must be above 0 and at most 1, but was " + limit);
    }
    if (output != null && (by == null || by.isBlank())) {
      throw new IllegalArgumentException("name the coordinator who reviews the file with --by");
    }
    if (output != null && Files.exists(output)) {
      throw new FileAlreadyExistsException(output.toString());
    }
  }

  private Message write(ProgramStore store, Proposal proposal) throws IOException {
    if (output == null) {
      return Message.of("learn.nothing_changed");
    }
    if (proposal.wasRefused()) {
      return Message.of("learn.not_written");
    }
    String who = by == null ? "" : by.strip();
    Files.writeString(
        output, proposal.weights(who, Instant.now()).yaml(), StandardOpenOption.CREATE_NEW);
    ProgramPlace.audit(store, "weights.learn", proposal.id() + " in " + output + ", by " + who);
    return Message.of("learn.written", "file", output);
  }
}
