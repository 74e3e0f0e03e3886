package greenpair.cli.plan;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.cli.app.TextTable;
import greenpair.message.Message;
import greenpair.plan.allocation.Fit;
import greenpair.plan.allocation.Measures;
import greenpair.plan.allocation.Plan;
import greenpair.plan.input.PartnersResult;
import greenpair.plan.input.PlanWords;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Prints a plan of partners on a terminal.
record PlanText(PlanWords words, Language language) {
  String of(PartnersResult answer) {
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
            "overloaded",
            "gini",
            "disparity");
    row(table, say("plan.this"), answer.measures());
    row(table, say("plan.city_by_city"), answer.cityByCity());
    row(table, say("plan.first_come"), answer.firstCome());
    text.append(table);
    unserved(text, Objects.requireNonNull(answer.measures()));
    prices(text, answer);
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
        Rounded.fixed(of.total(), 2),
        of.served() + "/" + of.needs(),
        Rounded.fixed(of.worst(), 2),
        busiest == null ? "" : words.name(busiest).best(language) + " " + of.busiestCities(),
        of.overloaded(),
        Rounded.fixed(of.gini(), 2),
        Rounded.fixed(of.disparity(), 2));
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

  private void prices(StringBuilder text, PartnersResult answer) {
    if (answer.prices().isEmpty() && answer.capacities().isEmpty()) {
      return;
    }
    text.append('\n');
    answer.prices().forEach(each -> text.append(each.says().best(language)).append('\n'));
    answer.capacities().forEach(each -> text.append(each.says().best(language)).append('\n'));
  }
}
