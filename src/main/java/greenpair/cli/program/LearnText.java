package greenpair.cli.program;

import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.cli.app.TextTable;
import greenpair.learn.LearningResult;
import greenpair.learn.Proposal;
import greenpair.learn.RankingEffect;
import greenpair.match.settings.Side;
import greenpair.message.Message;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Formats a learning proposal for the terminal.
record LearnText(Language language) {
  String of(Proposal proposal, Message done) {
    StringBuilder text = new StringBuilder();
    proposal.kinds().forEach(each -> add(each, text));
    if (!proposal.wasRefused()) {
      add(proposal.effect(), text);
    }
    text.append(Message.of("learn.proposal", "id", proposal.id()).in(language)).append('\n');
    text.append(done.in(language)).append('\n');
    return text.toString();
  }

  private void add(RankingEffect effect, StringBuilder text) {
    text.append(
            Message.of(
                    "learn.effect",
                    "needs",
                    effect.needs(),
                    "changes",
                    effect.changes().size(),
                    "firsts",
                    effect.firstPlaces())
                .in(language))
        .append('\n');
    if (!effect.changes().isEmpty()) {
      TextTable table = TextTable.of(language, "need", "before", "after", "reason");
      for (RankingEffect.Change each : effect.changes()) {
        table.row(
            each.need() + " (" + say("kind." + each.kind().word()) + ")",
            first(each.before()),
            first(each.after()),
            each.why().best(language));
      }
      text.append('\n').append(table).append('\n');
    }
  }

  private String first(List<RankingEffect.Place> list) {
    return list.isEmpty() ? "–" : list.getFirst().name().best(language);
  }

  private String say(String key) {
    return Message.of(key).in(language);
  }

  private void add(LearningResult learnt, StringBuilder text) {
    text.append(
            Message.of(
                    "learn.counts",
                    "kind",
                    Message.of(learnt.kind() == Kind.FIRM ? "learn.firms" : "learn.financiers"),
                    "labelled",
                    learnt.labelled(),
                    "open",
                    learnt.open(),
                    "left",
                    learnt.leftOut().size())
                .in(language))
        .append('\n');
    Text refused = learnt.refused();
    if (refused == null) {
      text.append('\n').append(table(learnt)).append('\n');
    } else {
      text.append("  ").append(refused.best(language)).append('\n');
    }
    learnt.notes().forEach(each -> text.append("  ").append(each.best(language)).append('\n'));
    learnt
        .leftOut()
        .forEach(
            each ->
                text.append("  ")
                    .append(
                        Message.of(
                                "learn.not_used",
                                "introduction",
                                each.introduction(),
                                "why",
                                each.because())
                            .in(language))
                    .append('\n'));
    text.append('\n');
  }

  private TextTable table(LearningResult learnt) {
    TextTable table =
        TextTable.of(
            language, "direction", "signal", "before", "after", "interval", "moved_most_by");
    for (LearningResult.Weight each : learnt.weights()) {
      table.row(
          say(each.side() == Side.CITY ? "kind.city" : "kind.partner"),
          each.label().best(language),
          number(each.before()),
          number(each.after()) + (each.limited() ? say("learn.at_limit") : ""),
          number(each.low()) + "–" + number(each.high()),
          each.movers().stream().map(LearnText::mover).collect(Collectors.joining("  ")));
    }
    return table;
  }

  private static String mover(LearningResult.Mover mover) {
    return String.format(Locale.ROOT, "%s %+.1f%%", mover.introduction(), 100 * mover.moved());
  }

  private static String number(@Nullable Double value) {
    return value == null ? "" : String.format(Locale.ROOT, "%.4f", value);
  }
}
