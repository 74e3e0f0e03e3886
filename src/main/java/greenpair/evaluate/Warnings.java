package greenpair.evaluate;

import greenpair.catalog.Text;
import greenpair.evaluate.metric.Metric;
import greenpair.evaluate.statistics.Bootstrap;
import greenpair.message.Message;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Warnings about the topics behind the numbers, each reported once.
final class Warnings {
  /// Maximum number of topics named in a warning; the lists of the records name all.
  private static final int NAMED = 10;

  private final Set<Text> found = new LinkedHashSet<>();

  void topics(Metric metric, String tag, TopicValues topics) {
    add("metric.missing", metric.grade(), tag, topics.missing());
    add("metric.irrelevant", metric.grade(), tag, topics.withoutRelevant());
  }

  void unjudged(String tag, Collection<String> topics) {
    add("metric.unjudged", 0, tag, topics);
  }

  void few(int clusters) {
    if (clusters < Bootstrap.FEW) {
      found.add(Message.of("metric.few", "count", clusters, "least", Bootstrap.FEW).text());
    }
  }

  private void add(String key, int grade, String run, Collection<String> topics) {
    if (!topics.isEmpty()) {
      found.add(
          Message.of(
                  key,
                  "count",
                  topics.size(),
                  "grade",
                  grade,
                  "run",
                  run,
                  "topics",
                  topics.stream().limit(NAMED).toList(),
                  "more",
                  Math.max(0, topics.size() - NAMED))
              .text());
    }
  }

  List<Text> list() {
    return List.copyOf(found);
  }
}
