package greenpair.match.past;

import greenpair.match.past.PastChoices.Asked;
import greenpair.match.settings.Rules;
import greenpair.match.signal.NeedCandidatePair;
import greenpair.match.signal.PastWork;
import java.util.List;

/// The plain model of who is chosen next, which every ranking has to better: a conditional logit
/// over six amounts of recent work. It is a baseline and no part of a score: on ten registries, it
/// helped none of them to be one.
///
/// An amount n of work, each case counting by its age ([PastWork]), has x = ln(1 + n) / ln(101), at
/// most 1: all of it, that for the technology, that in the region (in the country if that is
/// unknown), and that for the technology there. The last two are the age of the newest case and the
/// distance of the nearest.
public final class PlainModel {
  /// A priori, of a firm that has most of each.
  private static final double[] PRIOR = {1.4, 2.3, 3.2, 3.7, 1, 1.5};

  /// Of the prior of each.
  private static final double DEVIATION = 3;

  private static final double MOST = 100;

  private final double[] coefficients;

  private PlainModel(double[] coefficients) {
    this.coefficients = coefficients;
  }

  /// The model that makes choices of the past most probable.
  ///
  /// @param choices what it [reads][#values] of each
  static PlainModel fitted(List<double[][]> choices) {
    double[] fitted = new ChoiceModel(choices, PRIOR, DEVIATION).fit();
    for (int at = 0; at < fitted.length; at++) {
      fitted[at] = Math.max(0, fitted[at]);
    }
    return new PlainModel(fitted);
  }

  /// The model that makes the choices of a past most probable.
  ///
  /// @param rules by which its work is counted
  public static PlainModel fitted(Past.Finding past, Rules rules) {
    return fitted(past.asked().stream().map(each -> values(each, rules)).toList());
  }

  /// What it reads of the candidates of a choice, of which the first was chosen.
  static double[][] values(Asked choice, Rules rules) {
    return choice.candidates().stream()
        .map(each -> values(NeedCandidatePair.of(choice.ask(), each, rules)))
        .toArray(double[][]::new);
  }

  /// The higher, the earlier a firm stands.
  public double of(NeedCandidatePair pair) {
    return of(values(pair));
  }

  double of(double[] values) {
    double sum = 0;
    for (int at = 0; at < values.length; at++) {
      sum += coefficients[at] * values[at];
    }
    return sum;
  }

  /// What it reads of a firm, each in [0, 1].
  static double[] values(NeedCandidatePair pair) {
    PastWork work = pair.work();
    boolean isRegionKnown = pair.query().city().region() != null;
    return new double[] {
      log(work.all()),
      log(work.alike()),
      log(isRegionKnown ? work.inRegion() : work.inCountry()),
      log(work.alikeInRegion()),
      Math.min(1, work.newest()),
      Math.min(1, work.near())
    };
  }

  private static double log(double amount) {
    return Math.min(1, Math.log1p(amount) / Math.log1p(MOST));
  }
}
