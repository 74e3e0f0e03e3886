package greenpair.cli.plan;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.cli.app.TextTable;
import greenpair.message.Message;
import greenpair.plan.allocation.Fit;
import greenpair.plan.allocation.Measures;
import greenpair.plan.allocation.Plan;
import greenpair.plan.cohort.CohortReport;
import greenpair.plan.input.PlanRequest;
import greenpair.plan.input.PlanResult;
import greenpair.plan.input.PlanResult.PartnersResult;
import greenpair.plan.input.PlanWords;
import greenpair.plan.meetings.Summit.Slot;
import greenpair.plan.meetings.Summit.Wish;
import greenpair.plan.meetings.Timetable;
import greenpair.plan.meetings.Timetable.Meeting;
import greenpair.plan.pairs.CityPair;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Prints plans on a terminal.
record PlanText(PlanWords words, Language language) {
  String of(PlanRequest request, PlanResult made) {
    return switch (made) {
      case PlanResult.Cohort cohort -> cohort(cohort.report());
      case PlanResult.Pairs pairs -> pairs(pairs.pairs());
      case PlanResult.Partners partners -> partners(PartnersResult.of(partners));
      case PlanResult.Meetings meetings ->
          meetings((PlanRequest.Meetings) request, meetings.timetable());
    };
  }

  private String partners(PartnersResult answer) {
    StringBuilder text = new StringBuilder();
    Plan plan = answer.plan();
    if (plan == null) {
      text.append(words.conflict().best(language)).append('\n');
      answer
          .conflict()
          .forEach(each -> text.append("  - ").append(each.best(language)).append('\n'));
      return text.toString();
    }
    text.append(words.optimality(plan).best(language)).append("\n\n");
    places(text, plan);
    TextTable table =
        TextTable.of(
            language,
            "",
            "total_fit",
            "needs_served",
            "worst_off_city",
            "busiest_partner",
            "overloaded");
    row(table, say("plan.this"), answer.measures());
    row(table, say("plan.city_by_city"), answer.cityByCity());
    text.append(table);
    unserved(text, Objects.requireNonNull(answer.measures()));
    return text.toString();
  }

  private String say(String key) {
    return Message.of(key).in(language);
  }

  private void places(StringBuilder text, Plan plan) {
    Map<EntryId, Map<Kind, List<Fit>>> needs = new LinkedHashMap<>();
    for (Fit each : plan.places()) {
      needs
          .computeIfAbsent(each.need(), key -> new LinkedHashMap<>())
          .computeIfAbsent(each.kind(), key -> new java.util.ArrayList<>())
          .add(each);
    }
    needs.forEach(
        (need, kinds) -> {
          text.append(words.name(need).best(language)).append("  [").append(need).append("]\n");
          kinds.forEach(
              (kind, fits) ->
                  text.append("    ")
                      .append(
                          fits.stream()
                              .sorted(Comparator.comparingInt(Fit::millionths).reversed())
                              .map(
                                  each ->
                                      String.format(
                                          Locale.ROOT,
                                          "%s %.3f",
                                          words.name(each.supplier()).best(language),
                                          each.score()))
                              .collect(Collectors.joining(language == Language.EN ? ", " : "，")))
                      .append('\n'));
        });
    text.append('\n');
  }

  private void row(TextTable table, String name, @Nullable Measures measures) {
    Measures of = Objects.requireNonNull(measures);
    EntryId busiest = of.busiest();
    table.row(
        name,
        fixed(of.total(), 2),
        of.served() + "/" + of.needs(),
        fixed(of.worst(), 2),
        busiest == null ? "" : words.name(busiest).best(language) + " " + of.busiestCities(),
        of.overloaded());
  }

  private void unserved(StringBuilder text, Measures measures) {
    if (!measures.unserved().isEmpty()) {
      text.append('\n' + say("plan.no_partner") + '\n');
      measures
          .unserved()
          .forEach(
              each ->
                  text.append("    ")
                      .append(words.name(each).best(language))
                      .append("  [")
                      .append(each)
                      .append("]\n"));
    }
  }

