package greenpair.resolve.estimate;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import greenpair.resolve.MatchWeight;
import greenpair.resolve.UncertainPair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Weights of entity resolution estimated from unlabelled candidate pairs by expectation
/// maximisation (Winkler, Using the EM algorithm for weight computation in the Fellegi-Sunter
/// model, 1988). Facts are independent given whether two parties are the same; a fact that was not
/// compared has no effect. The share of matches is fixed, because with few matches among many pairs
/// the likelihood alone may find a division other than that into same and different firms.
///
/// A pure function of the pairs and their order.
///
/// @param prior share of the candidate pairs that match, in (0, 1)
public record EstimatedWeights(double prior, List<Level> levels) {
  /// Bits from which names count as equal, nearly equal and in part equal, by the weights set by
  /// hand.
  private static final double EQUAL = 10;

  private static final double NEARLY = 5;

  private static final int ROUNDS = 200;

  /// Pairs added to each level, so that no probability is 0.
  private static final double SMOOTHING = 0.5;

  private static final String NAME = "name";

  /// The limit by which the facts of a subsidiary are bounded is no comparison.
  private static final String LIMIT = "subsidiary";

  /// One level of a fact, such as that websites are the same.
  ///
  /// @param pairs candidate pairs of this level
  /// @param u probability of it if they are different
  /// @param byHand mean bits of the weights set by hand
  public record Level(String fact, String level, int pairs, double m, double u, double byHand) {
    /// Evidence in bits: log2(m / u).
    public double bits() {
      return Math.log(m / u) / Math.log(2);
    }

    String key() {
      return EstimatedWeights.key(fact, level);
    }
  }

  private static final class Count {
    private final String fact;
    private final String level;
    private int pairs;
    private double byHand;
    private double m;
    private double u;
    private double match;
    private double other;

    Count(String fact, String level) {
      this.fact = fact;
      this.level = level;
    }
  }

  /// Estimates from candidate pairs.
  ///
  /// @throws IllegalArgumentException if no names of a pair are equal or all are, so that there is
  ///     no prior
  public static EstimatedWeights of(List<UncertainPair> pairs) {
    Map<String, Count> counts = new TreeMap<>();
    List<List<Count>> compared = new ArrayList<>();
    int equal = 0;
    for (UncertainPair pair : pairs) {
      List<Count> levels = new ArrayList<>();
      for (MatchWeight each : pair.evidence()) {
        if (!each.fact().equals(LIMIT)) {
          String level = level(each);
          Count count =
              counts.computeIfAbsent(key(each.fact(), level), key -> new Count(each.fact(), level));
          count.pairs++;
          count.byHand += each.bits();
          levels.add(count);
          equal += each.fact().equals(NAME) && each.bits() >= EQUAL ? 1 : 0;
        }
      }
      compared.add(levels);
    }
    if (equal == 0 || equal == pairs.size()) {
      throw new IllegalArgumentException(
          ("the share of equal names among the candidate pairs must be above 0 and below 1, but %s"
                  + " of %s pairs have equal names; name more registries")
              .formatted(equal, pairs.size()));
    }
    double prior = (double) equal / pairs.size();
    start(counts.values());
    for (int round = 0; round < ROUNDS; round++) {
      expect(compared, counts.values(), prior);
      maximise(counts.values());
    }
    List<Level> levels =
        counts.values().stream()
            .map(
                each ->
                    new Level(
                        each.fact,
                        each.level,
                        each.pairs,
                        each.m,
                        each.u,
                        each.byHand / each.pairs))
            .sorted(Comparator.comparing(Level::fact).thenComparingDouble(Level::byHand))
            .toList();
    return new EstimatedWeights(prior, levels);
  }

  private static String level(MatchWeight evidence) {
    if (!evidence.fact().equals(NAME)) {
      return evidence.bits() >= 0 ? "same" : "differs";
    }
    if (evidence.bits() >= NEARLY) {
      return evidence.bits() >= EQUAL ? "equal" : "nearly equal";
    }
    return evidence.bits() >= 0 ? "partly equal" : "differs";
  }

  private static String key(String fact, String level) {
    return fact + " " + level;
  }

  /// The frequencies of the levels, tilted by the weights set by hand.
  private static void start(Iterable<Count> counts) {
    for (Count each : counts) {
      each.other = each.pairs;
      each.match = each.pairs * Math.pow(2, each.byHand / each.pairs);
    }
    maximise(counts);
  }

  private static void expect(List<List<Count>> compared, Iterable<Count> counts, double prior) {
    for (Count each : counts) {
      each.match = 0;
      each.other = 0;
    }
    for (List<Count> levels : compared) {
      double odds = prior / (1 - prior);
      for (Count each : levels) {
        odds *= each.m / each.u;
      }
      double match = Double.isInfinite(odds) ? 1 : odds / (1 + odds);
      for (Count each : levels) {
        each.match += match;
        each.other += 1 - match;
      }
    }
  }

  private static void maximise(Iterable<Count> counts) {
    Map<String, double[]> sums = new TreeMap<>();
    for (Count each : counts) {
      double[] sum = sums.computeIfAbsent(each.fact, fact -> new double[2]);
      sum[0] += each.match + SMOOTHING;
      sum[1] += each.other + SMOOTHING;
    }
    for (Count each : counts) {
      double[] sum = sums.getOrDefault(each.fact, new double[2]);
      each.m = (each.match + SMOOTHING) / sum[0];
      each.u = (each.other + SMOOTHING) / sum[1];
    }
  }

  /// The evidence of a pair by these estimates, in bits.
  public double bits(UncertainPair pair) {
    return pair.evidence().stream().mapToDouble(this::bits).sum();
  }

  /// The evidence of a pair with the estimate of one fact instead of the weights set by hand.
  public double bits(UncertainPair pair, String fact) {
    return pair.evidence().stream()
        .mapToDouble(each -> each.fact().equals(fact) ? bits(each) : each.bits())
        .sum();
  }

  /// A level that no candidate pair has counts as nothing.
  private double bits(MatchWeight evidence) {
    String key = key(evidence.fact(), level(evidence));
    return levels.stream().filter(each -> each.key().equals(key)).mapToDouble(Level::bits).sum();
  }

  /// The facts of which more than one level occurs, so that they can say something.
  public List<String> facts() {
    return levels.stream()
        .collect(groupingBy(Level::fact, TreeMap::new, counting()))
        .entrySet()
        .stream()
        .filter(each -> each.getValue() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  /// Bits from which a pair is more likely the same than not.
  public double match() {
    return Math.log((1 - prior) / prior) / Math.log(2);
  }
}
