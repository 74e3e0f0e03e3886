package greenpair.cli.program;

import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.cli.app.OpenIndex;
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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "learn")
public final class LearnCommand extends ProgramCommand {

  @Option(names = "--limit", paramLabel = "SHARE", defaultValue = "0.2")
  private double limit = WeightLearning.DEFAULT_LIMIT;

  @Option(names = "--output", paramLabel = "FILE")
  private @Nullable Path file;

  @Option(names = "--by", paramLabel = "NAME")
  private @Nullable String by;

  @Override
  public Integer call() throws IOException {
    checkOptions();
    CommandWiring engine =
        CommandWiring.readToLearn(
            places.config(), fault -> System.err.println("greenpair: not in effect: " + fault));
    try (ProgramStore store = store();
        OpenIndex index = OpenIndex.open(engine, places)) {
      List<Introduction> introductions = store.read(records -> records.introductions().all());
      Proposal proposal = engine.learning().propose(introductions, limit, index.snapshot());
      Message done = write(store, proposal);
      output.print(proposal, new LearnText(output.language()).of(proposal, done));
      return file != null && proposal.wasRefused() ? Exit.BAD_DATA : Exit.OK;
    }
  }

  private void checkOptions() throws FileAlreadyExistsException {
    if (!(limit > 0 && limit <= 1)) {
      throw new IllegalArgumentException("--limit must be above 0 and at most 1, but was " + limit);
    }
    if (file != null && (by == null || by.isBlank())) {
      throw new IllegalArgumentException("name the coordinator who reviews the file with --by");
    }
    if (file != null && Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
  }

  private Message write(ProgramStore store, Proposal proposal) throws IOException {
    if (file == null) {
      return Message.of("learn.nothing_changed");
    }
    if (proposal.wasRefused()) {
      return Message.of("learn.not_written");
    }
    String who = by == null ? "" : by.strip();
    Files.writeString(
        file, proposal.weights(who, Instant.now()).yaml(), StandardOpenOption.CREATE_NEW);
    audit(store, "weights.learn", proposal.id() + " in " + file + ", by " + who);
    return Message.of("learn.written", "file", file);
  }
}
