package greenpair.evaluate;

import module java.base;

import greenpair.evaluate.statistics.Bootstrap;
import greenpair.evaluate.statistics.Randomisation;
import greenpair.evaluate.trec.Qrels;
import greenpair.evaluate.trec.Topic;

/// What each ranking finds of the hidden pairs of a split, and whether chance explains the
/// advantage of the first. Intervals and tests are over cities, because pairs of one city are
/// similar.
///
/// @param newcomers topics whose firm has not worked in the region of the city
/// @param runs the first is compared with each of the others
public record DatedSplitReport(
    List<Topic> topics, Qrels qrels, Set<String> newcomers, List<Rankings> runs) {
  private static final List<Metric> METRICS = List.of(Metric.HIT_10, Metric.MRR);

  /// A smaller difference is rounding.
  private static final double TIE = 1e-9;

  /// The table in Markdown.
  public String table(Bootstrap bootstrap, Randomisation randomisation) {
    Set<String> others =
        topics.stream().map(Topic::id).collect(Collectors.toCollection(TreeSet::new));
    others.removeAll(newcomers);
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%d pairs in %d cities, %d of firms new to the region%n%n",
            topics.size(),
            topics.stream().map(Topic::city).distinct().count(),
            newcomers.size()));
    text.append("| ranking | hit@10 (95%) | MRR (95%) | new to the region | known there | p |\n");
    text.append("| --- | --- | --- | --- | --- | --- |\n");
    results(bootstrap)
        .forEach(
            (name, results) -> {
              Rankings run =
                  runs.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
              text.append(
                  String.format(
                      Locale.ROOT,
                      "| %s | %s | %s | %s | %s | %s |%n",
                      name,
                      results.getFirst().ranged(),
                      results.getLast().ranged(),
                      group(run, newcomers),
                      group(run, others),
                      chance(run, randomisation)));
            });
    return text.toString();
  }

  /// hit@10 and MRR over all topics, by the name of the ranking, in their order.
  public Map<String, List<RunScores.Result>> results(Bootstrap bootstrap) {
    Map<String, List<RunScores.Result>> all = new LinkedHashMap<>();
    for (Rankings run : runs) {
      all.put(run.name(), RunScores.of(qrels, run, METRICS, bootstrap, this::city).results());
    }
    return all;
  }

  /// hit@10 / MRR over some of the topics.
  private String group(Rankings run, Set<String> some) {
    Map<String, Map<String, Integer>> grades = new TreeMap<>(qrels.topics());
    grades.keySet().retainAll(some);
    Qrels own = new Qrels(grades);
    return some.isEmpty()
        ? "–"
        : METRICS.stream()
            .map(metric -> RunScores.mean(RunScores.values(metric, own, run).values()))
            .map(mean -> String.format(Locale.ROOT, "%.3f", mean))
            .collect(Collectors.joining(" / "));
  }

  /// p of both metrics; empty for the first ranking.
  private String chance(Rankings run, Randomisation randomisation) {
    Rankings first = runs.getFirst();
    return run.equals(first)
        ? ""
        : METRICS.stream()
            .map(metric -> randomisation.test(differences(metric, first, run).values()))
            .map(p -> String.format(Locale.ROOT, "%.4f", p))
            .collect(Collectors.joining(" / "));
  }

  /// By how much the first ranking is better than another, in sum over the topics of each city,
  /// which change sides together in the test.
  private Map<String, Double> differences(Metric metric, Rankings first, Rankings other) {
    Map<String, Double> cities = new TreeMap<>();
    RunScores.values(metric, qrels, first)
        .forEach((topic, value) -> cities.merge(city(topic), value, Double::sum));
    RunScores.values(metric, qrels, other)
        .forEach((topic, value) -> cities.merge(city(topic), -value, Double::sum));
    cities.replaceAll((city, difference) -> Math.abs(difference) < TIE ? 0.0 : difference);
    return cities;
  }

  private String city(String topic) {
    return topics.stream()
        .filter(each -> each.id().equals(topic))
        .findFirst()
        .map(each -> each.city().value())
        .orElse(topic);
  }
}
