package greenpair.evaluate;

import greenpair.evaluate.metric.Metric;
import greenpair.evaluate.statistics.Bootstrap;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Warnings about the topics behind the numbers, each reported once.
final class Warnings {
  /// Maximum number of topics named in a warning; the lists of the records name all.
  private static final int NAMED = 10;

  private final Set<String> found = new LinkedHashSet<>();

  void topics(Metric metric, String tag, TopicValues topics) {
    String relevant = "a document of grade " + metric.grade() + " or better";
    add(topics.missing(), "with " + relevant + " missing from run \"" + tag + "\", counted as 0");
    add(topics.withoutRelevant(), "judged without " + relevant + ", left out");
  }

  void unjudged(String tag, Collection<String> topics) {
    add(topics, "of run \"" + tag + "\" without judgements, left out");
  }

  void few(int clusters) {
    if (clusters < Bootstrap.FEW) {
      found.add(
          "interval from %s%s: too narrow below %s, so judge more topics before trusting it"
              .formatted(clusters, clusters == 1 ? " cluster" : " clusters", Bootstrap.FEW));
    }
  }

  private void add(Collection<String> topics, String what) {
    if (topics.isEmpty()) {
      return;
    }
    String names = String.join(", ", topics.stream().limit(NAMED).toList());
    int more = topics.size() - NAMED;
    found.add(
        topics.size()
            + (topics.size() == 1 ? " topic " : " topics ")
            + what
            + ": "
            + names
            + (more > 0 ? " and " + more + " more" : ""));
  }

  List<String> list() {
    return List.copyOf(found);
  }
}
