package greenpair.cli.query;

import module java.base;

import greenpair.catalog.Language;
import greenpair.cli.app.TextTable;
import greenpair.index.read.Snapshot;
import greenpair.match.MarkedName;
import greenpair.match.reason.Answer;
import greenpair.message.Message;

/// Prints recommendations on a terminal.
record AnswerText(Language language) {
  String of(Answer answer, Snapshot snapshot) {
    StringBuilder text = new StringBuilder();
    text.append(answer.message().best(language));
    if (answer.why() != null) {
      text.append('\n').append(answer.why().best(language));
    }
    text.append("\n\n");
    Answer.Totals all = answer.totals();
    list(text, answer.recommendations());
    int from = answer.from();
    more(text, from, answer.recommendations().size(), all.recommendations());
    section(text, answer.incumbents(), from, all.incumbents(), "recommend.incumbents");
    section(text, answer.belowThreshold(), from, all.belowThreshold(), "recommend.below");
    section(text, answer.unproven(), from, all.unproven(), "recommend.unproven");
    section(text, answer.peers(), from, all.peers(), "recommend.peers");
    cases(text, answer.nearest(), "recommend.nearest");
    cases(text, answer.failures(), "page.failures.title");
    more(text, from, answer.failures().size(), all.failures());
    if (!answer.excluded().isEmpty()) {
      text.append(Message.of("recommend.excluded").in(language)).append('\n');
      TextTable table = TextTable.of(language, "id", "reason");
      for (Answer.Excluded each : answer.excluded()) {
        table.row(each.id(), each.because().best(language));
      }
      text.append(table).append('\n');
      more(text, from, answer.excluded().size(), all.excluded());
    }
    for (Answer.AskedNeed need : answer.needs()) {
      if (need.unranked() > 0) {
        text.append(
                Message.of(
                        "recommend.unranked",
                        "count",
                        need.unranked(),
                        "need",
                        String.valueOf(need.id()))
                    .in(language))
            .append('\n');
      }
    }
    return text.append(
            Message.of(
                    "recommend.made_with",
                    "generation",
                    snapshot.manifest().id(),
                    "configuration",
                    answer.configuration().substring(0, 12))
                .in(language))
        .append('\n')
        .toString();
  }

  private String place(Answer.Case one) {
    String city = one.cityName().best(language);
    if (one.inCity()) {
      return city;
    }
    String near = Message.of("recommend.near", "city", city).in(language);
    return (one.location() == null ? "" : one.location().best(language)) + near;
  }

  private void cases(StringBuilder text, List<Answer.Case> cases, String head) {
    if (cases.isEmpty()) {
      return;
    }
    text.append(Message.of(head).in(language)).append('\n');
    TextTable table =
        TextTable.of(language, "grade", "year", "similarity", "city", "deployment", "by");
    for (Answer.Case each : cases) {
      table.row(
          each.grade(),
          each.year() == null ? "?" : each.year(),
          each.similarity(),
          place(each),
          each.name().best(language),
          each.firms().stream()
              .map(firm -> MarkedName.of(firm.name(), firm.status()).best(language))
              .distinct()
              .collect(Collectors.joining(", ")));
    }
    text.append(table).append('\n');
  }

  private void section(
      StringBuilder text, List<Answer.Recommendation> list, int from, int all, String head) {
    if (all > from) {
      text.append(Message.of(head).in(language)).append('\n');
      list(text, list);
      more(text, from, list.size(), all);
    }
  }

  private void more(StringBuilder text, int from, int shown, int all) {
    if (from + shown < all) {
      Message more = Message.of("recommend.more", "shown", shown, "count", all);
      text.append("    ").append(more.in(language)).append("\n\n");
    }
  }

  private void list(StringBuilder text, List<Answer.Recommendation> list) {
    for (Answer.Recommendation each : list) {
      text.append(
          String.format(
              Locale.ROOT,
              "%2d  %.3f  %s  [%s]%n",
              each.rank(),
              each.score(),
              each.name().best(language),
              each.id()));
      text.append("      ").append(each.reason().best(language)).append('\n');
      each.cautions()
          .forEach(caution -> text.append("      ! ").append(caution.best(language)).append('\n'));
    }
    text.append(list.isEmpty() ? "" : "\n");
  }
}
