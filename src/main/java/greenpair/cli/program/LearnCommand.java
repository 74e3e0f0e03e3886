package greenpair.cli.program;

import module java.base;

import greenpair.catalog.Language;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.cli.app.OpenIndex;
import greenpair.cli.app.TextTable;
import greenpair.learn.Proposal;
import greenpair.learn.RankingEffect;
import greenpair.message.Message;
import greenpair.message.MessageException;
import greenpair.program.ProgramStore;
import greenpair.program.introduction.Introduction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "learn")
public final class LearnCommand extends ProgramCommand {

  @Option(names = "--output", paramLabel = "FILE")
  private @Nullable Path file;

  @Option(names = "--by", paramLabel = "NAME")
  private @Nullable String by;

  @Override
  public Integer call() throws IOException {
    checkOptions();
    CommandWiring wiring =
        CommandWiring.readToLearn(
            places.config(),
            fault ->
                System.err.println(
                    "greenpair: "
                        + Message.of("learn.not_in_effect", "fault", fault).in(output.language())));
    try (ProgramStore store = store();
        OpenIndex index = OpenIndex.open(wiring, places)) {
      List<Introduction> introductions = store.read(records -> records.introductions().all());
      Proposal proposal = wiring.learning().propose(introductions, index.snapshot());
      Message done = write(store, proposal);
      output.print(proposal, new LearnText(output.language()).of(proposal, done));
      return file != null && !proposal.hasLearnt() ? Exit.BAD_DATA : Exit.OK;
    }
  }

  private void checkOptions() throws FileAlreadyExistsException {
    if (file != null && (by == null || by.isBlank())) {
      throw new MessageException(Message.of("learn.by"));
    }
    if (file != null && Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
  }

  private Message write(ProgramStore store, Proposal proposal) throws IOException {
    if (file == null) {
      return Message.of("learn.nothing_changed");
    }
    if (!proposal.hasLearnt()) {
      return Message.of("learn.not_written");
    }
    String who = by == null ? "" : by.strip();
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Files.writeString(
        file, proposal.weights().approved(who, now).yaml(), StandardOpenOption.CREATE_NEW);
    audit(store, "weights.learn", proposal.id() + " in " + file + ", by " + who);
    return Message.of("learn.written", "file", file);
  }

  /// Formats a learning proposal for the terminal.
  private record LearnText(Language language) {
    String of(Proposal proposal, Message done) {
      StringBuilder text = new StringBuilder();
      proposal.kinds().forEach(each -> add(each, text));
      if (proposal.hasLearnt()) {
        add(proposal.effect(), text);
      }
      line(Message.of("learn.proposal", "id", proposal.id()), text);
      line(done, text);
      return text.toString();
    }

    private void line(Message message, StringBuilder text) {
      text.append(message.in(language)).append('\n');
    }

    private void add(RankingEffect effect, StringBuilder text) {
      line(
          Message.of(
              "learn.effect",
              "needs",
              effect.needs(),
              "changes",
              effect.changes().size(),
              "firsts",
              effect.firstPlaces()),
          text);
      if (!effect.changes().isEmpty()) {
        TextTable table = TextTable.of(language, "need", "before", "after");
        for (RankingEffect.Change each : effect.changes()) {
          String kind = Message.of("words.common", "word", each.kind().word()).in(language);
          table.row(each.need() + " (" + kind + ")", first(each.before()), first(each.after()));
        }
        text.append('\n').append(table).append('\n');
      }
    }

    private String first(List<RankingEffect.RankedEntry> list) {
      return list.isEmpty() ? "–" : list.getFirst().name().best(language);
    }

    private void add(Proposal.OfKind learnt, StringBuilder text) {
      line(
          Message.of(
              "learn.counts",
              "kind",
              Message.of("answer.facet.kind." + learnt.kind().word()),
              "labelled",
              learnt.labelled(),
              "open",
              learnt.open(),
              "left",
              learnt.leftOut().size()),
          text);
      learnt.says().forEach(each -> text.append("  ").append(each.best(language)).append('\n'));
      for (var each : learnt.leftOut()) {
        text.append("  ");
        line(
            Message.of(
                "learn.not_used", "introduction", each.introduction(), "why", each.because()),
            text);
      }
      text.append('\n');
    }
  }
}
