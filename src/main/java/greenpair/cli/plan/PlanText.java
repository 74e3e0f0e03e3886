package greenpair.cli.plan;

import greenpair.catalog.EntryId;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.cli.app.TextTable;
import greenpair.message.Message;
import greenpair.plan.allocation.AllocationProblem.Demand;
import greenpair.plan.allocation.Fit;
import greenpair.plan.allocation.Plan;
import greenpair.plan.cohort.CohortReport;
import greenpair.plan.input.PlanRequest;
import greenpair.plan.input.PlanResult;
import greenpair.plan.input.PlanResult.PartnersResult;
import greenpair.plan.input.PlanWords;
import greenpair.plan.meetings.Summit.Wish;
import greenpair.plan.meetings.Timetable;
import greenpair.plan.meetings.Timetable.Meeting;
import greenpair.plan.pairs.CityPair;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;

/// Prints plans on a terminal: how good each is known to be, and its table.
record PlanText(PlanWords words, Language language) {
  String of(PlanRequest request, PlanResult made) {
    return switch (made) {
      case PlanResult.Cohort cohort -> cohort(cohort.report());
      case PlanResult.Pairs pairs -> pairs(pairs.pairs());
      case PlanResult.Partners partners -> partners(partners);
      case PlanResult.Meetings meetings ->
          meetings((PlanRequest.Meetings) request, meetings.timetable());
    };
  }

  private String line(Text text) {
    return text.best(language) + "\n";
  }

  private String name(EntryId id) {
    return words.name(id).best(language);
  }

  private String cohort(CohortReport report) {
    double gap = report.value() == 0 ? 0 : report.bound() / report.value() - 1;
    TextTable table = TextTable.of(language, "", "kind.city", "side", "score", "rank", "why");
    for (CohortReport.Standing each : report.cities()) {
      table.row(
          each.chosen() ? "*" : "",
          each.name().best(language),
          each.side(),
          each.score() == null ? "?" : fixed(each.score(), 3),
          each.rank() == null ? "?" : each.rank(),
          words.why(each, report).best(language));
    }
    return line(words.optimality(report.proven(), gap))
        + line(words.robustness(report))
        + "\n"
        + table;
  }

  private String pairs(List<CityPair> pairs) {
    TextTable table =
        TextTable.of(language, "kind.city", "kind.city", "score", "similarity", "learning");
    for (CityPair each : pairs) {
      table.row(
          name(each.one()),
          name(each.other()),
          fixed(each.value(), 3),
          fixed(each.similarity(), 2),
          fixed(each.learning(), 2));
    }
    return table.toString();
  }

  private String partners(PlanResult.Partners made) {
    Plan plan = made.plan();
    if (plan == null) {
      StringBuilder text = new StringBuilder(line(words.conflict()));
      PartnersResult.of(made)
          .conflict()
          .forEach(each -> text.append("  - ").append(each.best(language)).append('\n'));
      return text.toString();
    }
    TextTable table = TextTable.of(language, "kind.need", "id", "kind", "", "score");
    for (Demand each : made.instance().demands()) {
      List<Fit> partners =
          plan.places().stream()
              .filter(fit -> fit.need().equals(each.need()) && fit.kind() == each.kind())
              .sorted(Comparator.comparingInt(Fit::millionths).reversed())
              .toList();
      String kind = Message.of("kind." + each.kind().word()).in(language);
      partners.forEach(
          fit ->
              table.row(
                  name(fit.need()), fit.need(), kind, name(fit.supplier()), fixed(fit.score(), 3)));
      if (partners.isEmpty()) {
        table.row(name(each.need()), each.need(), kind, "-", "");
      }
    }
    return line(words.optimality(plan)) + "\n" + table;
  }

  private String meetings(PlanRequest.Meetings request, Timetable made) {
    double gap = made.millionths() == 0 ? 0 : (double) made.bound() / made.millionths() - 1;
    StringBuilder text = new StringBuilder(line(words.optimality(made.isProven(), gap)));
    Message counts =
        Message.of(
            "page.plans.meetings.count",
            "meetings",
            made.meetings().size(),
            "waiting",
            made.waiting().size(),
            "idle",
            made.idle());
    text.append(counts.in(language)).append("\n\n");
    TextTable table = new TextTable("", "", "", "", "");
    for (Meeting each : made.meetings()) {
      table.row(
          request.time(request.summit().slots().get(each.slot())),
          each.table() == 0 ? Message.of("plan.online").in(language) : each.table(),
          name(each.city()),
          name(each.partner()),
          each.interpreter() == null ? "" : each.interpreter());
    }
    text.append(table);
    for (Wish each : made.waiting()) {
      Message waits =
          Message.of(
              "meeting.waits",
              "city",
              words.name(each.city()),
              "partner",
              words.name(each.partner()),
              "why",
              request.summit().whyWaiting(each));
      text.append(waits.in(language)).append('\n');
    }
    return text.toString();
  }

  /// Rounded as on the pages: half to even.
  private static String fixed(double value, int decimals) {
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }
}
