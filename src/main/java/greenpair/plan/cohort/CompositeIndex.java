package greenpair.plan.cohort;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.message.Message;
import greenpair.message.MessageException;
import greenpair.plan.cohort.Indicator.Observation;

/// Indicators of cities on one scale, ready to be weighed.
///
/// A city with less than [Method#leastKnown] of the weight known has no score: unknown values must
/// count neither for nor against it.
public final class CompositeIndex {
  private final List<Indicator> indicators;

  /// By city and indicator, as measured; NaN is missing.
  private final double[][] raw;

  /// By city and indicator, normalised.
  private final double[][] values;

  private final boolean[] scored;

  private CompositeIndex(List<Indicator> indicators, Method method, double[][] raw) {
    this.indicators = List.copyOf(indicators);
    this.raw = raw;
    this.values = new double[raw.length][indicators.size()];
    for (int i = 0; i < indicators.size(); i++) {
      int at = i;
      double[] column = Arrays.stream(raw).mapToDouble(row -> row[at]).toArray();
      double[] normalised = Method.scaled(column, indicators.get(i).direction());
      for (int c = 0; c < raw.length; c++) {
        values[c][i] = normalised[c];
      }
    }
    this.scored = new boolean[raw.length];
    for (int c = 0; c < raw.length; c++) {
      double share = known(c);
      scored[c] = share > 0 && share >= method.leastKnown();
    }
  }

  /// Puts what was observed on one scale.
  ///
  /// @param cities in the order of the scores
  /// @throws IllegalArgumentException with what is wrong with the indicators or observations
  public static CompositeIndex of(
      List<EntryId> cities,
      List<Indicator> indicators,
      List<Observation> observations,
      Method method) {
    check(indicators);
    Map<EntryId, Integer> rows = new HashMap<>();
    cities.forEach(city -> rows.put(city, rows.size()));
    Map<String, Integer> columns = new HashMap<>();
    indicators.forEach(each -> columns.put(each.key(), columns.size()));
    double[][] raw = new double[cities.size()][indicators.size()];
    Arrays.stream(raw).forEach(row -> Arrays.fill(row, Double.NaN));
    for (Observation each : observations) {
      Integer column = columns.get(each.indicator());
      if (column == null) {
        throw new IllegalArgumentException("no indicator " + each.indicator());
      }
      Integer row = rows.get(each.city());
      if (row != null) {
        if (!Double.isNaN(raw[row][column])) {
          throw new MessageException(
              Message.of("cohort.twice", "indicator", each.indicator(), "city", each.city()));
        }
        raw[row][column] = each.value();
      }
    }
    return new CompositeIndex(indicators, method, raw);
  }

  private static void check(List<Indicator> indicators) {
    Set<String> keys = new TreeSet<>();
    for (Indicator each : indicators) {
      if (!keys.add(each.key())) {
        throw new IllegalArgumentException("two indicators have the key \"" + each.key() + "\"");
      }
    }
    if (!(indicators.stream().mapToDouble(Indicator::weight).sum() > 0)) {
      List<String> names = indicators.stream().map(Indicator::key).toList();
      throw new MessageException(Message.of("cohort.no_weight", "indicators", names));
    }
  }

  public List<Indicator> indicators() {
    return indicators;
  }

  /// The weights that the indicators state, scaled to sum to 1.
  public double[] weights() {
    double all = indicators.stream().mapToDouble(Indicator::weight).sum();
    return indicators.stream().mapToDouble(each -> each.weight() / all).toArray();
  }

  /// Share of the stated weight that rests on known values of a city, in [0, 1].
  public double known(int city) {
    double[] weights = weights();
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += Double.isNaN(raw[city][i]) ? 0 : weights[i];
    }
    return Math.min(1, sum);
  }

  public boolean isScored(int city) {
    return scored[city];
  }

  public List<Indicator> missing(int city) {
    return indicators.stream()
        .filter(each -> Double.isNaN(raw[city][indicators.indexOf(each)]))
        .toList();
  }

  /// The scores of all cities under given weights; NaN for one without a score.
  ///
  /// @param weights one for each indicator, from 0
  public double[] scores(double[] weights) {
    double[] scores = new double[values.length];
    for (int c = 0; c < scores.length; c++) {
      scores[c] = scored[c] ? Method.mean(values[c], weights) : Double.NaN;
    }
    return scores;
  }
}
