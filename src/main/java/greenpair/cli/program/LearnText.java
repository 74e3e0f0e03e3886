package greenpair.cli.program;

import greenpair.catalog.Language;
import greenpair.cli.app.TextTable;
import greenpair.learn.Proposal;
import greenpair.learn.RankingEffect;
import greenpair.message.Message;
import java.util.List;

/// Formats a learning proposal for the terminal.
record LearnText(Language language) {
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
          Message.of("learn.not_used", "introduction", each.introduction(), "why", each.because()),
          text);
    }
    text.append('\n');
  }
}
