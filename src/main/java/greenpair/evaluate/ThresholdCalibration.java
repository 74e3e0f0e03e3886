package greenpair.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Calibrates a score threshold: from judged entries and their scores, finds the threshold at which
/// the probability of a good grade reaches a given level.
///
/// The probability at a score is the isotonic regression of good (1) or not (0) on the score, by
/// pooling adjacent violators (Ayer et al., Annals of Mathematical Statistics 26, 1955). The
/// threshold is the lowest score at which it is at least the level, rounded down to a hundredth; 1
/// if it is never reached.
public final class ThresholdCalibration {
  /// One judged entry.
  ///
  /// @param city the unit that cross-validation leaves out
  /// @param score in [0, 1]
  public record Judged(String topic, String city, double score, boolean good) {}

  /// The effect of a threshold on judged entries.
  ///
  /// @param shown those at or above it
  /// @param wrong those of the shown that are not good: false recommendations
  /// @param missed good ones below it
  /// @param topics how many topics have a good entry
  /// @param silent how many of these show nothing: false silence
  public record Effect(int judged, int shown, int wrong, int missed, int topics, int silent) {}

  private ThresholdCalibration() {}

  /// The lowest score at which the chance of being good is at least that level, in [0, 1].
  ///
  /// @param level in (0, 1)
  public static double threshold(List<Judged> all, double level) {
    for (Map.Entry<Double, Double> each : chances(all).entrySet()) {
      if (each.getValue() >= level) {
        return Math.floor(100 * each.getKey() + 1e-9) / 100;
      }
    }
    return 1;
  }

  private record Block(double score, double good, double count) {
    double chance() {
      return good / count;
    }
  }

  /// The chance from each score on, in rising order of score.
  static NavigableMap<Double, Double> chances(List<Judged> all) {
    TreeMap<Double, Block> byScore = new TreeMap<>();
    for (Judged each : all) {
      byScore.merge(
          each.score,
          new Block(each.score, each.good ? 1 : 0, 1),
          (a, b) -> new Block(a.score, a.good + b.good, a.count + b.count));
    }
    List<Block> blocks = new ArrayList<>();
    for (Block next : byScore.values()) {
      Block pooled = next;
      while (!blocks.isEmpty() && blocks.getLast().chance() >= pooled.chance()) {
        Block last = blocks.removeLast();
        pooled = new Block(last.score, last.good + pooled.good, last.count + pooled.count);
      }
      blocks.add(pooled);
    }
    TreeMap<Double, Double> chances = new TreeMap<>();
    blocks.forEach(block -> chances.put(block.score, block.chance()));
    return chances;
  }

  /// The thresholds that the rule gives with each city left out in turn, in order of the cities.
  public static Map<String, Double> withoutEach(List<Judged> all, double level) {
    Map<String, Double> thresholds = new TreeMap<>();
    for (Judged any : all) {
      thresholds.computeIfAbsent(
          any.city,
          city -> threshold(all.stream().filter(each -> !each.city.equals(city)).toList(), level));
    }
    return thresholds;
  }

  /// What a threshold does to judged entries.
  public static Effect effect(List<Judged> all, double threshold) {
    int shown = 0;
    int wrong = 0;
    int missed = 0;
    Map<String, Boolean> speaks = new TreeMap<>();
    for (Judged each : all) {
      boolean isShown = each.score >= threshold;
      shown += isShown ? 1 : 0;
      wrong += isShown && !each.good ? 1 : 0;
      missed += !isShown && each.good ? 1 : 0;
      if (each.good) {
        speaks.putIfAbsent(each.topic, false);
      }
    }
    for (Judged each : all) {
      if (each.score >= threshold) {
        speaks.computeIfPresent(each.topic, (topic, any) -> true);
      }
    }
    int silent = (int) speaks.values().stream().filter(any -> !any).count();
    return new Effect(all.size(), shown, wrong, missed, speaks.size(), silent);
  }
}
