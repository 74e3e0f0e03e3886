package greenpair.match.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Spreads a list over aspects, so that each is covered early: xQuAD (Santos, Macdonald, Ounis,
/// WWW 2010).
///
/// The next entry is the one with the highest (1 - l) rel(d) + l sum over aspects a of P(a) rel(d,
/// a) prod over chosen e of (1 - rel(e, a)), where rel is the score, P(a) and rel(d, a) those of
/// the [Aspect], and l in [0, 1] is `spread.xquad`. Scores do not change; only the order does.
public final class Diversifier {
  private Diversifier() {}

  /// The entries in their new order, at most `limit` of them reordered first.
  public static List<Ranked> spread(
      List<Ranked> merged, List<Aspect> aspects, double share, int limit) {
    List<Ranked> left = new ArrayList<>(merged);
    List<Ranked> chosen = new ArrayList<>();
    double[] uncovered = new double[aspects.size()];
    Arrays.fill(uncovered, 1);
    while (!left.isEmpty() && chosen.size() < limit) {
      Ranked next = best(left, aspects, uncovered, share);
      left.remove(next);
      chosen.add(next);
      for (int i = 0; i < uncovered.length; i++) {
        uncovered[i] *= 1 - aspects.get(i).of(next);
      }
    }
    chosen.addAll(left);
    return chosen;
  }

  private static Ranked best(
      List<Ranked> left, List<Aspect> aspects, double[] uncovered, double share) {
    Ranked best = left.getFirst();
    double most = -1;
    for (Ranked each : left) {
      double spread = 0;
      for (int i = 0; i < uncovered.length; i++) {
        spread += aspects.get(i).share() * aspects.get(i).of(each) * uncovered[i];
      }
      double value = (1 - share) * each.score() + share * spread;
      if (value > most) {
        most = value;
        best = each;
      }
    }
    return best;
  }
}
