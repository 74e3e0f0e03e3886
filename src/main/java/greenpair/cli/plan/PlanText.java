package greenpair.cli.plan;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.cli.app.Table;
import greenpair.plan.allocation.Fit;
import greenpair.plan.allocation.Measures;
import greenpair.plan.allocation.Plan;
import greenpair.plan.ask.PartnersAnswer;
import greenpair.plan.ask.PlanWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A plan of partners for people on a terminal.
record PlanText(PlanWords words, Language language) {
  String of(PartnersAnswer answer) {
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
    Table table =
        isEnglish()
            ? new Table(
                "",
                "total fit",
                "needs served",
                "worst-off city",
                "busiest partner",
                "overloaded",
                "Gini")
            : new Table("", "总匹配度", "已满足需求", "最差城市", "最忙合作方", "超负荷", "基尼系数");
    row(table, isEnglish() ? "this plan" : "本计划", answer.measures());
    row(table, isEnglish() ? "city by city" : "逐城名单", answer.cityByCity());
    row(table, isEnglish() ? "first come, first served" : "先到先得", answer.firstCome());
    text.append(table);
    unserved(text, Objects.requireNonNull(answer.measures()));
    prices(text, answer);
    return text.toString();
  }

  private boolean isEnglish() {
    return language == Language.EN;
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
                              .sorted(java.util.Comparator.comparingInt(Fit::millionths).reversed())
                              .map(
                                  each ->
                                      String.format(
                                          Locale.ROOT,
                                          "%s %.3f",
                                          words.name(each.supplier()).best(language),
                                          each.score()))
                              .collect(Collectors.joining(isEnglish() ? ", " : "，")))
                      .append('\n'));
        });
    text.append('\n');
  }

  private void row(Table table, String name, @Nullable Measures measures) {
    Measures of = Objects.requireNonNull(measures);
    EntryId busiest = of.busiest();
    table.row(
        name,
        String.format(Locale.ROOT, "%.2f", of.total()),
        of.served() + "/" + of.needs(),
        String.format(Locale.ROOT, "%.2f", of.worst()),
        busiest == null ? "" : words.name(busiest).best(language) + " " + of.busiestCities(),
        of.overloaded(),
        String.format(Locale.ROOT, "%.2f", of.gini()));
  }

  private void unserved(StringBuilder text, Measures measures) {
    if (!measures.unserved().isEmpty()) {
      text.append(isEnglish() ? "\nNo partner for:\n" : "\n以下需求尚无合作方：\n");
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

  private void prices(StringBuilder text, PartnersAnswer answer) {
    if (answer.prices().isEmpty() && answer.capacities().isEmpty()) {
      return;
    }
    text.append('\n');
    answer.prices().forEach(each -> text.append(each.says().best(language)).append('\n'));
    answer.capacities().forEach(each -> text.append(each.says().best(language)).append('\n'));
  }
}
