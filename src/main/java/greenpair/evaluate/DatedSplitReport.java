package greenpair.evaluate;

import greenpair.catalog.EntryId;
import greenpair.evaluate.metric.MetricParser;
import greenpair.evaluate.statistics.Bootstrap;
import greenpair.evaluate.statistics.Randomisation;
import greenpair.evaluate.trec.Qrels;
import greenpair.evaluate.trec.Retrieved;
import greenpair.evaluate.trec.Topic;
import greenpair.evaluate.trec.TrecRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The table of a split: what each ranking finds, and whether chance explains the advantage of the
/// first. Intervals and tests are over cities, because pairs of one city are similar.
public final class DatedSplitReport {
  private static final List<String> METRICS = List.of("hit@10", "mrr");

  private final Map<String, Topic> topics = new TreeMap<>();
  private final Map<String, Map<String, Integer>> judged = new TreeMap<>();
  private final Set<String> newcomers = new java.util.TreeSet<>();
  private final Map<String, Map<String, List<String>>> runs = new java.util.LinkedHashMap<>();

  /// Adds what a ranking found for topics; topics of several windows add up.
  public void add(List<Topic> asked, Qrels qrels, TrecRun run) {
    for (Topic each : asked) {
      topics.put(each.id(), each);
      judged.put(each.id(), qrels.grades(each.id()));
    }
    Map<String, List<String>> rankings = runs.computeIfAbsent(run.tag(), tag -> new HashMap<>());
    run.topics()
        .forEach(
            (topic, found) -> rankings.put(topic, found.stream().map(Retrieved::doc).toList()));
  }

  /// Marks a topic whose firm has not worked in the region of the city.
  public void addNewcomer(Topic topic) {
    newcomers.add(topic.id());
  }

  /// The table in Markdown; the ranking that was added first is compared with each of the others.
  public String table(Bootstrap bootstrap, Randomisation randomisation) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%d pairs in %d cities, %d of firms new to the region%n%n",
            topics.size(),
            topics.values().stream().map(Topic::city).distinct().count(),
            newcomers.size()));
    text.append("| ranking | hit@10 (95%) | MRR (95%) | new to the region | known there | p |\n");
    text.append("| --- | --- | --- | --- | --- | --- |\n");
    String first = runs.keySet().iterator().next();
    for (String tag : runs.keySet()) {
      text.append("| ").append(tag).append(" | ");
      for (String metric : METRICS) {
        text.append(result(metric, tag, bootstrap).ranged()).append(" | ");
      }
      text.append(group(tag, newcomers)).append(" | ");
      Set<String> others = new java.util.TreeSet<>(topics.keySet());
      others.removeAll(newcomers);
      text.append(group(tag, others)).append(" | ");
      text.append(tag.equals(first) ? "" : chance(first, tag, randomisation)).append(" |\n");
    }
    return text.toString();
  }

  /// hit@10 and MRR over all topics, by the tag of the ranking, in the order of adding.
  public Map<String, List<RunScores.Result>> results(Bootstrap bootstrap) {
    Map<String, List<RunScores.Result>> all = new java.util.LinkedHashMap<>();
    for (String tag : runs.keySet()) {
      all.put(tag, METRICS.stream().map(each -> result(each, tag, bootstrap)).toList());
    }
    return all;
  }

  private RunScores.Result result(String metric, String tag, Bootstrap bootstrap) {
    return RunScores.of(
            qrels(topics.keySet()), run(tag), MetricParser.parse(metric), bootstrap, this::city)
        .results()
        .getFirst();
  }

  /// hit@10 / MRR over some of the topics.
  private String group(String tag, Set<String> some) {
    if (some.isEmpty()) {
      return "–";
    }
    List<String> values = new ArrayList<>();
    for (String metric : METRICS) {
      values.add(
          String.format(
              Locale.ROOT,
              "%.3f",
              TopicValues.of(MetricParser.parse(metric).getFirst(), qrels(some), run(tag)).mean()));
    }
    return String.join(" / ", values);
  }

  private String chance(String first, String tag, Randomisation randomisation) {
    List<String> values = new ArrayList<>();
    for (String metric : METRICS) {
      double p =
          RunComparison.of(
                  MetricParser.parse(metric).getFirst(),
                  qrels(topics.keySet()),
                  run(tag),
                  run(first),
                  randomisation,
                  this::city)
              .randomisation()
              .p();
      values.add(String.format(Locale.ROOT, "%.4f", p));
    }
    return String.join(" / ", values);
  }

  private String city(String topic) {
    Topic asked = topics.get(topic);
    EntryId city = asked == null ? null : asked.city();
    return city == null ? topic : city.value();
  }

  private Qrels qrels(Set<String> some) {
    Map<String, Map<String, Integer>> grades = new TreeMap<>(judged);
    grades.keySet().retainAll(some);
    return new Qrels(grades);
  }

  private TrecRun run(String tag) {
    return TrecRun.ranked(tag, runs.getOrDefault(tag, Map.of()));
  }
}
