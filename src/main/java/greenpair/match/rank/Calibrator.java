package greenpair.match.rank;

import java.util.ArrayList;
import java.util.List;

/// Divides a list between the needs of a city in proportion to the city's priorities: calibrated
/// recommendations (Steck, RecSys 2018).
///
/// p(a) is the share of an [Aspect], p(a|d) = rel(d, a) / sum over b of rel(d, b) the distribution
/// of an entry over the aspects, and q(a) the mean of p(a|d) over the chosen. The next entry is the
/// one with the highest (1 - l) rel(d) - l KL(p, q~), with q~ = 0.99 q + 0.01 p, so that an
/// uncovered aspect has a high but finite cost, and l in [0, 1] `spread.calibrated`. KL is 0 or
/// more, and 0 if the list is divided in proportion to the priorities. Scores do not change.
public final class Calibrator {
  private static final double SMOOTHING = 0.01;

  private Calibrator() {}

  /// The entries in their new order, at most `limit` of them reordered first.
  public static List<Ranked> spread(
      List<Ranked> merged, List<Aspect> aspects, double share, int limit) {
    List<Ranked> left = new ArrayList<>(merged);
    List<Ranked> chosen = new ArrayList<>();
    double[] covered = new double[aspects.size()];
    while (!left.isEmpty() && chosen.size() < limit) {
      Ranked next = best(left, aspects, covered, share);
      left.remove(next);
      chosen.add(next);
      covered = with(covered, next, aspects);
    }
    chosen.addAll(left);
    return chosen;
  }

  private static Ranked best(
      List<Ranked> left, List<Aspect> aspects, double[] covered, double share) {
    Ranked best = left.getFirst();
    double most = Double.NEGATIVE_INFINITY;
    for (Ranked each : left) {
      double apart = divergence(aspects, with(covered, each, aspects));
      double value = (1 - share) * each.score() - share * apart;
      if (value > most) {
        most = value;
        best = each;
      }
    }
    return best;
  }

  /// The sums of p(a|d) with one more entry; one that answers no aspect adds nothing.
  private static double[] with(double[] covered, Ranked next, List<Aspect> aspects) {
    double all = aspects.stream().mapToDouble(each -> each.of(next)).sum();
    double[] sums = covered.clone();
    for (int i = 0; i < sums.length; i++) {
      sums[i] += all > 0 ? aspects.get(i).of(next) / all : 0;
    }
    return sums;
  }

  /// How far the first `limit` entries are from the shares of the aspects: KL(p, q~), 0 or more.
  static double divergence(List<Ranked> list, List<Aspect> aspects, int limit) {
    double[] covered = new double[aspects.size()];
    for (Ranked each : list.subList(0, Math.min(limit, list.size()))) {
      covered = with(covered, each, aspects);
    }
    return divergence(aspects, covered);
  }

  private static double divergence(List<Aspect> aspects, double[] covered) {
    double all = 0;
    for (double each : covered) {
      all += each;
    }
    double sum = 0;
    for (int i = 0; i < covered.length; i++) {
      double wanted = aspects.get(i).share();
      double is = all > 0 ? covered[i] / all : 0;
      sum += wanted * Math.log(wanted / ((1 - SMOOTHING) * is + SMOOTHING * wanted));
    }
    return Math.max(0, sum);
  }
}
