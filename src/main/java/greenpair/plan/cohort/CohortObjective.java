package greenpair.plan.cohort;

import module java.base;

/// How good a cohort is, in [0, 1]: `(1 - d) quality + d coverage`.
///
/// Quality is the mean score of its cities divided by the best score of any candidate. Coverage is
/// the share of the traits of all candidates that some city of the cohort has, sectors, climates,
/// sizes and regions counting alike as kinds.
final class CohortObjective {
  private final double[] qualities;
  private final int[][] traits;
  private final double[] traitWeights;
  private final List<String> names;

  private CohortObjective(
      double[] qualities, int[][] traits, double[] traitWeights, List<String> names) {
    this.qualities = qualities;
    this.traits = traits;
    this.traitWeights = traitWeights;
    this.names = names;
  }

  /// @param scores from 0, one for each applicant, none NaN
  /// @param size of the whole cohort
  static CohortObjective of(
      List<Applicant> applicants, double[] scores, int size, double difference) {
    Map<String, Integer> numbers = new TreeMap<>();
    applicants.forEach(each -> each.traits().forEach(trait -> numbers.put(trait, 0)));
    List<String> names = new ArrayList<>(numbers.keySet());
    names.forEach(trait -> numbers.put(trait, names.indexOf(trait)));
    Map<String, Integer> ofKind = new TreeMap<>();
    names.forEach(trait -> ofKind.merge(kind(trait), 1, Integer::sum));
    double[] weights =
        names.stream()
            .mapToDouble(trait -> difference / ofKind.size() / ofKind.getOrDefault(kind(trait), 1))
            .toArray();
    double[] qualities = qualities(scores, size, difference);
    int[][] traits =
        applicants.stream()
            .map(each -> each.traits().stream().mapToInt(numbers::get).toArray())
            .toArray(int[][]::new);
    return new CohortObjective(qualities, traits, weights, names);
  }

  private static double[] qualities(double[] scores, int size, double difference) {
    double best = Arrays.stream(scores).max().orElse(0);
    double least = Math.min(0, Arrays.stream(scores).min().orElse(0));
    double range = best - least;
    return Arrays.stream(scores)
        .map(score -> range == 0 ? 0 : (1 - difference) * (score - least) / range / size)
        .toArray();
  }

  private static String kind(String trait) {
    return trait.substring(0, trait.indexOf(':') + 1);
  }

  int size() {
    return qualities.length;
  }

  double quality(int city) {
    return qualities[city];
  }

  int[] traits(int city) {
    return traits[city];
  }

  int traitCount() {
    return traitWeights.length;
  }

  double traitWeight(int trait) {
    return traitWeights[trait];
  }

  /// The gain of adding a city to a cohort that has these traits.
  double gain(int city, boolean[] covered) {
    double gain = qualities[city];
    for (int trait : traits[city]) {
      gain += covered[trait] ? 0 : traitWeights[trait];
    }
    return gain;
  }

  double value(List<Integer> cohort) {
    boolean[] covered = new boolean[traitWeights.length];
    double value = 0;
    for (int city : cohort) {
      value += gain(city, covered);
      cover(city, covered);
    }
    return value;
  }

  void cover(int city, boolean[] covered) {
    for (int trait : traits[city]) {
      covered[trait] = true;
    }
  }

  /// The traits that a city alone brings to a cohort.
  List<String> alone(int city, List<Integer> cohort) {
    boolean[] others = new boolean[traitWeights.length];
    cohort.stream().filter(each -> each != city).forEach(each -> cover(each, others));
    return Arrays.stream(traits[city])
        .filter(trait -> !others[trait])
        .mapToObj(names::get)
        .toList();
  }
}
