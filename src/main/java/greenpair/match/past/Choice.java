package greenpair.match.past;

import module java.base;

import greenpair.match.rank.Explanation;
import greenpair.match.rank.Ranked;
import greenpair.match.settings.RankingSettings;
import greenpair.match.settings.Side;
import greenpair.match.signal.NeedCandidatePair;
import greenpair.match.signal.PreferenceFit;

/// A choice among candidates, of which the first was chosen. They may be candidates for different
/// needs: of those to whom cities were introduced, some got further than others. Only numbers are
/// kept, so that thousands of choices fit in memory.
///
/// @param candidates at least two
public record Choice(List<Reading> candidates) {
  public Choice {
    candidates = List.copyOf(candidates);
    if (candidates.size() < 2) {
      throw new IllegalArgumentException(
          "candidates must be at least 2, but were " + candidates.size());
    }
  }

  public static Choice of(List<Ranked> candidates) {
    return new Choice(candidates.stream().map(Reading::of).toList());
  }

  /// What the signals read from a candidate.
  ///
  /// @param values of the signals in the order of an explanation, without stated preferences
  /// @param compares the sides on which the signal that compares attributes has weight
  /// @param share of the score that is left, see [NeedCandidatePair#share()]
  /// @param preferences share of the partner's side that its stated preferences have
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  public record Reading(
      double[] values, Set<Side> compares, double share, double preferences, double preferred) {
    private static Reading of(Ranked ranked) {
      List<Explanation.Part> parts = ranked.explanation().parts();
      double[] values =
          parts.stream()
              .filter(each -> !each.signal().equals(PreferenceFit.NAME))
              .mapToDouble(Explanation.Part::value)
              .toArray();
      Set<Side> compares = EnumSet.noneOf(Side.class);
      NeedCandidatePair pair = ranked.pair();
      RankingSettings settings = pair.rules().ranking();
      for (Side side : Side.values()) {
        if (settings.compares(side, pair.query())) {
          compares.add(side);
        }
      }
      return new Reading(
          values,
          compares,
          pair.share(),
          pair.preferences() == null ? 0 : settings.preferenceWeight(),
          ranked.signal(PreferenceFit.NAME));
    }
  }
}