  private String cohort(CohortReport report) {
    StringBuilder text = new StringBuilder();
    double gap = report.value() == 0 ? 0 : report.bound() / report.value() - 1;
    text.append(words.optimality(report.proven(), gap).best(language)).append('\n');
    text.append(words.robustness(report).best(language)).append("\n\n");
    TextTable table =
        TextTable.of(language, "", "kind.city", "side", "score", "rank", "why");
    for (CohortReport.Standing each : report.cities()) {
      table.row(
          each.chosen() ? "*" : "",
          each.name().best(language),
          each.side(),
          each.score() == null ? "?" : fixed(each.score(), 3),
          each.rank() == null ? "?" : each.rank(),
          words.why(each, report).best(language));
    }
    text.append(table).append('\n');
    for (CohortReport.Change each : report.withoutIndicator()) {
      text.append(
              Message.of(
                      "cohort.without",
                      "indicator",
                      name(each.indicator(), report),
                      "change",
                      change(each))
                  .in(language))
          .append('\n');
    }
    return text.toString();
  }

  private String name(String key, CohortReport report) {
    return report.indicators().stream()
        .filter(each -> each.key().equals(key))
        .map(each -> each.name().best(language))
        .collect(Collectors.joining());
  }

  private Message change(CohortReport.Change change) {
    return change.enters().isEmpty()
        ? Message.of("page.plans.same")
        : Message.of(
            "cohort.changed",
            "enters",
            change.enters().stream().map(words::name).toList(),
            "leaves",
            change.leaves().stream().map(words::name).toList());
  }

  private String pairs(List<CityPair> pairs) {
    StringBuilder text = new StringBuilder();
    for (CityPair each : pairs) {
      text.append(
              Message.of(
                      "pair.line",
                      "value",
                      fixed(each.value(), 3),
                      "one",
                      words.name(each.one()),
                      "other",
                      words.name(each.other()),
                      "likeness",
                      fixed(each.likeness(), 2),
                      "learning",
                      fixed(each.learning(), 2))
                  .in(language))
          .append('\n');
      for (CityPair.Lesson lesson : each.lessons()) {
        text.append("       ")
            .append(
                Message.of(
                        "pair.lesson",
                        "teacher",
                        words.name(lesson.teacher()),
                        "shown",
                        lesson.done().name(),
                        "need",
                        lesson.wanted().name())
                    .in(language))
            .append('\n');
      }
      if (!each.partners().isEmpty()) {
        List<Text> names = each.partners().stream().map(words::name).toList();
        text.append("       ")
            .append(Message.of("pair.partners", "partners", names).in(language))
            .append('\n');
      }
    }
    return text.toString();
  }

  private String meetings(PlanRequest.Meetings request, Timetable made) {
    StringBuilder text = new StringBuilder();
    double gap = made.millionths() == 0 ? 0 : (double) made.bound() / made.millionths() - 1;
    text.append(words.optimality(made.isProven(), gap).best(language)).append('\n');
    text.append(
            Message.of(
                    "meeting.counts",
                    "meetings",
                    made.meetings().size(),
                    "waiting",
                    made.waiting().size(),
                    "idle",
                    made.idle())
                .in(language))
        .append('\n');
    int last = -1;
    for (Meeting each : made.meetings()) {
      if (each.slot() != last) {
        Slot slot = request.summit().slots().get(each.slot());
        text.append('\n').append(request.time(slot)).append('\n');
        last = each.slot();
      }
      text.append("  ")
          .append(each.table() == 0 ? Message.of("plan.online").in(language) : each.table() + "")
          .append("  ")
          .append(words.name(each.city()).best(language))
          .append(" – ")
          .append(words.name(each.partner()).best(language));
      if (each.interpreter() != null) {
        text.append("  ")
            .append(Message.of("page.plans.interpreter", "name", each.interpreter()).in(language));
      }
      text.append('\n');
    }
    for (Wish each : made.waiting()) {
      text.append(
              Message.of(
                      "meeting.waits",
                      "city",
                      words.name(each.city()),
                      "partner",
                      words.name(each.partner()),
                      "why",
                      request.summit().whyWaiting(each))
                  .in(language))
          .append('\n');
    }
    return text.toString();
  }

  /// Rounded as on the pages: half to even.
  private static String fixed(double value, int decimals) {
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }
}
