package greenpair.cli.program;

import greenpair.catalog.Language;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.cli.app.JsonOption;
import greenpair.cli.app.OpenIndex;
import greenpair.cli.app.Output;
import greenpair.cli.app.Places;
import greenpair.learn.Proposal;
import greenpair.learn.WeightLearning;
import greenpair.match.settings.LearntWeights;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "learn", subcommands = LearnShadowCommand.class, mixinStandardHelpOptions = true)
public final class LearnCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();
  @Mixin private JsonOption json = new JsonOption();

  @Option(
      names = "--lang",
      paramLabel = "en|zh",
      defaultValue = "en",
      converter = Output.LanguageConverter.class)
  private Language language = Language.EN;

  @Option(names = "--limit", paramLabel = "SHARE", defaultValue = "0.2")
  private double limit = WeightLearning.DEFAULT_LIMIT;

  @Option(names = "--approve")
  private boolean approve;

  @Option(names = "--output", paramLabel = "FILE")
  private @Nullable Path output;

  @Option(names = "--reject", paramLabel = "REASON")
  private @Nullable String reject;

  @Option(names = "--withdraw")
  private boolean withdraw;

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
      Message done = decide(store, engine.learning(), proposal);
      json.print(proposal, new LearnText(language).of(proposal, done));
      boolean isNothingWritten = (approve || output != null) && proposal.wasRefused();
      return isNothingWritten ? Exit.BAD_DATA : Exit.OK;
    }
  }

  private void checkOptions() throws FileAlreadyExistsException {
    if (!(limit > 0 && limit <= 1)) {
      throw new IllegalArgumentException("--limit must be above 0 and at most 1, but was " + limit);
    }
    long decisions =
        Stream.of(approve, output != null, reject != null, withdraw).filter(each -> each).count();
    if (decisions > 1) {
      throw new IllegalArgumentException(
          "--approve, --output, --reject and --withdraw exclude each other; give one of them");
    }
    if (decisions == 1 && (by == null || by.isBlank())) {
      throw new IllegalArgumentException("name the coordinator who decided with --by");
    }
    if (output != null && Files.exists(output)) {
      throw new FileAlreadyExistsException(output.toString());
    }
  }

  /// Executes the options. A decision is audited before it takes effect; writing a file for review
  /// is not a decision and is audited afterwards.
  private Message decide(ProgramStore store, WeightLearning learning, Proposal proposal)
      throws IOException {
    String who = ", by " + (by == null ? "" : by.strip());
    if (reject != null) {
      ProgramPlace.audit(store, "weights.reject", proposal.id() + " " + reject.strip() + who);
      return Message.of("learn.done.reject", "proposal", proposal.id());
    }
    if (withdraw) {
      String id =
          learning
              .file()
              .proposal()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "nothing to withdraw: there is no %s, so the experts' own weights are in effect"
                              .formatted(learning.file().path())));
      learning.file().checkWritable();
      ProgramPlace.audit(store, "weights.withdraw", id + who);
      learning.file().remove();
      return Message.of("learn.done.withdraw", "proposal", id);
    }
    if (!approve && output == null) {
      return Message.of("learn.nothing_changed");
    }
    if (proposal.wasRefused()) {
      return Message.of("learn.not_written");
    }
    LearntWeights weights = proposal.weights().approved(by == null ? "" : by, Instant.now());
    if (output != null) {
      Files.writeString(output, weights.yaml(), StandardOpenOption.CREATE_NEW);
      ProgramPlace.audit(store, "weights.learn", proposal.id() + " in " + output + who);
      return Message.of("learn.written", "file", output);
    }
    learning.file().checkWritable();
    ProgramPlace.audit(store, "weights.approve", proposal.id() + who);
    learning.file().put(weights);
    return Message.of("learn.done.approve", "proposal", proposal.id());
  }
}
