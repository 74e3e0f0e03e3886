package greenpair.resolve.estimate;

import greenpair.resolve.UncertainPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// Weights of entity resolution set by hand and estimated, and how well each decides judged pairs.
///
/// @param estimated from the pairs that were not judged
/// @param same those of them that are the same firm
/// @param unproposed judged pairs that blocking did not propose, which count as kept apart
/// @param results by hand, estimated, and by hand with one fact estimated; empty without judged
///     pairs
public record LinkageReport(
    int pairs,
    EstimatedWeights estimated,
    int judged,
    int same,
    int unproposed,
    List<Result> results) {
  /// How well weights decide judged pairs.
  ///
  /// @param precision share of the pairs from the threshold on that are the same
  /// @param recall share of the same pairs that are at or above the threshold
  /// @param averagePrecision of all pairs in the order of their bits, whatever the threshold; ties
  ///     count as if the different ones came first
  public record Result(
      String weights,
      double threshold,
      double precision,
      double recall,
      double f1,
      double averagePrecision) {}

  /// A candidate pair that a person judged.
  public record Judged(UncertainPair pair, boolean same) {}

  /// Estimates and compares.
  ///
  /// @param match bits from which the weights set by hand merge
  public static LinkageReport of(
      List<UncertainPair> candidates, List<Judged> judged, int unproposed, double match) {
    EstimatedWeights estimated = EstimatedWeights.of(candidates);
    List<Result> results = new ArrayList<>();
    if (!judged.isEmpty()) {
      results.add(result("by hand", UncertainPair::bits, match, judged));
      results.add(result("estimated", estimated::bits, estimated.match(), judged));
      for (String fact : estimated.facts()) {
        String weights = "by hand, " + fact + " estimated";
        results.add(result(weights, pair -> estimated.bits(pair, fact), match, judged));
      }
    }
    return new LinkageReport(
        candidates.size(),
        estimated,
        judged.size(),
        (int) judged.stream().filter(Judged::same).count(),
        unproposed,
        results);
  }

  private static Result result(
      String weights, ToDoubleFunction<UncertainPair> bits, double threshold, List<Judged> judged) {
    List<Judged> merged =
        judged.stream().filter(each -> bits.applyAsDouble(each.pair) >= threshold).toList();
    double right = merged.stream().filter(Judged::same).count();
    double same = judged.stream().filter(Judged::same).count();
    double precision = merged.isEmpty() ? 1 : right / merged.size();
    double recall = same == 0 ? 1 : right / same;
    double f1 = right == 0 ? 0 : 2 * precision * recall / (precision + recall);
    return new Result(weights, threshold, precision, recall, f1, averagePrecision(bits, judged));
  }

  private static double averagePrecision(
      ToDoubleFunction<UncertainPair> bits, List<Judged> judged) {
    List<Judged> order = new ArrayList<>(judged);
    order.sort(
        (one, two) -> {
          int byBits = Double.compare(bits.applyAsDouble(two.pair), bits.applyAsDouble(one.pair));
          return byBits == 0 ? Boolean.compare(one.same, two.same) : byBits;
        });
    int found = 0;
    double sum = 0;
    for (int at = 0; at < order.size(); at++) {
      if (order.get(at).same) {
        sum += ++found / (at + 1.0);
      }
    }
    return found == 0 ? 0 : sum / found;
  }

  /// The tables in Markdown.
  public String table() {
    StringBuilder text =
        new StringBuilder(
            String.format(
                    Locale.ROOT,
                    "%d candidate pairs, of which %.4f have equal names (the prior)%n",
                    pairs,
                    estimated.prior())
                + String.format(
                    Locale.ROOT,
                    "%n| fact | level | pairs | m | u | estimated, bits | by hand, bits |%n")
                + String.format(Locale.ROOT, "| --- | --- | --- | --- | --- | --- | --- |%n"));
    for (EstimatedWeights.Level each : estimated.levels()) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %d | %.3f | %.3f | %+.1f | %+.1f |%n",
              each.fact(),
              each.level(),
              each.pairs(),
              each.m(),
              each.u(),
              each.bits(),
              each.byHand()));
    }
    if (!results.isEmpty()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%n| %d judged pairs, %d of them the same, %d not proposed | from bits | precision |",
              judged,
              same,
              unproposed));
      text.append(String.format(Locale.ROOT, " recall | F1 | average precision |%n"));
      text.append(String.format(Locale.ROOT, "| --- | --- | --- | --- | --- | --- |%n"));
      for (Result each : results) {
        text.append(
            String.format(
                Locale.ROOT,
                "| %s | %.1f | %.3f | %.3f | %.3f | %.3f |%n",
                each.weights(),
                each.threshold(),
                each.precision(),
                each.recall(),
                each.f1(),
                each.averagePrecision()));
      }
    }
    return text.toString();
  }
}
