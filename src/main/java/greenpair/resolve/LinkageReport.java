package greenpair.resolve;

import module java.base;

/// How well the weights of `resolve.yaml` decide judged pairs of records.
///
/// @param same judged pairs that are the same firm
/// @param unproposed judged pairs that blocking did not propose, which count as kept apart
/// @param threshold bits from which pairs are merged
/// @param precision share of the merged pairs that are the same, 1 if none is merged
/// @param recall share of the same pairs that are merged, 1 if none is the same
/// @param averagePrecision of all pairs in the order of their bits, whatever the threshold; ties
///     count as if the different ones came first
public record LinkageReport(
    int judged,
    int same,
    int unproposed,
    double threshold,
    double precision,
    double recall,
    double f1,
    double averagePrecision) {
  /// A pair that a person judged.
  ///
  /// @param bits its evidence, negative infinity if blocking did not propose it
  public record Judged(double bits, boolean same) {}

  /// Measures the weights.
  ///
  /// @param match bits from which they merge
  public static LinkageReport of(List<Judged> judged, double match) {
    long merged = judged.stream().filter(each -> each.bits >= match).count();
    double right = judged.stream().filter(each -> each.same && each.bits >= match).count();
    long same = judged.stream().filter(Judged::same).count();
    double precision = merged == 0 ? 1 : right / merged;
    double recall = same == 0 ? 1 : right / same;
    return new LinkageReport(
        judged.size(),
        (int) same,
        (int) judged.stream().filter(each -> each.bits == Double.NEGATIVE_INFINITY).count(),
        match,
        precision,
        recall,
        right == 0 ? 0 : 2 * precision * recall / (precision + recall),
        averagePrecision(judged));
  }

  private static double averagePrecision(List<Judged> judged) {
    List<Judged> order = new ArrayList<>(judged);
    order.sort(
        (one, two) -> {
          int byBits = Double.compare(two.bits, one.bits);
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

  /// A table in Markdown.
  public String table() {
    return String.format(
        Locale.ROOT,
        """
        %d judged pairs, %d of them the same, %d not proposed

        | from bits | precision | recall | F1 | average precision |
        | --- | --- | --- | --- | --- |
        | %.1f | %.3f | %.3f | %.3f | %.3f |
        """,
        judged,
        same,
        unproposed,
        threshold,
        precision,
        recall,
        f1,
        averagePrecision);
  }
}
