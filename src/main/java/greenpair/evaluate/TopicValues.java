package greenpair.evaluate;

import greenpair.evaluate.metric.JudgedRanking;
import greenpair.evaluate.metric.Metric;
import greenpair.evaluate.trec.Qrels;
import greenpair.evaluate.trec.TrecRun;
import greenpair.message.Message;
import greenpair.message.MessageException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// The values of one metric for each topic of one run.
///
/// Which topics count depends on the judgements alone, never on the run, so that two runs are
/// always measured on the same topics: every topic with a relevant document counts, with 0 when the
/// run does not have it.
///
/// @param values value in [0,1] by topic, in order of topics; at least one
/// @param missing topics that count as 0 because the run does not have them
/// @param withoutRelevant judged topics that are left out because no document is relevant
public record TopicValues(
    Map<String, Double> values, List<String> missing, List<String> withoutRelevant) {
  public TopicValues {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("values must cover at least one topic, but cover none");
    }
    values.forEach(
        (topic, value) -> {
          if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(
                "a value must be from 0 to 1, but was " + value + " for topic \"" + topic + "\"");
          }
        });
    values = Collections.unmodifiableMap(new TreeMap<>(values));
    missing = List.copyOf(missing);
    withoutRelevant = List.copyOf(withoutRelevant);
  }

  /// Measures every judged topic.
  ///
  /// @throws IllegalArgumentException if no topic has a relevant document
  public static TopicValues of(Metric metric, Qrels qrels, TrecRun run) {
    Map<String, Double> values = new TreeMap<>();
    List<String> missing = new ArrayList<>();
    List<String> withoutRelevant = new ArrayList<>();
    qrels
        .topics()
        .forEach(
            (topic, grades) -> {
              OptionalDouble value = metric.of(JudgedRanking.of(run.ranking(topic), grades));
              if (value.isEmpty()) {
                withoutRelevant.add(topic);
                return;
              }
              values.put(topic, value.getAsDouble());
              if (!run.topics().containsKey(topic)) {
                missing.add(topic);
              }
            });
    if (values.isEmpty()) {
      throw new MessageException(
          Message.of(
              "metric.no_relevant",
              "metric",
              metric.name(),
              "grade",
              metric.grade(),
              "topics",
              qrels.topics().size()));
    }
    return new TopicValues(values, missing, withoutRelevant);
  }

  /// The mean over topics, in [0,1].
  public double mean() {
    return mean(values.values());
  }

  static double mean(Collection<Double> values) {
    return values.stream().mapToDouble(value -> value).sum() / values.size();
  }
}
