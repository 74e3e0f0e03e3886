package greenpair.cli.evaluate;

import greenpair.evaluate.RecommendationReport;
import greenpair.evaluate.RunScores;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The tables of a [RecommendationReport] in Markdown, as shown in documents.
final class CohortText {
  private final List<String> qualities = new ArrayList<>();
  private final List<String> servings = new ArrayList<>();
  private final List<String> ablations = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();
  private final Document document =
      new Document(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

  record Document(
      List<RecommendationReport.Quality> quality,
      List<RecommendationReport.Serving> serving,
      List<RecommendationReport.Ablation> ablations) {}

  Document document() {
    return document;
  }

  void quality(RecommendationReport.Quality quality) {
    document.quality.add(quality);
    List<RunScores.Result> results = quality.report().results();
    qualities.add(
        row(
            quality.kind().word(),
            quality.needs(),
            ranged(results.getFirst()),
            ranged(results.getLast()),
            results.getFirst().topics().values().size(),
            quality.cities()));
  }

  private static String ranged(RunScores.Result result) {
    return String.format(
        Locale.ROOT,
        "%.3f (%.3f–%.3f)",
        result.mean(),
        result.interval().low(),
        result.interval().high());
  }

  void serving(RecommendationReport.Serving serving) {
    document.serving.add(serving);
    servings.add(
        row(
            serving.kind().word(),
            serving.hidesOwn() ? "hidden" : "included",
            serving.lists(),
            serving.empty(),
            serving.entries(),
            serving.violations().size(),
            String.format(Locale.ROOT, "%.2f", serving.proven()),
            String.format(Locale.ROOT, "%.2f", serving.exposure().coverage()),
            String.format(Locale.ROOT, "%.2f", serving.exposure().gini())));
    violations.addAll(serving.violations());
  }

  void ablations(List<RecommendationReport.Ablation> all) {
    document.ablations.addAll(all);
    for (RecommendationReport.Ablation each : all) {
      ablations.add(
          row(
              each.kind().word(),
              each.signal(),
              String.format(Locale.ROOT, "%.3f", each.comparison().contenderMean()),
              String.format(Locale.ROOT, "%+.3f", each.comparison().meanDifference()),
              String.format(Locale.ROOT, "%.2f", each.comparison().randomisation().p())));
    }
  }

  private static String row(Object... cells) {
    StringBuilder row = new StringBuilder("|");
    for (Object cell : cells) {
      row.append(' ').append(cell).append(" |");
    }
    return row.toString();
  }

  private static void table(StringBuilder text, List<String> rows, String... heads) {
    if (!rows.isEmpty()) {
      text.append(row((Object[]) heads)).append("\n|").append(" --- |".repeat(heads.length));
      text.append('\n').append(String.join("\n", rows)).append("\n\n");
    }
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    table(
        text,
        qualities,
        "kind",
        "form of the needs",
        "nDCG@10 (95%)",
        "P@5, grades 2 and 3 (95%)",
        "topics",
        "cities");
    table(
        text,
        servings,
        "kind",
        "the city's own deployments",
        "lists",
        "no good match",
        "entries",
        "gate violations",
        "with A/B evidence",
        "coverage",
        "Gini");
    table(text, ablations, "kind", "without", "nDCG@10", "difference", "p");
    violations.forEach(each -> text.append("violation: ").append(each).append('\n'));
    return text.toString();
  }
}
